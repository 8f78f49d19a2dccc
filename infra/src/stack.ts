import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './ports.ts';
import { inRoot } from './paths.ts';
import { type Child, run } from './processes.ts';
import { migrate, serverEnv, type ServerOptions, startServer } from './server.ts';
import { logFile, startServices } from './services.ts';

export type StackOptions = {
  /** where secrets and logs go; a temporary folder unless given */
  data?: string;
  demo?: boolean;
  port?: number;
  /** where the media server sends its news; our server unless a test stands in between */
  webhookUrl?: string;
  /** the media server relays over TCP too */
  relays?: boolean;
};

/** Everything that a browser test needs, on ports of its own. The parts must have been built before. */
export type Stack = Awaited<ReturnType<typeof startStack>>;

export async function startStack(options: StackOptions = {}) {
  const dataDir = options.data ?? mkdtempSync(path.join(tmpdir(), 'rejoin-stack-'));
  const port = options.port ?? (await freePort());
  const webhook = options.webhookUrl ? { webhookUrl: options.webhookUrl } : {};
  const services = await startServices({ dataDir, port, isThrowaway: true, relays: options.relays ?? false, ...webhook });
  const { postgres, localLivekit, mail } = services;
  if (!postgres || !localLivekit || !mail) throw new Error('A test stack starts all of its parts.');
  const output = { file: logFile(dataDir, 'server') };
  const publicUrl = `http://localhost:${port}`;
  const server: ServerOptions = {
    services,
    port,
    metricsPort: await freePort(),
    dataDir,
    publicUrl,
    isDemo: options.demo ?? false,
    output,
  };
  await migrate(server);
  const running = { server: await startServer(server), livekit: localLivekit.child, postgres: postgres.child };
  return {
    url: publicUrl,
    port,
    metricsPort: server.metricsPort,
    dataDir,
    serverLog: output.file,
    appUrl: postgres.appUrl,
    ownerUrl: postgres.ownerUrl,
    adminUrl: postgres.adminUrl,
    smtpUrl: mail.smtpUrl,
    inboxUrl: mail.inboxUrl,
    livekit: localLivekit,
    pids: () => ({ server: running.server.pid, livekit: running.livekit.pid, postgres: running.postgres.pid }),
    /** runs a command of the server beside it, with the same settings */
    runBeside: (script: string, args: string[]) =>
      run(script, process.execPath, [inRoot('server', 'dist', script), ...args], { cwd: inRoot(), env: serverEnv(server), output }),
    killServer: (signal: NodeJS.Signals = 'SIGKILL') => end(running.server, signal),
    startServer: async () => void (running.server = await startServer(server, { gently: true })),
    stopLivekit: (signal: NodeJS.Signals = 'SIGTERM') => end(running.livekit, signal),
    startLivekit: async () => void (running.livekit = await localLivekit.start()),
    killPostgres: (signal: NodeJS.Signals = 'SIGKILL') => end(running.postgres, signal),
    startPostgres: async () => void (running.postgres = await postgres.restart()),
    stop: async () => {
      for (const child of [running.server, running.livekit, mail.child, running.postgres]) await child.stop();
      await postgres.stop();
      if (!options.data) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function end(child: Child, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await child.exited;
}
