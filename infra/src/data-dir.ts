import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setting } from './command.ts';
import { inRoot } from './paths.ts';
import { Explained } from './progress.ts';

/** Where a local installation keeps its database, secrets and logs. */
export function localDataDir(): string {
  return path.resolve(inRoot(), setting('DATA_DIR') ?? '.data');
}

/** One start per data folder: two servers on one database folder would end in a broken one. */
export function holdDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'running.pid');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder && holder !== process.pid && isOurs(holder)) {
    throw new Explained(`Rejoin already runs on ${dataDir} (process ${holder}). Stop it first, or set another DATA_DIR.`);
  }
  writeFileSync(file, String(process.pid));
  process.on('exit', () => rmSync(file, { force: true }));
}

function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('infra/src/');
}
