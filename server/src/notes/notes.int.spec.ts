import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listNotes, readNote, saveNote, signNote, type Note } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import {
  inHours,
  makePatient,
  makePerson,
  makeProgram,
  makeSession,
  signIn,
  type TestPatient,
  type TestPerson,
  type TestSession,
} from '../testing/factories.js';
import { contentHash } from './content-hash.js';
import { Note as NoteRow } from './note.entity.js';

let app: TestApp;
let program: { id: string };
let lead: TestPerson;
let ann: TestPatient;
let agent: Agent;
let session: TestSession;
let hours = 0;

beforeAll(async () => {
  app = await startApp();
  program = await makeProgram(app);
  lead = await makePerson(app, { role: 'therapist', programId: program.id, givenName: 'Lea', familyName: 'Dorn' });
  ann = await makePatient(app, { programId: program.id });
  agent = await signIn(app, lead);
});
afterAll(() => app.close());

async function freshSession(): Promise<TestSession> {
  session = await makeSession(app, { programId: program.id, startsAt: inHours((hours -= 4)), lead: [lead], patient: [ann] });
  return session;
}

const save = (id: string, version: number, body: string): Promise<Note> =>
  agent.call(saveNote, { params: { sessionId: session.id, patientId: ann.id }, body: { id, version, body } });

async function draft(body = 'Took part in the group.'): Promise<Note> {
  await freshSession();
  return save(randomUUID(), 0, body);
}

describe('a draft', () => {
  it('begins with version 0 and counts every save', async () => {
    const note = await draft('First words');
    expect(note).toMatchObject({ version: 1, status: 'draft', authorId: lead.id, authorName: 'Lea Dorn' });
    expect(await save(note.id, 1, 'First words, and more')).toMatchObject({ version: 2, body: 'First words, and more' });
    const slots = await agent.call(listNotes, { params: { sessionId: session.id } });
    expect(slots).toMatchObject([{ patientId: ann.id, note: { id: note.id, version: 2 } }]);
  });

  it('is dated by the day where the program is', async () => {
    session = await makeSession(app, { programId: program.id, startsAt: new Date('2026-11-10T02:30:00Z'), lead: [lead], patient: [ann] });
    expect((await save(randomUUID(), 0, 'Late group')).serviceDate).toBe('2026-11-09');
  });

  it('is not changed by a retry, and a save on an old version is refused', async () => {
    const note = await draft('One');
    await save(note.id, 1, 'Two');
    expect(await save(note.id, 1, 'Two')).toMatchObject({ version: 2, body: 'Two' });
    const body = { id: note.id, version: 1, body: 'Other' };
    expect(await agent.refused(saveNote, { params: { sessionId: session.id, patientId: ann.id }, body })).toMatchObject({
      status: 409,
      code: 'row.changed',
    });
  });

  it('is its author’s alone', async () => {
    const coLead = await makePerson(app, { role: 'therapist', programId: program.id });
    session = await makeSession(app, {
      programId: program.id,
      startsAt: inHours((hours -= 4)),
      lead: [lead],
      coLead: [coLead],
      patient: [ann],
    });
    const note = await save(randomUUID(), 0, 'Mine');
    const other = await signIn(app, coLead);
    const params = { sessionId: session.id, patientId: ann.id };
    expect(await other.refused(saveNote, { params, body: { id: note.id, version: 1, body: 'Theirs' } })).toMatchObject({
      code: 'row.changed',
    });
    expect(await other.refused(signNote, { params: { noteId: note.id }, body: { version: 1 } })).toMatchObject({ code: 'row.notFound' });
    expect(await agent.call(readNote, { params: { noteId: note.id } })).toMatchObject({ body: 'Mine', version: 1 });
  });

  it('is for patients of the session only', async () => {
    await freshSession();
    const stranger = await makePatient(app, { programId: program.id });
    const params = { sessionId: session.id, patientId: stranger.id };
    expect(await agent.refused(saveNote, { params, body: { id: randomUUID(), version: 0, body: 'x' } })).toMatchObject({
      code: 'row.notFound',
    });
  });

  it('begins once, however many begin it at the same time', async () => {
    await freshSession();
    const params = { sessionId: session.id, patientId: ann.id };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => agent.ask(saveNote, { params, body: { id: randomUUID(), version: 0, body: `Text ${n}` } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  });
});

describe('signing', () => {
  it('keeps name and credentials of that moment and a hash of all that was signed', async () => {
    await app.database.query(`INSERT INTO staff_profile (person_id, credentials) VALUES ($1, 'LCSW') ON CONFLICT DO NOTHING`, [lead.id]);
    const note = await draft();
    const signed = await agent.call(signNote, { params: { noteId: note.id }, body: { version: 1 } });
    expect(signed).toMatchObject({ status: 'signed', signerName: 'Lea Dorn', signerCredentials: 'LCSW', signedAt: expect.any(String) });
    const row = await app.database.manager.findOneByOrFail(NoteRow, { id: note.id });
    if (!row.signedAt) throw new Error('signed');
    expect(contentHash({ ...row, signedAt: row.signedAt })).toBe(signed.contentHash);
    expect(contentHash({ ...row, signedAt: row.signedAt, body: `${row.body} ` })).not.toBe(signed.contentHash);
  });

  it('refuses an empty note and an old version', async () => {
    const note = await draft(' \n ');
    expect(await agent.refused(signNote, { params: { noteId: note.id }, body: { version: 1 } })).toMatchObject({ code: 'note.empty' });
    await save(note.id, 1, 'Words');
    expect(await agent.refused(signNote, { params: { noteId: note.id }, body: { version: 1 } })).toMatchObject({ code: 'row.changed' });
  });

  it('of 20 who sign and save at once lets one sign, and tells the others', async () => {
    const note = await draft();
    const params = { sessionId: session.id, patientId: ann.id };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0
          ? agent.ask(signNote, { params: { noteId: note.id }, body: { version: 1 } })
          : agent.ask(saveNote, { params, body: { id: note.id, version: 1, body: `Edit ${n}` } }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
    const signs = statuses.filter((status, n) => status === 200 && n % 2 === 0).length;
    const saves = statuses.filter((status, n) => status === 200 && n % 2 === 1).length;
    expect(signs + saves).toBe(1);
    const now = await agent.call(readNote, { params: { noteId: note.id } });
    if (signs === 1) expect(now).toMatchObject({ status: 'signed', version: 1, body: note.body });
    else expect(now).toMatchObject({ status: 'draft', version: 2 });
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body)).toEqual(
      Array(19).fill(expect.objectContaining({ code: expect.stringMatching(/^(row\.changed|note\.signed)$/) })),
    );
  });

  it('is final: no request and no statement of the application’s own role changes it', async () => {
    const note = await draft();
    const signed = await agent.call(signNote, { params: { noteId: note.id }, body: { version: 1 } });
    const params = { sessionId: session.id, patientId: ann.id };
    expect(await agent.refused(saveNote, { params, body: { id: note.id, version: 1, body: 'Changed' } })).toMatchObject({
      code: 'note.signed',
    });
    const refusals = await Promise.all(
      [
        `UPDATE note SET body = 'changed' WHERE id = $1`,
        `UPDATE note SET status = 'draft', signed_at = NULL WHERE id = $1`,
        `DELETE FROM note WHERE id = $1`,
        `INSERT INTO note SELECT * FROM note WHERE id = $1 ON CONFLICT (id) DO UPDATE SET body = 'changed'`,
      ].map((statement) =>
        app.database.query(statement, [note.id]).then(
          () => 'allowed',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(refusals).toEqual(['RJ001', 'RJ001', '42501', 'RJ001']);
    expect(await agent.call(readNote, { params: { noteId: note.id } })).toEqual(signed);
  });
});
