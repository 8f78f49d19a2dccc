import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addAddendum, readNote, saveNote, type Note } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, signIn } from '../testing/factories.js';
import { Note as NoteRow } from './note.entity.js';
import { contentHash } from './seal.js';
import { Desk } from './testing/desk.js';

let app: TestApp;
let desk: Desk;

beforeAll(async () => {
  app = await startApp();
  desk = await Desk.open(app);
  await app.database.query(`INSERT INTO staff_profile (person_id, credentials) VALUES ($1, 'LCSW')`, [desk.lead.id]);
  await app.database.query(
    `INSERT INTO licence (id, person_id, type, number, state, from_on, to_on) VALUES
       (gen_random_uuid(), $1, 'LCSW', '12345', 'NY', '2020-01-01', '2099-01-01'), (gen_random_uuid(), $1, 'LSW', '9', 'NJ', '2010-01-01', '2019-01-01')`,
    [desk.lead.id],
  );
});
afterAll(() => app.close());
beforeEach(() => desk.newSession());

const asPart = ({ id, version }: Note) => ({ id, version });

describe('signing', () => {
  beforeEach(() => desk.mayNowSign());

  it('takes all parts that were opened at once, and says of each other one why not', async () => {
    const [ann, group] = [await desk.draft('Spoke of sleep.'), await desk.groupDraft()];
    const ben = await desk.draft(' \n\u200b\u2063 ', desk.ben);
    await app.database.query('UPDATE note SET opened_version = NULL WHERE id = $1', [group.id]);
    const answers = await desk.sign([asPart(ann), asPart(ben), asPart(group), { id: randomUUID(), version: 1 }]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['note.empty', 'note.unopened', 'row.notFound', 'signed']);
    expect((await desk.slotOf(desk.ann)).note).toMatchObject({ status: 'signed' });
    expect((await desk.slotOf(desk.ben)).note).toMatchObject({ status: 'draft' });
  });

  it('keeps name, credentials and the licences of that moment, and a hash of all of it with the facts and the common part', async () => {
    const [ann, group] = [await desk.draft(), await desk.groupDraft()];
    const answers = await desk.sign([asPart(ann), asPart(group)]);
    const signed = answers.find(({ note }) => note?.kind === 'patient')?.note;
    expect(signed?.signature).toEqual({
      name: 'Lea Dorn',
      credentials: 'LCSW',
      licences: [{ type: 'LCSW', number: '12345', state: 'NY' }],
      at: expect.any(String),
    });
    const row = await app.database.manager.findOneByOrFail(NoteRow, { id: ann.id });
    const common = await app.database.manager.findOneByOrFail(NoteRow, { id: group.id });
    expect([row.groupHash, contentHash(row)]).toEqual([common.contentHash, signed?.contentHash]);
    expect(row.facts?.patient?.recordNumber).toMatch(/^MRN-/);
    await app.database.query(`UPDATE staff_profile SET credentials = 'LCSW-R' WHERE person_id = $1`, [desk.lead.id]);
    await app.database.query(`UPDATE patient SET record_number = 'NEW' WHERE person_id = $1`, [desk.ben.id]);
    const later = await desk.agent.call(readNote, { params: { noteId: ann.id } });
    expect([later.note.signature, later.facts]).toEqual([signed?.signature, row.facts]);
  });

  it('shows a name of somebody else once, and lets it stand when the writer says so', async () => {
    const note = await desk.draft('Annika answered BEN, and möller will rest.');
    expect(await desk.sign([asPart(note)])).toMatchObject([{ code: 'note.namesOther', words: ['BEN', 'will'] }]);
    expect(await desk.sign([{ ...asPart(note), pass: true }])).toMatchObject([{ code: 'signed' }]);
    const rows = await app.database.query(
      `SELECT outcome, details FROM audit_event WHERE row_id = $1 AND action = 'note.sign' ORDER BY id`,
      [note.id],
    );
    expect(rows).toEqual([
      { outcome: 'refused', details: { version: 1, code: 'note.namesOther' } },
      { outcome: 'done', details: { version: 1, passed: true } },
    ]);
    const group = await desk.groupDraft('Ann was quiet.');
    expect(await desk.sign([asPart(group)])).toMatchObject([{ code: 'note.namesOther', words: ['Ann'] }]);
  });

  it('is for one’s own parts of this session', async () => {
    const elsewhere = await desk.draft();
    const colleague = await makePerson(app, { role: 'therapist', programId: desk.program.id });
    await desk.newSession({ coLead: [colleague] });
    const theirs = await desk.draft('Theirs', desk.ann, await signIn(app, colleague));
    const answers = await desk.sign([asPart(elsewhere), asPart(theirs)]);
    expect(answers).toEqual(Array(2).fill({ note: null, code: 'row.notFound', words: [] }));
  });

  it('waits for the end of the session', async () => {
    const note = await desk.draft();
    await app.database.query('UPDATE session SET started_at = starts_at WHERE id = $1', [desk.session.id]);
    expect([(await desk.list()).isOver, (await desk.sign([asPart(note)]))[0]?.code]).toEqual([false, 'note.notOver']);
  });

  it('after the day of service labels a late entry for ever, with the day it was written', async () => {
    const [onTime, late] = [await desk.draft(), await desk.draft('Text', desk.ben)];
    await app.database.query(`UPDATE note SET service_date = (now() AT TIME ZONE 'America/New_York')::date WHERE id = $1`, [onTime.id]);
    await app.database.query(`UPDATE note SET service_date = '2026-01-05' WHERE id = $1`, [late.id]);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
    const answers = await desk.sign([asPart(onTime), asPart(late)]);
    expect(answers.map(({ note }) => note?.lateEntryOn)).toEqual([null, today]);
  });

  it('of 20 who sign and save at once lets one version be signed, and tells the others', async () => {
    const note = await desk.draft();
    const save = { sessionId: desk.session.id, patientId: desk.ann.id };
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        if (n % 2 === 0) return (await desk.sign([asPart(note)]))[0]?.code;
        const answer = await desk.agent.ask(saveNote, { params: save, body: { id: note.id, version: 1, fields: { Note: `Edit ${n}` } } });
        return answer.status === 200 ? 'saved' : JSON.stringify(answer.body).match(/row\.changed|note\.signed/)?.[0];
      }),
    );
    expect(answers.filter((answer) => answer === 'signed' || answer === 'saved')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(answers.includes('signed') ? ['signed', 'note.signed'] : ['saved', 'row.changed']));
    const now = (await desk.slotOf(desk.ann)).note;
    expect(now).toMatchObject(answers.includes('signed') ? { status: 'signed', fields: note.fields } : { status: 'draft', version: 2 });
  });
});

describe('what is signed', () => {
  it('is final: no request and no statement of the application’s own role changes it', async () => {
    const signed = await desk.signed(await desk.draft());
    const params = { sessionId: desk.session.id, patientId: desk.ann.id };
    const change = { id: signed.id, version: 1, fields: { Note: 'Changed' } };
    expect(await desk.agent.refused(saveNote, { params, body: change })).toMatchObject({ code: 'note.signed' });
    const refusals = await Promise.all(
      [
        ...['body', 'signer_name', 'clinician_place'].map((column) => `UPDATE note SET ${column} = 'changed' WHERE id = $1`),
        `UPDATE note SET status = 'draft', signed_at = NULL, content_hash = NULL WHERE id = $1`,
        `UPDATE note SET facts = '{}' WHERE id = $1`,
        `UPDATE note SET author_id = author_id, updated_at = now() WHERE id = $1`,
        `DELETE FROM note WHERE id = $1`,
        `INSERT INTO note SELECT * FROM note WHERE id = $1 ON CONFLICT (id) DO UPDATE SET body = 'changed'`,
        `MERGE INTO note n USING (SELECT $1::uuid AS id) x ON n.id = x.id WHEN MATCHED THEN UPDATE SET body = 'changed'`,
        `WITH x AS (UPDATE note SET version = version + 1 WHERE id = $1 RETURNING 1) SELECT * FROM x`,
      ].map((statement) =>
        app.database.query(statement, [signed.id]).then(
          () => 'allowed',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(new Set(refusals)).toEqual(new Set(['RJ001', '42501']));
    expect((await desk.slotOf(desk.ann)).note).toEqual(signed);
  });

  it('keeps every column, whatever the application’s own role writes there', async () => {
    const signed = await desk.signed(await desk.draft());
    const other = await desk.draft('Another text', desk.ben);
    const columns: { name: string }[] = await app.database.query(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'note'`,
    );
    expect(columns.length).toBeGreaterThan(30);
    const row = () => app.database.query('SELECT * FROM note WHERE id = $1', [signed.id]);
    const before = await row();
    for (const { name } of columns) {
      const change = `UPDATE note SET "${name}" = (SELECT "${name}" FROM note WHERE id = $2) WHERE id = $1`;
      await expect(app.database.query(change, [signed.id, other.id])).rejects.toMatchObject({ code: 'RJ001' });
    }
    expect(await row()).toEqual(before);
  });

  it('takes words of its author later, with name and day, and stays as it is', async () => {
    const signed = await desk.signed(await desk.draft());
    const added = { params: { noteId: signed.id }, body: { id: randomUUID(), text: 'The sister called as well.' } };
    const once = await desk.agent.call(addAddendum, added);
    expect(await desk.agent.call(addAddendum, added)).toEqual(once);
    expect(once).toMatchObject({ contentHash: signed.contentHash, fields: signed.fields, status: 'signed' });
    expect(once.addenda).toMatchObject([{ text: 'The sister called as well.', signature: { name: 'Lea Dorn', at: expect.any(String) } }]);
    for (const statement of [
      `UPDATE note_addendum SET body = 'x'`,
      'DELETE FROM note_addendum',
      'DELETE FROM note_return',
      'TRUNCATE note_addendum',
    ]) {
      await expect(app.database.query(statement)).rejects.toThrow(/permission denied/);
    }
    const draft = await desk.draft('Not yet', desk.ben);
    const early = { params: { noteId: draft.id }, body: { id: randomUUID(), text: 'More' } };
    expect(await desk.agent.refused(addAddendum, early)).toMatchObject({ code: 'note.notSigned' });
    expect(await desk.agent.refused(addAddendum, { ...added, body: { id: randomUUID(), text: ' \u200b' } })).toMatchObject({
      code: 'input.invalid',
    });
  });
});
