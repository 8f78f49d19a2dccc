import { command } from './command.ts';
import { say } from './progress.ts';
import { runSuites } from './suites.ts';

/** The screenshots under docs/pictures are taken by the tests that look at every page. */
await command(async () => {
  process.env['PICTURES'] = '1';
  const code = await runSuites(['--only', 'e2e', 'pages.e2e'], false);
  say(code === 0 ? 'The pictures are in docs/pictures.' : 'Some pages did not look as they should; their pictures are in docs/pictures.');
  return code;
});
