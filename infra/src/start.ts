import { command } from './command.ts';
import { compile } from './compile.ts';
import { sayDemoPeople } from './demo.ts';
import { prepareLocal, sayTryingOut, superviseServices, wantedPort } from './local.ts';
import { say, step } from './progress.ts';
import { startServer } from './server.ts';
import { supervise } from './supervise.ts';

await command(async (stop) => {
  const port = await wantedPort();
  await compile();
  const local = await prepareLocal({ port });
  const { server, services } = local;
  const child = await step('Starting the server', () => startServer(server));
  superviseServices(services, stop);
  sayTryingOut(local);
  if (server.isDemo) await sayDemoPeople();
  say(`Rejoin is ready at ${server.publicUrl}`);
  await supervise(child, () => startServer(server), stop);
  return 0;
}, 0);
