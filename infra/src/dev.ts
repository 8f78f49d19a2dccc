import { watch } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { command } from './command.ts';
import { compile } from './compile.ts';
import { sayDemoPeople } from './demo.ts';
import { prepareLocal, sayTryingOut, superviseServices, wantedPort } from './local.ts';
import { inRoot } from './paths.ts';
import { freePort } from './ports.ts';
import { type Child, launch } from './processes.ts';
import { explain, say, step } from './progress.ts';
import { type ServerOptions, startServer } from './server.ts';
import { supervise } from './supervise.ts';
import { untilAnswers } from './wait.ts';

await command(async (stop) => {
  const webPort = await wantedPort();
  await compile({ only: ['shared', 'server'] });
  const local = await prepareLocal({ port: await freePort(), publicPort: webPort, output: 'inherit' });
  const server = await step('Starting the server', () => startServer(local.server));
  const web = await step('Starting Vite', () => startVite(webPort, local.server.port));
  superviseServices(local.services, stop);
  void supervise(web, () => startVite(webPort, local.server.port), stop);
  sayTryingOut(local);
  if (local.server.isDemo) await sayDemoPeople();
  say(`Rejoin is ready at ${local.server.publicUrl}`);
  await restartOnChange(server, local.server, stop);
  return 0;
}, 0);

/** Vite serves the web on the public port and passes everything else on to the server. */
async function startVite(port: number, serverPort: number): Promise<Child> {
  const env = { ...process.env, WEB_PORT: String(port), SERVER_URL: `http://127.0.0.1:${serverPort}` };
  const child = launch('Vite', inRoot('node_modules', '.bin', 'vite'), ['--clearScreen', 'false'], {
    cwd: inRoot('web'),
    env,
  });
  await untilAnswers({ name: 'Vite', url: `http://localhost:${port}/`, child });
  return child;
}

async function restartOnChange(first: Child, options: ServerOptions, stop: AbortSignal): Promise<void> {
  let [server, changes] = [first, 0];
  for (const dir of ['shared/src', 'server/src']) {
    watch(inRoot(dir), { recursive: true, signal: stop }, () => changes++);
  }
  while (!stop.aborted) {
    const seen = changes;
    await delay(200);
    const isSettled = seen > 0 && seen === changes;
    if (!isSettled || stop.aborted) continue;
    changes = 0;
    server = await rebuild(server, options, stop);
  }
}

/** A mistake in the sources is shown and waits for the next change. */
async function rebuild(server: Child, options: ServerOptions, stop: AbortSignal): Promise<Child> {
  const began = Date.now();
  try {
    await compile({ only: ['shared', 'server'] });
    await server.stop();
    const next = await startServer(options);
    say(`Server restarted in ${Date.now() - began} ms.`);
    return next;
  } catch (error) {
    if (!stop.aborted) say(`${explain(error)}\nWaiting for the next change …`);
    return server;
  }
}
