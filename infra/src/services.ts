import path from 'node:path';
import { setting } from './command.ts';
import { givenLivekit, prepareLivekit, type Livekit, type LocalLivekit } from './livekit.ts';
import { startMail, type Mail } from './mail.ts';
import { startPostgres, startThrowawayPostgres, type Postgres } from './postgres.ts';
import type { Child } from './processes.ts';
import { Explained } from './progress.ts';
import { localSecrets, type Secrets } from './secrets.ts';

export type ServicesOptions = {
  dataDir: string;
  port: number;
  webhookUrl?: string;
  /** For tests: nothing from outside is used, and the database goes with the stack. */
  isThrowaway?: boolean;
  /** Without it browsers reach the media server directly only. */
  relays?: boolean;
};

/** What the server stands on. Parts given by settings are used; the others are started here. */
export type Services = {
  appUrl: string;
  ownerUrl: string;
  postgres: Postgres | undefined;
  livekit: Livekit;
  localLivekit: (LocalLivekit & { child: Child }) | undefined;
  smtpUrl: string;
  mail: Mail | undefined;
  secrets: Secrets;
};

export async function startServices(options: ServicesOptions): Promise<Services> {
  const secrets = localSecrets(options.dataDir);
  const [database, media, mail] = await Promise.all([startDatabase(options, secrets), startMedia(options, secrets), startMailbox(options)]);
  return { ...database, ...media, ...mail, secrets };
}

export function logFile(dataDir: string, name: string): string {
  return path.join(dataDir, 'logs', `${name}.log`);
}

async function startDatabase({ dataDir, isThrowaway }: ServicesOptions, passwords: Secrets) {
  if (isThrowaway) return urlsOf(await startThrowawayPostgres());
  const [appUrl, ownerUrl] = [setting('DATABASE_URL'), setting('DATABASE_OWNER_URL')];
  if (appUrl && ownerUrl) return { appUrl, ownerUrl, postgres: undefined };
  if (appUrl || ownerUrl) {
    throw new Explained('Set DATABASE_URL (role rejoin_app) and DATABASE_OWNER_URL (role rejoin_owner) together, or neither.');
  }
  const folder = path.join(dataDir, 'postgres-18');
  return urlsOf(await startPostgres({ dataDir: folder, passwords, logFile: logFile(dataDir, 'postgres') }));
}

function urlsOf(postgres: Postgres) {
  return { appUrl: postgres.appUrl, ownerUrl: postgres.ownerUrl, postgres };
}

async function startMedia({ dataDir, port, webhookUrl, isThrowaway, relays = false }: ServicesOptions, secrets: Secrets) {
  const given = isThrowaway ? undefined : givenLivekit(process.env);
  if (given) return { livekit: given, localLivekit: undefined };
  const local = await prepareLivekit({
    dataDir,
    logFile: logFile(dataDir, 'livekit'),
    apiKey: secrets.livekitApiKey,
    apiSecret: secrets.livekitApiSecret,
    webhookUrl: webhookUrl ?? `http://127.0.0.1:${port}/api/livekit/webhook`,
    relays,
  });
  const child = await local.start();
  return { livekit: local, localLivekit: { ...local, child } };
}

async function startMailbox({ dataDir, isThrowaway }: ServicesOptions) {
  const given = isThrowaway ? undefined : setting('SMTP_URL');
  if (given) return { smtpUrl: given, mail: undefined };
  const mail = await startMail(dataDir, logFile(dataDir, 'mail'));
  return { smtpUrl: mail.smtpUrl, mail };
}
