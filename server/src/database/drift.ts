import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { catalogSql } from './catalog.sql.js';

/** The committed schema lies beside the sources, whichever build runs. */
const snapshotFile = path.join(import.meta.dirname, '..', '..', 'src', 'database', 'schema.snapshot.sql');
const header = '-- What the migrations make, as the catalog shows it. Rewritten by: node server/dist/database/drift.js --write\n';

/** An entity need not repeat what only the database enforces: those are held by the snapshot. */
const onlyInDatabase = /^ALTER TABLE \S+ DROP CONSTRAINT \S+$|^DROP INDEX \S+$/;

/** What would have to change in the database for it to be what the entities say. */
async function entityDrift(database: DataSource): Promise<string[]> {
  const { upQueries } = await database.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query.trim()).filter((query) => !onlyInDatabase.test(query));
}

async function catalog(database: DataSource): Promise<string> {
  const rows: { line: string }[] = await database.query(catalogSql);
  return `${header}${rows.map(({ line }) => line.trimEnd()).join('\n')}\n`;
}

/** The lines that only one of both has, marked like a patch. */
function difference(committed: string, actual: string): string[] {
  const [was, is] = [committed.split('\n'), actual.split('\n')];
  const gone = was.filter((line) => !is.includes(line)).map((line) => `- ${line}`);
  return [...gone, ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`)];
}

/** Compares a freshly migrated database with the entities and with the committed snapshot; gives what differs. */
async function findDrift(ownerUrl: string, isRewriting: boolean): Promise<string[]> {
  const entities = [path.join(import.meta.dirname, '..', '**', '*.entity.js')];
  const database = await new DataSource({ type: 'postgres', url: ownerUrl, entities }).initialize();
  try {
    if (database.entityMetadatas.length === 0) return ['No entity was found: build the server first.'];
    const actual = await catalog(database);
    if (isRewriting) writeFileSync(snapshotFile, actual);
    const committed = existsSync(snapshotFile) ? readFileSync(snapshotFile, 'utf8') : '';
    const lines = difference(committed, actual);
    const isMoved = lines.length === 0 && committed !== actual;
    const statements = await entityDrift(database);
    return [...statements.map((query) => `entities: ${query}`), ...lines, ...(isMoved ? ['The snapshot is in another order.'] : [])];
  } finally {
    await database.destroy();
  }
}

if (import.meta.main) {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) throw new Error('DATABASE_OWNER_URL is missing: it names a freshly migrated database as the role that owns it.');
  const drift = await findDrift(url, process.argv.includes('--write'));
  if (drift.length > 0) {
    process.stderr.write(`The database is not what was committed:\n${drift.join('\n')}\n`);
    process.exitCode = 1;
  }
}
