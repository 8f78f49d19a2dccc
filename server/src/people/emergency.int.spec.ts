import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  changePatient,
  endEmergencyAccess,
  listOwnEmergencyAccess,
  listPatientNotes,
  openEmergencyAccess,
  readNote,
  readPatient,
  type EmergencyAccess,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn, type TestPatient, type TestPerson } from '../testing/factories.js';
import { idsOf, makeStrangers, moveBack, open, opening } from './testing/emergency-stage.js';

let app: TestApp;
let here: { id: string };
let patient: TestPatient;
let prescriber: TestPerson;
let clinician: Agent;

beforeAll(async () => {
  app = await startApp();
  here = await makeProgram(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ patient, prescriber, clinician } = await makeStrangers(app, here.id));
});

const read = () => ({ params: { patientId: patient.id } });

describe('emergency access', () => {
  it('opens one patient for 60 minutes by two identifiers, for reading only', async () => {
    const other = await makePatient(app, { programId: here.id });
    expect(await clinician.refused(readPatient, read())).toMatchObject({ code: 'row.notFound' });
    const access = await open(clinician, patient);
    expect(access).toMatchObject({
      patientId: patient.id,
      initials: 'G. S.',
      part2: false,
      discloser: expect.stringContaining(prescriber.familyName),
    });
    expect(Date.parse(access.to) - Date.parse(access.from)).toBe(60 * 60_000);
    expect(await clinician.call(listOwnEmergencyAccess, {})).toEqual([access]);
    const chart = await clinician.call(readPatient, read());
    expect(chart).toMatchObject({ familyName: patient.familyName, episodes: [{ id: patient.episodeId }] });
    expect(await clinician.refused(readPatient, { params: { patientId: other.id } })).toMatchObject({ code: 'row.notFound' });
    expect(await clinician.refused(changePatient, { ...read(), body: { phone: '1' } })).toMatchObject({ code: 'access.refused' });
  });

  it('opens the signed notes of the patient, and no draft', async () => {
    const author = await makePerson(app, { role: 'therapist', programId: here.id });
    const [session, before] = [await makeSession(app, { programId: here.id, lead: [author], patient: [patient] }), randomUUID()];
    await app.database.query(
      `INSERT INTO note (id, session_id, patient_id, episode_id, author_id, service_date, body, version, status)
       VALUES ($1, $2, $3, $4, $5, current_date, 'Took part.', 1, 'draft')`,
      [before, session.id, patient.id, patient.episodeId, author.id],
    );
    await open(clinician, patient);
    expect(await clinician.call(listPatientNotes, read())).toEqual([]);
    await app.database.query(`UPDATE note SET status = 'signed', signed_at = now(), content_hash = 'x' WHERE id = $1`, [before]);
    expect(await clinician.call(listPatientNotes, read())).toMatchObject([
      { id: before, authorName: `${author.givenName} ${author.familyName}` },
    ]);
    expect(await clinician.call(readNote, { params: { noteId: before } })).toMatchObject({ note: { fields: { Note: 'Took part.' } } });
    await clinician.call(endEmergencyAccess, { params: idsOf((await clinician.call(listOwnEmergencyAccess, {}))[0] as EmergencyAccess) });
    expect(await clinician.refused(readNote, { params: { noteId: before } })).toMatchObject({ code: 'row.notFound' });
    expect(await clinician.refused(listPatientNotes, read())).toMatchObject({ code: 'row.notFound' });
  });

  it('finds by the record number too, whatever the case, and a retry changes nothing', async () => {
    const body = { ...opening(patient, { familyName: '' }), recordNumber: `mrn-${patient.id.slice(0, 13)}` };
    const access = await clinician.call(openEmergencyAccess, { body });
    expect(await clinician.call(openEmergencyAccess, { body })).toEqual(access);
    const another = await signIn(app, await makePerson(app, { role: 'therapist', programId: here.id }));
    expect(await another.refused(openEmergencyAccess, { body })).toMatchObject({ code: 'row.exists' });
  });

  it('says the same where there is nobody, somebody else, several or oneself', async () => {
    const twin = await makePatient(app, { programId: here.id, familyName: patient.familyName });
    await app.database.query(`INSERT INTO patient (person_id, date_of_birth, record_number) VALUES ($1, '1990-04-01', $2)`, [
      prescriber.id,
      randomUUID(),
    ]);
    const tries = [
      opening(patient),
      opening(patient, { familyName: 'Nobody' }),
      opening(patient, { familyName: twin.familyName, dateOfBirth: '1990-04-02' }),
      opening(patient, { familyName: patient.familyName.slice(0, -1) }),
      opening(patient, { familyName: '%' }),
      opening(patient, { familyName: prescriber.familyName }),
    ];
    const answers = await Promise.all(tries.map((body) => clinician.refused(openEmergencyAccess, { body })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'emergency.noMatch', status: 404 });
  });

  it('lets nobody look for people: ten tries in ten minutes, also at once, each of them kept', async () => {
    const tries = Array.from({ length: 14 }, () =>
      clinician.refused(openEmergencyAccess, { body: opening(patient, { familyName: 'Nobody' }) }),
    );
    const codes = (await Promise.all(tries)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'emergency.noMatch')).toHaveLength(10);
    expect(codes.filter((code) => code === 'auth.tooMany')).toHaveLength(4);
    expect(await clinician.refused(openEmergencyAccess, { body: opening(patient) })).toMatchObject({ code: 'auth.tooMany' });
    const kept: { code: string; outcome: string }[] = await app.database.query(
      `SELECT details ->> 'code' AS code, outcome FROM audit_event WHERE actor_id = $1 AND action = 'emergency.open'`,
      [prescriber.id],
    );
    expect(kept).toHaveLength(15);
    expect(new Set(kept.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
  });

  it('is kept in the audit with the patient, and so is all that is read by it', async () => {
    const access = await open(clinician, patient);
    await clinician.call(readPatient, read());
    const rows: object[] = await app.database.query(
      `SELECT action, outcome, patient_id, details ->> 'access' AS access FROM audit_event WHERE actor_id = $1 ORDER BY id`,
      [prescriber.id],
    );
    expect(rows).toEqual([
      { action: 'emergency.open', outcome: 'done', patient_id: patient.id, access: access.id },
      { action: 'patient.read', outcome: 'done', patient_id: patient.id, access: null },
    ]);
  });

  it('closes by itself after its hour, at the end of the clinical role, and when it is ended', async () => {
    const access = await open(clinician, patient);
    await moveBack(app, access, '59 minutes 50 seconds');
    await clinician.call(readPatient, read());
    await moveBack(app, access, '10 seconds');
    expect(await clinician.refused(readPatient, read())).toMatchObject({ code: 'row.notFound' });
    expect(await clinician.call(listOwnEmergencyAccess, {})).toEqual([]);

    const again = await open(clinician, patient);
    await clinician.call(readPatient, read());
    await clinician.call(endEmergencyAccess, { params: idsOf(again) });
    expect(await clinician.refused(readPatient, read())).toMatchObject({ code: 'row.notFound' });
    await clinician.call(endEmergencyAccess, { params: idsOf(again) });

    await open(clinician, patient);
    await app.database.query('UPDATE role_assignment SET to_at = now() WHERE person_id = $1', [prescriber.id]);
    expect(await clinician.refused(readPatient, read())).toMatchObject({ code: 'access.refused' });
  });

  it('opened once more for the same patient ends the one before', async () => {
    const first = await open(clinician, patient);
    const second = await open(clinician, patient);
    expect((await clinician.call(listOwnEmergencyAccess, {})).map(({ id }) => id)).toEqual([second.id]);
    const rows: { ended_at: Date | null }[] = await app.database.query('SELECT ended_at FROM emergency_access WHERE id = $1', [first.id]);
    expect(rows[0]?.ended_at).not.toBeNull();
  });

  it('writes down a Part 2 disclosure: to whom, by whom, when and why', async () => {
    await app.database.query('UPDATE episode SET part2 = true WHERE id = $1', [patient.episodeId]);
    await app.database.query(`INSERT INTO staff_profile (person_id, credentials) VALUES ($1, 'MD')`, [prescriber.id]);
    const access = await clinician.call(openEmergencyAccess, { body: opening(patient, { recipient: 'Engine 12, city ambulance' }) });
    expect(access).toMatchObject({ part2: true, recipient: 'Engine 12, city ambulance', reason: 'Fainted in the lobby' });
    expect(access.discloser).toMatch(new RegExp(`^${prescriber.givenName} ${prescriber.familyName}, MD, Program \\d+$`));
    expect((await open(clinician, patient)).recipient).toBe(access.discloser);
  });
});
