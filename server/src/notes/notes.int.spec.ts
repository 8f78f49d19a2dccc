import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openNote, readNote, saveGroupNote, saveNote, takeOverNote } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeSession, signIn, type TestPerson } from '../testing/factories.js';
import { Desk } from './testing/desk.js';

let app: TestApp;
let desk: Desk;
let coLead: TestPerson;
let other: Agent;

beforeAll(async () => {
  app = await startApp();
  desk = await Desk.open(app);
  coLead = await makePerson(app, { role: 'therapist', programId: desk.program.id, givenName: 'Cora', familyName: 'Lind' });
  other = await signIn(app, coLead);
});
afterAll(() => app.close());
beforeEach(() => desk.newSession({ coLead: [coLead] }));

const body = (id: string, version: number, Note: string) => ({ id, version, fields: { Note } });

describe('a draft', () => {
  it('begins with version 0 and counts every save', async () => {
    const note = await desk.draft('First words');
    expect(note).toMatchObject({
      version: 1,
      status: 'draft',
      authorId: desk.lead.id,
      authorName: 'Lea Dorn',
      opened: true,
      service: 'group',
    });
    const more = await desk.save(desk.ann, note.id, 1, 'First words, and more');
    expect(more).toMatchObject({ version: 2, fields: { Note: 'First words, and more' }, opened: true });
    const notes = await desk.list();
    expect(notes.patients.map(({ patientId, note: begun }) => [patientId, begun?.version])).toEqual([
      [desk.ann.id, 2],
      [desk.ben.id, undefined],
    ]);
    expect(notes.group).toMatchObject({ patientId: null, patientName: null, note: null });
  });

  it('is dated by the day where the session was', async () => {
    desk.session = await makeSession(app, {
      programId: desk.program.id,
      startsAt: new Date('2026-11-10T02:30:00Z'),
      lead: [desk.lead],
      patient: [desk.ann],
    });
    expect((await desk.draft('Late group')).serviceDate).toBe('2026-11-09');
  });

  it('is not changed by a retry, and a save on an old version is refused', async () => {
    const note = await desk.draft('One');
    await desk.save(desk.ann, note.id, 1, 'Two');
    expect(await desk.save(desk.ann, note.id, 1, 'Two')).toMatchObject({ version: 2, fields: { Note: 'Two' } });
    const params = { sessionId: desk.session.id, patientId: desk.ann.id };
    const refusal = await desk.agent.refused(saveNote, { params, body: body(note.id, 1, 'Other') });
    expect(refusal).toMatchObject({ status: 409, code: 'row.changed' });
  });

  it('is for patients of the session only', async () => {
    const stranger = await makePatient(app, { programId: desk.program.id });
    const params = { sessionId: desk.session.id, patientId: stranger.id };
    expect(await desk.agent.refused(saveNote, { params, body: body(randomUUID(), 0, 'x') })).toMatchObject({ code: 'row.notFound' });
  });

  it.each(['patient', 'group'] as const)('of a %s begins once, however many begin it at the same time', async (kind) => {
    const begin = (n: number) => {
      const params = { sessionId: desk.session.id, patientId: desk.ann.id };
      const part = body(randomUUID(), 0, `Text ${n}`);
      return desk.agent.ask(kind === 'patient' ? saveNote : saveGroupNote, { params, body: part });
    };
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => begin(n)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  });

  it('says where the clinician was, and keeps it when a later save does not say', async () => {
    const params = { sessionId: desk.session.id, patientId: desk.ann.id };
    const id = randomUUID();
    await desk.agent.call(saveNote, { params, body: { ...body(id, 0, 'One'), clinicianPlace: 'Home office, NJ' } });
    expect(await desk.save(desk.ann, id, 1, 'Two')).toMatchObject({ clinicianPlace: 'Home office, NJ' });
  });
});

describe('the parts of a session', () => {
  it('have each an author of their own: lead and co-lead write different ones', async () => {
    await desk.draft('By the lead');
    await desk.draft('By the co-lead', desk.ben, other);
    await desk.groupDraft('Common, by the co-lead', other);
    const notes = await desk.list();
    expect(notes.patients.map(({ note }) => note?.authorName)).toEqual(['Lea Dorn', 'Cora Lind']);
    expect(notes.group?.note).toMatchObject({ kind: 'group', patientId: null, authorName: 'Cora Lind' });
  });

  it('show a colleague’s text instead of overwriting it', async () => {
    const note = await desk.draft('Mine');
    const params = { sessionId: desk.session.id, patientId: desk.ann.id };
    for (const attempt of [body(note.id, 1, 'Theirs'), body(randomUUID(), 0, 'Theirs')]) {
      expect(await other.refused(saveNote, { params, body: attempt })).toMatchObject({ code: 'row.changed' });
    }
    expect((await other.call(readNote, { params: { noteId: note.id } }).catch(() => null))?.note.fields.Note).toBeUndefined();
    expect((await desk.list(other)).patients[0]?.note).toMatchObject({ fields: { Note: 'Mine' }, authorName: 'Lea Dorn' });
  });

  it('go over to a colleague who says so, and have to be opened by them before they sign', async () => {
    const note = await desk.draft('Half a text');
    const params = { noteId: note.id };
    expect(await other.refused(takeOverNote, { params, body: { version: 7 } })).toMatchObject({ code: 'row.changed' });
    const taken = await other.call(takeOverNote, { params, body: { version: 1 } });
    expect(taken).toMatchObject({ authorName: 'Cora Lind', version: 2, opened: false, fields: { Note: 'Half a text' } });
    const rows = await app.database.query(`SELECT actor_id, details FROM audit_event WHERE action = 'note.takeOver' AND row_id = $1`, [
      note.id,
    ]);
    expect(rows).toContainEqual({ actor_id: coLead.id, details: { from: desk.lead.id } });
    const late = { params: { sessionId: desk.session.id, patientId: desk.ann.id }, body: body(note.id, 1, 'My own, later') };
    expect(await desk.agent.refused(saveNote, late)).toMatchObject({ code: 'row.changed' });
    await desk.mayNowSign(other);
    expect((await desk.sign([{ id: note.id, version: 2 }], other))[0]?.code).toBe('note.unopened');
    expect(await other.call(openNote, { params, body: { version: 2 } })).toMatchObject({ opened: true, version: 2 });
    expect((await desk.sign([{ id: note.id, version: 2 }], other))[0]).toMatchObject({
      code: 'signed',
      note: { signature: { name: 'Cora Lind' } },
    });
    expect(await desk.agent.refused(takeOverNote, { params, body: { version: 2 } })).toMatchObject({ code: 'note.signed' });
  });

  it('have no common one where the session is for one patient', async () => {
    await app.database.query(`UPDATE session SET kind = 'individual' WHERE id = $1`, [desk.session.id]);
    const refusal = await desk.agent.refused(saveGroupNote, { params: { sessionId: desk.session.id }, body: body(randomUUID(), 0, 'x') });
    expect([refusal.code, (await desk.list()).group]).toEqual(['row.notFound', null]);
  });

  it('come from an earlier release as they were', async () => {
    const id = randomUUID();
    await app.database.query(
      `INSERT INTO note (id, session_id, patient_id, episode_id, author_id, service_date, body, version, status)
       VALUES ($1, $2, $3, $4, $5, current_date, 'Before the parts', 3, 'draft')`,
      [id, desk.session.id, desk.ann.id, desk.ann.episodeId, desk.lead.id],
    );
    expect((await desk.slotOf(desk.ann)).note).toMatchObject({
      version: 3,
      service: 'group',
      opened: false,
      fields: { Note: 'Before the parts' },
    });
    const note = await desk.save(desk.ann, id, 3, 'Before the parts, and after');
    expect(await desk.signed(note)).toMatchObject({ status: 'signed', version: 4 });
  });
});
