import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import { startApp, type TestApp } from '../testing/app.js';
import { until } from '../testing/until.js';
import { AuditService } from './audit.service.js';
import { AuditSealer } from './sealer.js';

let app: TestApp;
let owner: Client;

beforeAll(async () => {
  app = await startApp();
  owner = new Client({ connectionString: app.urls.ownerUrl });
  await owner.connect();
  for (let n = 0; n < 6; n++) await app.nest.get(AuditService).record({ actorId: null, action: 'patient.read', outcome: 'done' });
  await until(
    () => app.nest.get(AuditSealer).seal(),
    (isDone) => isDone,
  );
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

async function asApp<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: app.urls.appUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What somebody with the application's password may try on the rows that are sealed. */
const attempts = [
  `UPDATE audit_event SET action = 'x'`,
  `UPDATE audit_seal SET hash = decode(repeat('00', 32), 'hex')`,
  `DELETE FROM audit_event`,
  `DELETE FROM audit_seal`,
  `TRUNCATE audit_event CASCADE`,
  `TRUNCATE audit_seal`,
  `INSERT INTO audit_event (id, action, outcome) OVERRIDING SYSTEM VALUE VALUES (1, 'x', 'done')`,
  `INSERT INTO audit_event (action, outcome, at) VALUES ('x', 'done', now() - interval '1 year')`,
  `INSERT INTO audit_event (entry_id, action, outcome) SELECT entry_id, 'x', 'done' FROM audit_event
   ON CONFLICT (entry_id, patient_id) WHERE entry_id IS NOT NULL DO UPDATE SET action = 'x'`,
  `MERGE INTO audit_event e USING (SELECT 1) s ON true WHEN MATCHED THEN UPDATE SET action = 'x'`,
  `MERGE INTO audit_event e USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`,
  `SELECT setval('audit_event_id_seq', 1)`,
  `ALTER TABLE audit_event DISABLE TRIGGER ALL`,
  `ALTER TABLE audit_event DROP COLUMN details`,
  `ALTER TABLE audit_seal DROP CONSTRAINT audit_seal_pkey`,
  `CREATE TRIGGER x BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
  `CREATE RULE x AS ON INSERT TO audit_event DO ALSO DELETE FROM audit_event`,
  `CREATE TEMP TABLE audit_event (id bigint)`,
  `DROP TABLE IF EXISTS audit_event, audit_seal`,
  `GRANT ALL ON audit_event TO rejoin_app`,
  `SET ROLE rejoin_owner`,
  `SET SESSION AUTHORIZATION postgres`,
  `SET session_replication_role = replica`,
  `SELECT id FROM audit_event FOR UPDATE`,
  `COPY audit_event TO PROGRAM 'true'`,
  `DO $$ BEGIN UPDATE audit_event SET action = 'x'; END $$`,
  `WITH gone AS (DELETE FROM audit_event RETURNING *) SELECT * FROM gone`,
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
];

describe('the application’s own role', () => {
  it('changes no row of the audit log by any sequence of statements', async () => {
    const all = async (): Promise<unknown[]> =>
      (
        await owner.query<{ id: string }>(
          'SELECT e.*, s.position, s.hash FROM public.audit_event e JOIN public.audit_seal s USING (id) ORDER BY id',
        )
      ).rows;
    const before = await all();
    expect(before).toHaveLength(6);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...attempts), { minLength: 1, maxLength: 12 }), async (statements) => {
        await asApp(async (client) => {
          for (const statement of statements) await client.query(statement).catch(() => undefined);
        });
        expect((await all()).slice(0, 6)).toEqual(before);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
    );
    await asApp(async (client) => {
      for (const statement of attempts) await client.query(statement).catch(() => undefined);
    });
    expect((await all()).slice(0, 6)).toEqual(before);
  });

  it.each(attempts.slice(0, 17))('is refused: %s', async (statement) => {
    await asApp((client) => expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/));
  });
});
