import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { command, setting } from './command.ts';
import { compile } from './compile.ts';
import { inRoot } from './paths.ts';
import { findHome } from './postgres-home.ts';
import { startPostgres } from './postgres.ts';
import { launch } from './processes.ts';
import { Explained } from './progress.ts';
import { localSecrets } from './secrets.ts';
import { logFile } from './services.ts';

/** The database of the settings; else the local one, started for the time of the run unless it runs already. */
async function localDatabase(dataDir: string): Promise<string> {
  const folder = path.join(dataDir, 'postgres-18');
  const passwords = localSecrets(dataDir);
  const home = findHome(folder);
  if (!existsSync(path.join(home.dataDir, 'PG_VERSION'))) {
    throw new Explained('There is no database here yet: run "npm start" first, or set DATABASE_URL and AUTH_SECRET.');
  }
  const pidFile = path.join(home.dataDir, 'postmaster.pid');
  const port = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n')[3] : undefined;
  if (port) return `postgres://rejoin_app:${passwords.app}@127.0.0.1:${port}/rejoin`;
  return (await startPostgres({ dataDir: folder, passwords, logFile: logFile(dataDir, 'postgres') })).appUrl;
}

await command(async () => {
  const dataDir = path.resolve(inRoot(), setting('DATA_DIR') ?? '.data');
  await compile({ only: ['shared', 'server'] });
  const given = setting('DATABASE_OWNER_URL') ?? setting('DATABASE_URL');
  const env = given
    ? process.env
    : {
        ...process.env,
        DATABASE_URL: await localDatabase(dataDir),
        AUTH_SECRET: setting('AUTH_SECRET') ?? localSecrets(dataDir).authSecret,
      };
  const args = [inRoot('server/dist/audit/verify.js'), ...process.argv.slice(2)];
  const { code } = await launch('Verifying the audit log', process.execPath, args, { cwd: inRoot(), env }).exited;
  return code ?? 1;
});
