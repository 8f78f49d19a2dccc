import { randomUUID } from 'node:crypto';
import pg from 'pg';

export type TestDatabase = {
  /** role rejoin_app, as the running server */
  appUrl: string;
  /** role rejoin_owner, as the migrations */
  ownerUrl: string;
  /** the superuser, to arrange what neither may */
  adminUrl: string;
  drop(): Promise<void>;
};

/** A database of its own for one test file: a copy of the migrated template, gone after `drop`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const failure = process.env['TEST_DATABASE_FAILURE'];
  if (failure) throw new Error(failure);
  const adminUrl = required('TEST_DATABASE_ADMIN_URL');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(adminUrl, `CREATE DATABASE ${name} TEMPLATE rejoin_template OWNER rejoin_owner`);
  return {
    appUrl: onDatabase(required('TEST_DATABASE_APP_URL'), name),
    ownerUrl: onDatabase(required('TEST_DATABASE_OWNER_URL'), name),
    adminUrl: onDatabase(adminUrl, name),
    drop: () => run(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: run the tests with "npm test", which starts the database.`);
}

function onDatabase(url: string, name: string): string {
  const result = new URL(url);
  result.pathname = `/${name}`;
  return result.href;
}

async function run(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: onDatabase(adminUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
