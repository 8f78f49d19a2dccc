import { command } from './command.ts';
import { compile, reportSize, requireLightWay } from './compile.ts';

await command(async () => {
  await compile();
  reportSize();
  requireLightWay();
  return 0;
});
