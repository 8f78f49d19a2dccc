import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { prepareDatabase, type Passwords } from './postgres-roles.ts';
import { findHome, type PostgresHome } from './postgres-home.ts';
import { lastLines, launch, run, type Child } from './processes.ts';
import { freePort } from './ports.ts';
import { Explained } from './progress.ts';

export type PostgresOptions = {
  dataDir: string;
  passwords: Passwords;
  logFile: string;
  port?: number;
  /** For tests: fast, and gone after a power cut. */
  isThrowaway?: boolean;
};

export type Postgres = {
  port: number;
  dataDir: string;
  /** role rejoin_app, owns nothing */
  appUrl: string;
  /** role rejoin_owner, migrates */
  ownerUrl: string;
  /** the superuser, for tests that make databases */
  adminUrl: string;
  child: Child;
  /** starts it again on the same port */
  restart: () => Promise<Child>;
  stop(): Promise<void>;
};

/** Starts a real PostgreSQL for trying out and for tests; never for people's data. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Explained(
      'The built-in PostgreSQL is for trying Rejoin out and does not start with NODE_ENV=production. Set DATABASE_URL and DATABASE_OWNER_URL.',
    );
  }
  const home = findHome(options.dataDir);
  await endLeftover(home);
  if (!existsSync(path.join(home.dataDir, 'PG_VERSION'))) await initialise(home, options);
  const { child, port } = await startOnFreePort(home, options);
  const urlOf = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/rejoin`;
  const adminUrl = urlOf('postgres', options.passwords.admin);
  await prepareDatabase(adminUrl, options.passwords);
  return {
    port,
    dataDir: home.dataDir,
    adminUrl,
    appUrl: urlOf('rejoin_app', options.passwords.app),
    ownerUrl: urlOf('rejoin_owner', options.passwords.owner),
    child,
    restart: async () => (await startOnFreePort(home, { ...options, port })).child,
    stop: () => child.stop(),
  };
}

/** A server in a temporary folder that is removed with it. */
export async function startThrowawayPostgres(): Promise<Postgres> {
  const dir = mkdtempSync(path.join(tmpdir(), 'rejoin-postgres-'));
  chmodSync(dir, 0o711);
  const passwords = { admin: 'admin', owner: 'owner', app: 'app' };
  const logFile = path.join(dir, 'postgres.log');
  try {
    const postgres = await startPostgres({ dataDir: path.join(dir, 'data'), passwords, logFile, isThrowaway: true });
    return { ...postgres, stop: () => postgres.stop().then(() => remove(postgres.dataDir, dir)) };
  } catch (error) {
    remove(dir);
    throw error;
  }
}

function remove(...dirs: string[]): void {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
}

async function initialise(home: PostgresHome, { passwords, logFile }: PostgresOptions): Promise<void> {
  const passwordDir = mkdtempSync(path.join(tmpdir(), 'rejoin-init-'));
  const passwordFile = path.join(passwordDir, 'password');
  writeFileSync(passwordFile, passwords.admin, { mode: 0o600 });
  if (home.runAs) {
    for (const owned of [passwordDir, passwordFile]) chownSync(owned, home.runAs.uid, home.runAs.gid);
  }
  const args = [`--pgdata=${home.dataDir}`, '--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync'];
  const options = { ...home.runAs, cwd: '/', env: { ...process.env, LC_ALL: 'C' }, output: { file: logFile } };
  try {
    await run('Creating the database folder', path.join(home.bin, 'initdb'), [...args, ...locale], options);
  } catch (error) {
    rmSync(home.dataDir, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordDir, { recursive: true, force: true });
  }
}

async function startOnFreePort(home: PostgresHome, options: PostgresOptions): Promise<{ child: Child; port: number }> {
  for (let tries = 1; ; tries++) {
    const port = options.port ?? (await freePort());
    const child = launchServer(home, port, options);
    if (await acceptsConnections(child, port, options.passwords.admin)) return { child, port };
    if (tries === 3) throw new Explained(`PostgreSQL does not start.\n${lastLines(options.logFile, 20)}`);
  }
}

function launchServer(home: PostgresHome, port: number, options: PostgresOptions): Child {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.isThrowaway && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      shared_buffers: '64MB',
    }),
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return launch('PostgreSQL', path.join(home.bin, 'postgres'), ['-D', home.dataDir, '-p', String(port), ...flags], {
    ...home.runAs,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    output: { file: options.logFile },
    stopSignal: 'SIGINT',
  });
}

async function acceptsConnections(child: Child, port: number, password: string): Promise<boolean> {
  for (const until = Date.now() + 60_000; Date.now() < until && !child.exit(); await delay(50)) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      // still starting
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  await child.stop();
  return false;
}

/** A server that a killed start left behind would keep the data folder locked. */
async function endLeftover({ dataDir }: PostgresHome): Promise<void> {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (isPostgres(pid)) process.kill(pid, 'SIGINT');
  for (const until = Date.now() + 10_000; isPostgres(pid) && Date.now() < until;) await delay(100);
  rmSync(pidFile, { force: true });
}

function isPostgres(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return pid > 0 && existsSync(file) && readFileSync(file, 'utf8').split('\0')[0]?.endsWith('/postgres') === true;
}
