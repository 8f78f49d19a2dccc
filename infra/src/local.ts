import { setting } from './command.ts';
import { holdDataDir, localDataDir } from './data-dir.ts';
import { freePort, isFree } from './ports.ts';
import { Explained, say, step } from './progress.ts';
import { migrate, type ServerOptions } from './server.ts';
import { logFile, type Services, startServices } from './services.ts';
import { supervise } from './supervise.ts';

export type LocalOptions = { port: number; publicPort?: number; output?: ServerOptions['output'] };

export type Local = { server: ServerOptions; services: Services };

/** The part of `npm start` and `npm run dev` that is the same: everything below the server, and the migrated database. */
export async function prepareLocal({ port, publicPort = port, output }: LocalOptions): Promise<Local> {
  const dataDir = localDataDir();
  holdDataDir(dataDir);
  const services = await step('Starting database, media server and mail', () => startServices({ dataDir, port, relays: true }));
  const server: ServerOptions = {
    services,
    port,
    metricsPort: Number(setting('METRICS_PORT') ?? (await freePort())),
    dataDir,
    publicUrl: setting('PUBLIC_URL') ?? `http://localhost:${publicPort}`,
    isDemo: services.postgres ? setting('DEMO') !== '0' : setting('DEMO') === '1',
    output: output ?? { file: logFile(dataDir, 'server') },
  };
  await step('Updating the database', () => migrate(server));
  return { server, services };
}

/** Brings database, media server and mail back if one of them ends. */
export function superviseServices({ postgres, localLivekit, mail }: Services, stop: AbortSignal): void {
  if (postgres) void supervise(postgres.child, postgres.restart, stop);
  if (localLivekit) void supervise(localLivekit.child, localLivekit.start, stop);
  if (mail) void supervise(mail.child, mail.restart, stop);
}

/** The port that people open, if it is free. */
export async function wantedPort(): Promise<number> {
  const port = Number(setting('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Explained(`PORT=${setting('PORT')} is not a port number.`);
  if (await isFree(port)) return port;
  throw new Explained(`Port ${port} is taken by another program. Stop that, or choose another port: PORT=${port + 10} npm start`);
}

export function sayTryingOut({ services }: Local): void {
  if (services.postgres) say(`Data is kept in ${services.postgres.dataDir}, in a PostgreSQL for trying out, not for patients' data.`);
  if (services.mail) say(`Mail goes nowhere but to ${services.mail.inboxUrl}`);
}
