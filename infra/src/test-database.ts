import path from 'node:path';
import { startThrowawayPostgres, type Postgres } from './postgres.ts';
import { withClient } from './postgres-roles.ts';
import { lastLines } from './processes.ts';
import { explain } from './progress.ts';
import { runServerScript } from './server.ts';

/**
 * One PostgreSQL for a whole test run, with one migrated database to copy for each test file (server/src/testing/database.ts).
 * If the migrations fail, tests without a database still run; those with one fail and say why.
 */
export async function startTestDatabase(): Promise<Postgres> {
  const postgres = await startThrowawayPostgres();
  process.env['TEST_DATABASE_ADMIN_URL'] = postgres.adminUrl;
  process.env['TEST_DATABASE_OWNER_URL'] = postgres.ownerUrl;
  process.env['TEST_DATABASE_APP_URL'] = postgres.appUrl;
  process.env['TEST_DATABASE_FAILURE'] = await migrateTemplate(postgres);
  return postgres;
}

async function migrateTemplate(postgres: Postgres): Promise<string> {
  const file = path.join(postgres.dataDir, '..', 'migrate.log');
  try {
    await runServerScript('Migrating the test database', 'server/dist/database/migrate.js', {
      env: { ...process.env, DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl },
      output: { file },
    });
    await makeTemplate(postgres.adminUrl);
    return '';
  } catch (error) {
    return `The test database could not be migrated (run "npm run build" first).\n${explain(error)}\n${lastLines(file, 20)}`;
  }
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const server = new URL(adminUrl);
  server.pathname = '/postgres';
  await withClient(server.href, async (client) => {
    await client.query('ALTER DATABASE rejoin RENAME TO rejoin_template');
    await client.query('ALTER DATABASE rejoin_template WITH is_template true');
  });
}
