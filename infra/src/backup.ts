import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checksum, newFolder, separate, writeManifest, type Manifest } from './backup-files.ts';
import { command, setting } from './command.ts';
import { holdDataDir, localDataDir } from './data-dir.ts';
import { inRoot } from './paths.ts';
import { environmentOf, isPostgresRunning, pgTool } from './postgres-tools.ts';
import { findHome } from './postgres-home.ts';
import { run } from './processes.ts';
import { Explained, say, step } from './progress.ts';

const usage = 'npm run backup -- --to FOLDER --keys-to ANOTHER_FOLDER';
/** What a restored installation cannot do without, and what a thief of the data must not find beside them. */
const keys = ['AUTH_SECRET', 'NOTES_KEY', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'];

await command(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' }, 'keys-to': { type: 'string' } } });
  const { to, 'keys-to': keysTo } = values;
  if (!to || !keysTo) throw new Explained(`Where to? ${usage}`);
  separate(to, keysTo);
  const name = `rejoin-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  const ownerUrl = setting('DATABASE_OWNER_URL');
  const folder = newFolder(to, name);
  const keysFolder = newFolder(keysTo, name);
  const made = ownerUrl ? await dump(ownerUrl, folder, keysFolder) : await copyCluster(folder, keysFolder);
  const sha256 = await checksum(path.join(folder, made.file));
  writeManifest(folder, { ...made, sha256, madeAt: new Date().toISOString(), rejoin: release() });
  say(`The data are in ${folder}, the keys in ${keysFolder}. Keep them apart, and try the restore now and then.`);
  return 0;
});

type Made = Pick<Manifest, 'kind' | 'file'>;

async function dump(ownerUrl: string, folder: string, keysFolder: string): Promise<Made> {
  const held = keys.flatMap((key) => (process.env[key] ? [`${key}=${process.env[key]}`] : []));
  if (held.length === 0)
    throw new Explained(`None of ${keys.join(', ')} is set: run this with the settings of the server, or its keys are lost.`);
  writeFileSync(path.join(keysFolder, 'keys.env'), `${held.join('\n')}\n`, { mode: 0o600 });
  const file = path.join(folder, 'database.dump');
  const tool = await pgTool('pg_dump', ownerUrl);
  await step('Writing the database (pg_dump)', () =>
    run('pg_dump', tool, ['--format=custom', '--no-password', `--file=${file}`], { env: environmentOf(ownerUrl) }),
  );
  return { kind: 'dump', file: path.basename(file) };
}

/** The database for trying out comes without pg_dump: its folder is copied while it stands still. */
async function copyCluster(folder: string, keysFolder: string): Promise<Made> {
  const dataDir = localDataDir();
  const secrets = path.join(dataDir, 'secrets.json');
  if (!existsSync(secrets)) throw new Explained(`There is nothing to back up in ${dataDir}. Set DATA_DIR or DATABASE_OWNER_URL.`);
  holdDataDir(dataDir);
  const cluster = findHome(path.join(dataDir, 'postgres-18')).dataDir;
  if (isPostgresRunning(cluster))
    throw new Explained('The database still runs: stop Rejoin first, since a copy of a moving database is broken.');
  copyFileSync(secrets, path.join(keysFolder, 'secrets.json'));
  const file = path.join(folder, 'cluster.tar.gz');
  await step('Copying the stopped database', () => run('tar', 'tar', ['-czf', file, '-C', cluster, '.']));
  return { kind: 'cluster', file: path.basename(file) };
}

function release(): string {
  const parsed: unknown = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'unknown';
}
