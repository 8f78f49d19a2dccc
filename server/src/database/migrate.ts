import { getMigrations } from 'better-auth/db/migration';
import { authOptions, authPool } from '../access/auth.js';
import { ownerDatabase } from './data-source.js';

const noMail = { send: async () => undefined };

/** Brings a database to this version: the tables of sign-in first, then ours. Takes the owner's URL. */
export async function migrate(ownerUrl: string): Promise<void> {
  const pool = authPool(ownerUrl, 1);
  try {
    const settings = { PUBLIC_URL: 'http://localhost', AUTH_SECRET: 'not used: only the shape of tables is read', TRUST_PROXY: 0 };
    const { runMigrations } = await getMigrations(authOptions(settings, pool, noMail));
    await runMigrations();
  } finally {
    await pool.end();
  }
  const database = await ownerDatabase(ownerUrl).initialize();
  try {
    await database.runMigrations({ transaction: 'each' });
  } finally {
    await database.destroy();
  }
}

if (import.meta.main) {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) throw new Error('DATABASE_OWNER_URL is missing: it names the database as the role that owns it.');
  await migrate(url);
}
