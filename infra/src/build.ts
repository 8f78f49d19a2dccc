import { command } from './command.ts';
import { compile, reportSize } from './compile.ts';

await command(async () => {
  await compile();
  reportSize();
  return 0;
});
