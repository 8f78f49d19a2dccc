import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  changeEpisode,
  commandRoom,
  correctAttendance,
  listNotes,
  listPatients,
  openEpisode,
  readAttendance,
  readNote,
  readPatient,
  readPerson,
  readSession,
  takeToken,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { Prepared } from '../database/prepared.js';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { AuditService } from './audit.service.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn, type TestPatient, type TestSession } from '../testing/factories.js';

interface Row {
  action: string;
  outcome: string;
  actor_id: string;
  row_id: string | null;
  patient_id: string | null;
  session_id: string | null;
  details: { code?: string };
}

let app: TestApp;
let therapist: Agent;
let outsider: Agent;
let coordinator: Agent;
let elsewhereId: string;
let patients: [TestPatient, TestPatient];
let session: TestSession;
const noteId = randomUUID();

beforeAll(async () => {
  app = await startApp();
  const [here, elsewhere] = [await makeProgram(app), await makeProgram(app)];
  const lead = await makePerson(app, { role: 'supervisor', programId: here.id });
  therapist = await signIn(app, lead);
  outsider = await signIn(app, await makePerson(app, { role: 'supervisor', programId: elsewhere.id }));
  coordinator = await signIn(app, await makePerson(app, { role: 'coordinator', programId: here.id }));
  elsewhereId = elsewhere.id;
  patients = [await makePatient(app, { programId: here.id }), await makePatient(app, { programId: here.id })];
  session = await makeSession(app, { programId: here.id, lead: [lead], patient: patients });
  await app.database.query(
    `INSERT INTO note (id, session_id, patient_id, episode_id, author_id, service_date, body, version, status)
     VALUES ($1, $2, $3, $4, $5, current_date, 'A text', 1, 'draft')`,
    [noteId, session.id, patients[0].id, patients[0].episodeId, lead.id],
  );
});
afterAll(() => app.close());

/** What was recorded while something was done. */
async function recorded(work: () => Promise<unknown>): Promise<Row[]> {
  const before: { id: string }[] = await app.database.query('SELECT COALESCE(max(id), 0) AS id FROM audit_event');
  await work();
  return app.database.query('SELECT * FROM audit_event WHERE id > $1 ORDER BY id', [before[0]?.id]);
}

describe('the audit log', () => {
  it('names the patient and the session of every view of a chart', async () => {
    const [one, two] = patients;
    const both = [one.id, two.id].sort();
    const params = { sessionId: session.id };
    const views = [
      { rows: await recorded(() => therapist.call(readPatient, { params: { patientId: one.id } })), patients: [one.id], session: null },
      { rows: await recorded(() => therapist.call(readPerson, { params: { personId: one.id } })), patients: [one.id], session: null },
      { rows: await recorded(() => therapist.call(listPatients, { query: {} })), patients: both, session: null },
      { rows: await recorded(() => therapist.call(readNote, { params: { noteId } })), patients: [one.id], session: session.id },
      { rows: await recorded(() => therapist.call(listNotes, { params })), patients: both, session: session.id },
      { rows: await recorded(() => therapist.call(readAttendance, { params })), patients: both, session: session.id },
      {
        rows: await recorded(() => therapist.call(changeEpisode, { params: { episodeId: one.episodeId }, body: {} })),
        patients: [one.id],
        session: null,
      },
    ];
    for (const { rows, patients: named, session: of } of views) {
      expect(rows.map((row) => row.patient_id).sort()).toEqual(named);
      for (const row of rows) expect(row).toMatchObject({ actor_id: therapist.personId, outcome: 'done', session_id: of });
    }
  });

  it('records who was refused what, without a text of theirs', async () => {
    const asked = { params: { patientId: patients[0].id } };
    const [atTheDoor] = await recorded(() => outsider.refused(readPatient, asked));
    expect(atTheDoor).toMatchObject({
      action: 'patient.read',
      outcome: 'refused',
      row_id: patients[0].id,
      patient_id: patients[0].id,
      details: { code: 'row.notFound' },
    });
    const [note] = await recorded(() => outsider.refused(readNote, { params: { noteId } }));
    expect(note).toMatchObject({ action: 'note.read', outcome: 'refused', patient_id: patients[0].id, session_id: session.id });
    const unknown = await recorded(() => outsider.refused(readSession, { params: { sessionId: randomUUID() } }));
    expect(unknown).toHaveLength(1);
  });

  it('records a refusal of an id inside a request like one at the door', async () => {
    const body = { id: randomUUID(), programId: elsewhereId, openedOn: '2026-11-01' };
    const asked = { params: { patientId: patients[0].id }, body };
    const rows = await recorded(() => coordinator.refused(openEpisode, asked));
    expect(rows).toMatchObject([
      { action: 'patient.change', outcome: 'refused', patient_id: patients[0].id, details: { code: 'row.notFound' } },
    ]);
    expect(rows).toHaveLength(1);
  });

  it('records what happens at the same moment once each, and loses nothing to an entry that cannot be kept', async () => {
    const audit = app.nest.get(AuditService);
    const actors = [therapist.personId, therapist.personId, randomUUID(), coordinator.personId];
    const rows = await recorded(async () => {
      const kept = await Promise.allSettled(actors.map((actorId) => audit.record({ actorId, action: 'at.once', outcome: 'done' })));
      expect(kept.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    });
    expect(rows.map((row) => row.actor_id).sort()).toEqual([therapist.personId, therapist.personId, coordinator.personId].sort());
  });

  it('keeps an entry once when the answer to its batch was lost on the way', async () => {
    const prepared = app.nest.get(Prepared);
    const query = prepared.query.bind(prepared);
    let calls = 0;
    const lossy = jest.spyOn(prepared, 'query').mockImplementation(async <Rows>(text: string, values?: unknown[]): Promise<Rows> => {
      const rows = await query<Rows>(text, values);
      if (++calls === 2) throw new Error('Connection terminated unexpectedly');
      return rows;
    });
    const audit = app.nest.get(AuditService);
    const entry = { actorId: therapist.personId, action: 'sent.again', outcome: 'done' as const, patientIds: [randomUUID(), randomUUID()] };
    await Promise.all([audit.record(entry), audit.record(entry), audit.record({ ...entry, patientIds: [] })]);
    lossy.mockRestore();
    expect(calls).toBe(4);
    const kept: unknown[] = await app.database.query(`SELECT 1 FROM audit_event WHERE action = 'sent.again'`);
    expect(kept).toHaveLength(5);
  });

  it('records a refused key with its device, a refused command of a room, and whose minutes were corrected', async () => {
    const [patient] = patients;
    const guest = await signIn(app, patient);
    const params = { sessionId: session.id };
    const device = randomUUID();
    const [key] = await recorded(() => guest.refused(takeToken, { params, body: { device } }));
    expect(key).toMatchObject({
      action: 'room.token',
      outcome: 'refused',
      actor_id: patient.id,
      session_id: session.id,
      details: { device },
    });
    const command = { type: 'admitAll' } as const;
    const rows = await recorded(() => guest.refused(commandRoom, { params, body: { id: randomUUID(), command } }));
    expect(rows).toMatchObject([{ action: 'room.command', outcome: 'refused', actor_id: patient.id, session_id: session.id }]);
    await app.database.query(
      `UPDATE session SET started_at = now() - interval '2 hours', ended_at = now(), ending = 'lead' WHERE id = $1`,
      [session.id],
    );
    const span = { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() - 1_800_000).toISOString() };
    const body = { id: randomUUID(), personId: patient.id, effect: 'add' as const, ...span, reason: 'By phone' };
    const [correction] = await recorded(() => therapist.call(correctAttendance, { params, body }));
    expect(correction).toMatchObject({ action: 'attendance.correct', patient_id: patient.id });
    expect(JSON.stringify(correction)).not.toContain('By phone');
  });

  it('records nothing of who is not there', async () => {
    expect(await recorded(() => app.stranger.refused(readPatient, { params: { patientId: patients[0].id } }))).toEqual([]);
  });
});

describe('the database', () => {
  it.each([
    ['UPDATE audit_event SET action = action'],
    ['DELETE FROM audit_event'],
    ['TRUNCATE audit_event'],
    ['UPDATE room_event SET v = v'],
    ['DELETE FROM room_event'],
    ['DELETE FROM note'],
    ['UPDATE correction SET reason = reason'],
    ['DELETE FROM seat'],
    ['DELETE FROM person'],
    ['DROP TABLE note'],
    ['ALTER TABLE note DISABLE TRIGGER signed_note_stands'],
    ['SET session_replication_role = replica'],
    ['CREATE TABLE mine (id integer)'],
    ['CREATE SCHEMA mine'],
    ['UPDATE migrations SET name = name'],
    ['SET ROLE rejoin_owner'],
  ])('refuses the application: %s', async (statement) => {
    await expect(app.database.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('refuses a change of a signed note', async () => {
    await app.database.query(`UPDATE note SET status = 'signed', signed_at = now(), content_hash = 'x' WHERE id = $1`, [noteId]);
    for (const change of [`body = 'Another text'`, `status = 'draft', signed_at = NULL`, 'version = version + 1']) {
      await expect(app.database.query(`UPDATE note SET ${change} WHERE id = $1`, [noteId])).rejects.toThrow(
        'A signed note cannot be changed',
      );
    }
    const rows: { body: string }[] = await app.database.query('SELECT body FROM note WHERE id = $1', [noteId]);
    expect(rows).toEqual([{ body: 'A text' }]);
  });
});
