import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Clock } from '../common/clock.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson } from '../testing/factories.js';
import { until } from '../testing/until.js';
import { AuditService } from './audit.service.js';
import { anchorOf, sealKey } from './seal.js';
import { AuditSealer } from './sealer.js';
import { verifyAudit, type Verdict } from './verification.js';

let app: TestApp;
let owner: Client;
let sealer: AuditSealer;
let actorId: string;
const patientId = randomUUID();

beforeAll(async () => {
  app = await startApp();
  owner = new Client({ connectionString: app.urls.ownerUrl });
  await owner.connect();
  sealer = app.nest.get(AuditSealer);
  actorId = (await makePerson(app, { account: false })).id;
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

/** Six sealed rows: a chain anew for each test, for most of them break it. */
beforeEach(async () => {
  await owner.query('TRUNCATE audit_seal, audit_event');
  await write(6);
  await sealAll();
});

async function write(count: number): Promise<void> {
  const audit = app.nest.get(AuditService);
  const details = { method: 'GET', path: '/patients/:patientId' };
  for (let n = 0; n < count; n++) {
    await audit.record({
      actorId,
      action: 'patient.read',
      outcome: 'done',
      rowKind: 'session',
      rowId: randomUUID(),
      patientIds: [patientId],
      details,
    });
  }
}

const sealAll = (): Promise<unknown> =>
  until(
    () => sealer.seal(),
    (isDone) => isDone,
  );
const verify = (anchors: string[] = []): Promise<Verdict> => verifyAudit(owner, sealKey(app.config), anchors);

async function ids(): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM audit_event ORDER BY id');
  return rows.map(({ id }) => id);
}

async function third(): Promise<string> {
  return (await ids())[2] ?? '';
}

async function asApp<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: app.urls.appUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const insert = `INSERT INTO audit_event (action, outcome) VALUES ('by.hand', 'done') RETURNING id`;

describe('the sealed audit log', () => {
  it('is whole as it was written, and says how far', async () => {
    const verdict = await verify();
    expect(verdict).toMatchObject({ checked: 6, broken: undefined, unsealed: { count: 0 } });
    expect(verdict.last?.id).toBe((await ids()).at(-1));
  });

  it.each([
    [`actor_id = NULL`],
    [`action = 'patient.reed'`],
    [`outcome = 'refused'`],
    [`at = at + interval '1 microsecond'`],
    [`row_kind = 'sessioN'`],
    [`row_id = gen_random_uuid()`],
    [`patient_id = NULL`],
    [`session_id = gen_random_uuid()`],
    [`entry_id = NULL`],
    [`details = jsonb_set(details, '{method}', '"GeT"')`],
    [`details = details || '{"more": null}'`],
  ])('names the row in which the owner of the database set %s', async (change) => {
    const id = await third();
    await owner.query(`UPDATE audit_event SET ${change} WHERE id = $1`, [id]);
    expect(await verify()).toMatchObject({ checked: 2, broken: { id, what: expect.stringContaining('not what was sealed') } });
  });

  it('names the place where a row was taken out, with its seal or without', async () => {
    const [, , id, next] = await ids();
    await owner.query('DELETE FROM audit_seal WHERE id = $1', [id]);
    expect((await verify()).broken).toMatchObject({ id, what: expect.stringContaining('no seal') });
    await owner.query('DELETE FROM audit_event WHERE id = $1', [id]);
    expect((await verify()).broken).toMatchObject({ id: next, what: expect.stringContaining('a row before it') });
    await owner.query('UPDATE audit_seal SET position = position - 1 WHERE id >= $1', [next]);
    expect((await verify()).broken).toMatchObject({ id: next, what: expect.stringContaining('not what was sealed') });
  });

  it('names a row whose place was exchanged with another', async () => {
    const [, a, , b] = await ids();
    await owner.query(
      `UPDATE audit_event SET details = o.details, row_id = o.row_id, at = o.at, entry_id = NULL
       FROM audit_event o WHERE o.id = $2 AND audit_event.id = $1`,
      [a, b],
    );
    expect((await verify()).broken).toMatchObject({ id: a });
  });

  it('names a row that was put in between older ones', async () => {
    await asApp(async (client) => {
      await client.query('BEGIN');
      await client.query(insert);
      await client.query('ROLLBACK');
    });
    const free = String(Number((await ids()).at(-1)) + 1);
    await write(2);
    await sealAll();
    expect((await verify()).broken).toBeUndefined();
    await owner.query(`INSERT INTO audit_event (id, action, outcome) OVERRIDING SYSTEM VALUE VALUES ($1, 'by.hand', 'done')`, [free]);
    expect((await verify()).broken).toMatchObject({ id: free, action: 'by.hand', what: expect.stringContaining('no seal') });
  });

  it('is found cut off at its end by an anchor of before, though the rest is whole and is sealed on', async () => {
    const { last } = await verify();
    const anchor = last ? anchorOf(last) : '';
    expect((await verify([anchor])).broken).toBeUndefined();
    await owner.query('DELETE FROM audit_seal WHERE id = $1', [last?.id]);
    await owner.query('DELETE FROM audit_event WHERE id = $1', [last?.id]);
    expect((await verify()).broken).toBeUndefined();
    await write(3);
    await sealAll();
    expect((await verify([anchor])).broken).toMatchObject({ id: last?.id, what: expect.stringContaining('anchor') });
  });

  it('cannot be made anew by who has the database but not the key', async () => {
    expect((await verifyAudit(owner, sealKey({ AUTH_SECRET: 'another secret that is long enough too' }))).broken).toMatchObject({
      id: (await ids())[0],
      what: expect.stringContaining('AUDIT_KEY'),
    });
  });

  it('tells of rows that are not sealed yet', async () => {
    const client = new Client({ connectionString: app.urls.appUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query(insert);
    await write(2);
    await sealer.seal();
    const verdict = await verify();
    expect(verdict).toMatchObject({ checked: 6, broken: undefined, unsealed: { count: 2, since: expect.stringMatching(/Z$/) } });
    await client.end();
  });
});

describe('sealing', () => {
  it('waits for a row with a smaller id that is not committed yet, and then keeps the order', async () => {
    const client = new Client({ connectionString: app.urls.appUrl });
    await client.connect();
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(insert);
    await write(1);
    expect(await sealer.seal()).toBe(false);
    expect((await verify()).checked).toBe(6);
    await client.query('COMMIT');
    await client.end();
    await sealAll();
    expect(await verify()).toMatchObject({ checked: 8, broken: undefined, unsealed: { count: 0 } });
    expect((await ids()).at(-2)).toBe(rows[0]?.id);
  });

  it('is not held up by numbers of rows that were taken back', async () => {
    for (let n = 0; n < 3; n++) {
      await asApp(async (client) => {
        await client.query('BEGIN');
        await client.query(insert);
        await client.query('ROLLBACK');
      });
      await write(1);
    }
    await sealAll();
    expect(await verify()).toMatchObject({ checked: 9, broken: undefined, unsealed: { count: 0 } });
  });

  it('makes one chain with several instances and many writers at once', async () => {
    const others = [1, 2].map(() => new AuditSealer(app.database, new Clock(), app.config));
    const writing = Promise.all(Array.from({ length: 8 }, () => write(25)));
    let isWriting = true;
    const sealing = [sealer, ...others].map(async (each) => {
      while (isWriting) await each.seal();
    });
    await writing;
    isWriting = false;
    await Promise.all(sealing);
    await sealAll();
    expect(await verify()).toMatchObject({ checked: 206, broken: undefined, unsealed: { count: 0 } });
  });
});
