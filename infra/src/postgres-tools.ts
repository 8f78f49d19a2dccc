import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { onPath } from './livekit-binary.ts';
import { serverOf, withClient } from './postgres-roles.ts';
import { Explained } from './progress.ts';

/** A tool of PostgreSQL that is not older than the server: an older pg_dump refuses, or worse, does not. */
export async function pgTool(name: 'pg_dump' | 'pg_restore', url: string): Promise<string> {
  const tool = onPath(name);
  if (!tool)
    throw new Explained(
      `${name} is not on the PATH. Debian: apt-get install postgresql-client-18; or use the "backup" service of compose.`,
    );
  const server = await withClient(serverOf(url), async (client) => {
    const { rows } = await client.query<{ number: string }>(`SELECT current_setting('server_version_num') AS number`);
    return Math.floor(Number(rows[0]?.number) / 10_000);
  });
  const own = Number(/(\d+)/.exec(execFileSync(tool, ['--version'], { encoding: 'utf8' }))?.[1]);
  if (own < server) throw new Explained(`${tool} is of PostgreSQL ${own}, the server of ${server}: install postgresql-client-${server}.`);
  return tool;
}

/** How PostgreSQL's tools are told where to connect: never by an argument, which every user of the machine can read. */
export function environmentOf(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  };
}

export function isPostgresRunning(cluster: string): boolean {
  const pidFile = path.join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
