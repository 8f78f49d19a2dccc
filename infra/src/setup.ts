import { writeFileSync } from 'node:fs';
import { command } from './command.ts';
import { render } from './livekit.ts';
import { siteValues } from './livekit-site.ts';
import { prepareDatabase } from './postgres-roles.ts';
import { Explained, say } from './progress.ts';
import { runServerScript } from './server.ts';

/**
 * Prepares an installation: the two roles of the database, its tables, and LiveKit's configuration. Changes nothing that
 * is there already, so it runs before every start and every upgrade.
 */
await command(async () => {
  const [adminUrl, ownerUrl, appUrl] = [needed('DATABASE_ADMIN_URL'), needed('DATABASE_OWNER_URL'), needed('DATABASE_URL')];
  await prepareDatabase(adminUrl, { admin: passwordOf(adminUrl), owner: passwordOf(ownerUrl), app: passwordOf(appUrl) });
  say('Roles and extensions are there.');
  await runServerScript('Updating the database', 'server/dist/database/migrate.js', {
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
    output: 'inherit',
  });
  say('The tables are of this release.');
  const config = needed('LIVEKIT_CONFIG');
  writeFileSync(config, render(siteValues(process.env)), { mode: 0o600 });
  say(`LiveKit reads ${config}.`);
  return 0;
});

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Explained(`${name} is not set. docker-compose.yml shows what an installation sets.`);
  if (/change-me/i.test(value)) throw new Explained(`${name} carries an example secret: choose your own in .env.`);
  return value;
}

function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password);
}
