import { chownSync, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBackup } from './backup-files.ts';
import { command, setting } from './command.ts';
import { holdDataDir, localDataDir } from './data-dir.ts';
import { findHome } from './postgres-home.ts';
import { ensureRoles, serverOf, withClient } from './postgres-roles.ts';
import { environmentOf, pgTool } from './postgres-tools.ts';
import { run } from './processes.ts';
import { Explained, say, step } from './progress.ts';

const usage = 'npm run restore -- --from FOLDER --keys-from ANOTHER_FOLDER';

await command(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, 'keys-from': { type: 'string' } } });
  const { from, 'keys-from': keysFrom } = values;
  if (!from || !keysFrom) throw new Explained(`From where? ${usage}`);
  const { manifest, file } = await step('Checking the backup', () => readBackup(from));
  if (manifest.kind === 'cluster') await unpackCluster(file, keysFrom);
  else await loadDump(file, keysFrom);
  return 0;
});

/** Into a folder that holds no database yet: nothing is ever overwritten. */
async function unpackCluster(file: string, keysFrom: string): Promise<void> {
  const secrets = path.join(keysFrom, 'secrets.json');
  if (!existsSync(secrets)) throw new Explained(`The keys are missing: ${secrets}. Without them nobody can sign in to this database.`);
  const dataDir = localDataDir();
  mkdirSync(dataDir, { recursive: true });
  holdDataDir(dataDir);
  const { dataDir: cluster, runAs } = findHome(path.join(dataDir, 'postgres-18'));
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  if (readdirSync(cluster).length > 0)
    throw new Explained(`There is a database in ${cluster} already. Nothing was overwritten; set another DATA_DIR.`);
  await step('Unpacking the database', () => run('tar', 'tar', ['-xzf', file, '-C', cluster]));
  if (runAs) {
    const { uid, gid } = runAs;
    chownSync(cluster, uid, gid);
    await run('chown', 'chown', ['-R', `${uid}:${gid}`, cluster]);
  }
  copyFileSync(secrets, path.join(dataDir, 'secrets.json'));
  say(`Restored. Start it with DATA_DIR=${dataDir} npm start`);
}

async function loadDump(file: string, keysFrom: string): Promise<void> {
  const [adminUrl, ownerUrl, appUrl] = ['DATABASE_ADMIN_URL', 'DATABASE_OWNER_URL', 'DATABASE_URL'].map((name) => {
    const value = setting(name);
    if (!value) throw new Explained(`${name} is not set: the database to restore into, as docker-compose.yml sets it for "setup".`);
    return value;
  });
  if (!adminUrl || !ownerUrl || !appUrl) return;
  const passwordOf = (url: string) => decodeURIComponent(new URL(url).password);
  await ensureRoles(adminUrl, { owner: passwordOf(ownerUrl), app: passwordOf(appUrl) });
  await withClient(serverOf(adminUrl), async (client) => {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'rejoin'`);
    if (rowCount) throw new Explained('There is a database "rejoin" already. Nothing was overwritten: rename or drop it first.');
    await client.query('CREATE DATABASE rejoin OWNER rejoin_owner');
  });
  const tool = await pgTool('pg_restore', adminUrl);
  const args = ['--exit-on-error', '--no-password', '--dbname=rejoin', file];
  await step('Loading the database (pg_restore)', () => run('pg_restore', tool, args, { env: environmentOf(adminUrl) }));
  say(`Restored. Start the server with the keys of ${path.join(keysFrom, 'keys.env')}.`);
}
