import { constants, setPriority } from 'node:os';
import { setting } from './command.ts';
import { inRoot } from './paths.ts';
import { launch, run, type Child, type LaunchOptions } from './processes.ts';
import type { Services } from './services.ts';
import { untilAnswers } from './wait.ts';

export type ServerOptions = {
  services: Services;
  port: number;
  metricsPort: number;
  dataDir: string;
  publicUrl: string;
  isDemo: boolean;
  output: { file: string } | 'inherit';
};

/** Every setting of the server; the names are the ones that an installation sets by hand. */
export function serverEnv({ services, port, metricsPort, dataDir, publicUrl, isDemo }: ServerOptions): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: setting('NODE_ENV') ?? 'development',
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: services.appUrl,
    AUTH_SECRET: setting('AUTH_SECRET') ?? services.secrets.authSecret,
    LIVEKIT_URL: services.livekit.url,
    LIVEKIT_API_KEY: services.livekit.apiKey,
    LIVEKIT_API_SECRET: services.livekit.apiSecret,
    SMTP_URL: services.smtpUrl,
    ...(services.mail && { MAIL_INBOX_URL: services.mail.inboxUrl }),
    DATA_DIR: dataDir,
    DEMO: isDemo ? '1' : '0',
    WEB_DIST: inRoot('web', 'dist'),
  };
}

/** Brings the tables up to date; the running server itself has no right to. */
export async function migrate(options: ServerOptions): Promise<void> {
  const env = { ...serverEnv(options), DATABASE_OWNER_URL: options.services.ownerUrl };
  await runServerScript('Updating the database', 'server/dist/database/migrate.js', { env, output: options.output });
}

export async function runServerScript(name: string, script: string, options: LaunchOptions): Promise<void> {
  await run(name, process.execPath, ['--enable-source-maps', inRoot(script)], { cwd: inRoot(), ...options });
}

function launchServer(options: ServerOptions): Child {
  const args = ['--enable-source-maps', inRoot('server/dist/main.js')];
  return launch('Server', process.execPath, args, { cwd: inRoot(), env: serverEnv(options), output: options.output });
}

/** `gently`: its start takes no time from browsers that a test runs on the same machine. */
export async function startServer(options: ServerOptions, { gently = false } = {}): Promise<Child> {
  const child = launchServer(options);
  if (gently && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  await untilReady(child, options);
  if (gently && child.pid) setPriority(child.pid, constants.priority.PRIORITY_NORMAL);
  return child;
}

async function untilReady(child: Child, { port, output }: ServerOptions): Promise<void> {
  const log = typeof output === 'object' ? { logFile: output.file } : {};
  await untilAnswers({ name: 'The server', url: `http://127.0.0.1:${port}/api/health/ready`, child, ...log });
}
