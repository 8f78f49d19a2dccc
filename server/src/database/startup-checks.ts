import type { DataSource } from 'typeorm';
import { knownMigrations } from './data-source.js';

/** A clock further from the database's than this writes wrong minutes: the server refuses to start on it. */
export const clockToleranceMs = 2_000;

/** How far our clock is before (negative) or behind the database's, in ms: the smallest of three looks, since a slow answer only adds. */
export async function clockOffset(database: Pick<DataSource, 'query'>, now: () => number = Date.now): Promise<number> {
  const offsets: number[] = [];
  for (let look = 0; look < 3; look++) {
    const before = now();
    const rows: { ms: string }[] = await database.query(`SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms`);
    offsets.push(Number(rows[0]?.ms) - (before + now()) / 2);
  }
  return offsets.reduce((least, offset) => (Math.abs(offset) < Math.abs(least) ? offset : least));
}

async function checkSchema(database: Pick<DataSource, 'query'>, acceptsNewer: boolean): Promise<void> {
  const rows: { name: string }[] = await database.query('SELECT name FROM migrations');
  const applied = new Set(rows.map(({ name }) => name));
  const missing = knownMigrations.filter((name) => !applied.has(name));
  if (missing.length > 0) {
    throw new Error(`The database is older than this server: run the migrations first (missing: ${missing.join(', ')}).`);
  }
  const newer = [...applied].filter((name) => !knownMigrations.includes(name));
  if (newer.length > 0 && !acceptsNewer) {
    throw new Error(
      `The database is newer than this server (unknown: ${newer.join(', ')}). Start the release that made it, or read docs/operations.md on going back one release.`,
    );
  }
}

async function checkClock(database: Pick<DataSource, 'query'>): Promise<void> {
  const offset = await clockOffset(database);
  if (Math.abs(offset) <= clockToleranceMs) return;
  const seconds = (Math.abs(offset) / 1000).toFixed(1);
  throw new Error(
    `This machine's clock is ${seconds} s off the database's. Minutes would be wrong: set both clocks (NTP) and start again.`,
  );
}

/** Whether this server may work on this database at all; throws a sentence for whoever starts it. */
export async function checkBeforeStart(database: Pick<DataSource, 'query'>, acceptsNewer: boolean): Promise<void> {
  await checkSchema(database, acceptsNewer);
  await checkClock(database);
}
