import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  changePatient,
  endEmergencyAccess,
  listEmergencyReviews,
  listOwnEmergencyAccess,
  listPatientNotes,
  openEmergencyAccess,
  readNote,
  readPatient,
  reviewEmergencyAccess,
  type EmergencyAccess,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn, type TestPatient, type TestPerson } from '../testing/factories.js';

let app: TestApp;
let admin: pg.Client;
let here: { id: string };
let patient: TestPatient;
let prescriber: TestPerson;
let clinician: Agent;
let supervisor: Agent;

beforeAll(async () => {
  app = await startApp();
  admin = new pg.Client({ connectionString: app.urls.adminUrl });
  await admin.connect();
  // The superuser alone may move what the triggers hold still.
  await admin.query('SET session_replication_role = replica');
  here = await makeProgram(app);
  supervisor = await signIn(app, await makePerson(app, { role: 'supervisor', programId: here.id }));
});
afterAll(async () => {
  await admin.end();
  await app.close();
});
// A clinician of another program, who has no relation to the patient.
beforeEach(async () => {
  patient = await makePatient(app, { programId: here.id, familyName: `Surname${randomUUID().slice(0, 8)}` });
  prescriber = await makePerson(app, { role: 'prescriber', programId: (await makeProgram(app)).id });
  clinician = await signIn(app, prescriber);
});

const words = (over: object = {}) => ({
  id: randomUUID(),
  familyName: patient.familyName,
  dateOfBirth: '1990-04-01',
  reason: 'Fainted in the lobby',
  ...over,
});
const open = (by = clinician): Promise<EmergencyAccess> => by.call(openEmergencyAccess, { body: words() });
const read = () => ({ params: { patientId: patient.id } });
const where = (access: EmergencyAccess) => ({ patientId: access.patientId, accessId: access.id });
const shift = (access: EmergencyAccess, by: string) =>
  admin.query(`UPDATE emergency_access SET from_at = from_at - $2::interval, to_at = to_at - $2::interval WHERE id = $1`, [access.id, by]);

describe('emergency access', () => {
  it('opens one patient for 60 minutes by two identifiers, for reading only', async () => {
    const other = await makePatient(app, { programId: here.id });
    expect(await clinician.refused(readPatient, read())).toMatchObject({ code: 'row.notFound' });
    const access = await open();
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
    await open();
    expect(await clinician.call(listPatientNotes, read())).toEqual([]);
    await app.database.query(`UPDATE note SET status = 'signed', signed_at = now(), content_hash = 'x' WHERE id = $1`, [before]);
    expect(await clinician.call(listPatientNotes, read())).toMatchObject([
      { id: before, authorName: `${author.givenName} ${author.familyName}` },
    ]);
    expect(await clinician.call(readNote, { params: { noteId: before } })).toMatchObject({ note: { fields: { Note: 'Took part.' } } });
    await clinician.call(endEmergencyAccess, { params: where((await clinician.call(listOwnEmergencyAccess, {}))[0] as EmergencyAccess) });
    expect(await clinician.refused(readNote, { params: { noteId: before } })).toMatchObject({ code: 'row.notFound' });
    expect(await clinician.refused(listPatientNotes, read())).toMatchObject({ code: 'row.notFound' });
  });

  it('finds by the record number too, whatever the case, and a retry changes nothing', async () => {
    const body = { ...words({ familyName: '' }), recordNumber: `mrn-${patient.id.slice(0, 13)}` };
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
      words(),
      words({ familyName: 'Nobody' }),
      words({ familyName: twin.familyName, dateOfBirth: '1990-04-02' }),
      words({ familyName: patient.familyName.slice(0, -1) }),
      words({ familyName: '%' }),
      words({ familyName: prescriber.familyName }),
    ];
    const answers = await Promise.all(tries.map((body) => clinician.refused(openEmergencyAccess, { body })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'emergency.noMatch', status: 404 });
  });

  it('lets nobody look for people: ten tries in ten minutes, also at once, each of them kept', async () => {
    const tries = Array.from({ length: 14 }, () => clinician.refused(openEmergencyAccess, { body: words({ familyName: 'Nobody' }) }));
    const codes = (await Promise.all(tries)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'emergency.noMatch')).toHaveLength(10);
    expect(codes.filter((code) => code === 'auth.tooMany')).toHaveLength(4);
    expect(await clinician.refused(openEmergencyAccess, { body: words() })).toMatchObject({ code: 'auth.tooMany' });
    const kept: { code: string; outcome: string }[] = await app.database.query(
      `SELECT details ->> 'code' AS code, outcome FROM audit_event WHERE actor_id = $1 AND action = 'emergency.open'`,
      [prescriber.id],
    );
    expect(kept).toHaveLength(15);
    expect(new Set(kept.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
  });

  it('is kept in the audit with the patient, and so is all that is read by it', async () => {
    const access = await open();
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
    const access = await open();
    await shift(access, '59 minutes 50 seconds');
    await clinician.call(readPatient, read());
    await shift(access, '10 seconds');
    expect(await clinician.refused(readPatient, read())).toMatchObject({ code: 'row.notFound' });
    expect(await clinician.call(listOwnEmergencyAccess, {})).toEqual([]);

    const again = await open();
    await clinician.call(readPatient, read());
    await clinician.call(endEmergencyAccess, { params: where(again) });
    expect(await clinician.refused(readPatient, read())).toMatchObject({ code: 'row.notFound' });
    await clinician.call(endEmergencyAccess, { params: where(again) });

    await open();
    await app.database.query('UPDATE role_assignment SET to_at = now() WHERE person_id = $1', [prescriber.id]);
    expect(await clinician.refused(readPatient, read())).toMatchObject({ code: 'access.refused' });
  });

  it('opened once more for the same patient ends the one before', async () => {
    const first = await open();
    const second = await open();
    expect((await clinician.call(listOwnEmergencyAccess, {})).map(({ id }) => id)).toEqual([second.id]);
    const rows: { ended_at: Date | null }[] = await app.database.query('SELECT ended_at FROM emergency_access WHERE id = $1', [first.id]);
    expect(rows[0]?.ended_at).not.toBeNull();
  });

  it('writes down a Part 2 disclosure: to whom, by whom, when and why', async () => {
    await app.database.query('UPDATE episode SET part2 = true WHERE id = $1', [patient.episodeId]);
    await app.database.query(`INSERT INTO staff_profile (person_id, credentials) VALUES ($1, 'MD')`, [prescriber.id]);
    const access = await clinician.call(openEmergencyAccess, { body: words({ recipient: 'Engine 12, city ambulance' }) });
    expect(access).toMatchObject({ part2: true, recipient: 'Engine 12, city ambulance', reason: 'Fainted in the lobby' });
    expect(access.discloser).toMatch(new RegExp(`^${prescriber.givenName} ${prescriber.familyName}, MD, Program \\d+$`));
    expect((await open()).recipient).toBe(access.discloser);
  });
});

describe('the review of an emergency access', () => {
  it('waits for a supervisor of the patient, with who, whom, when, why and what was looked at', async () => {
    const access = await open();
    await clinician.call(readPatient, read());
    await clinician.call(readPatient, read());
    const elsewhere = await signIn(app, await makePerson(app, { role: 'supervisor', programId: (await makeProgram(app)).id }));
    const mine = (reviews: { id: string }[]) => reviews.filter(({ id }) => id === access.id);
    expect(mine(await elsewhere.call(listEmergencyReviews, {}))).toEqual([]);
    expect(mine(await supervisor.call(listEmergencyReviews, {}))).toMatchObject([
      {
        personName: `${prescriber.givenName} ${prescriber.familyName}`,
        patientName: `${patient.givenName} ${patient.familyName}`,
        reason: 'Fainted in the lobby',
        isOpen: true,
        isOverdue: false,
        looked: [{ action: 'patient.read', times: 2 }],
      },
    ]);
    const body = { justified: true };
    expect(await supervisor.refused(reviewEmergencyAccess, { params: where(access), body })).toMatchObject({ code: 'emergency.stillOpen' });
    await shift(access, '6 days');
    expect(mine(await supervisor.call(listEmergencyReviews, {}))).toMatchObject([{ isOpen: false, isOverdue: true }]);
    await supervisor.call(reviewEmergencyAccess, { params: where(access), body });
    await supervisor.call(reviewEmergencyAccess, { params: where(access), body });
    expect(mine(await supervisor.call(listEmergencyReviews, {}))).toEqual([]);
    const other = { justified: false, words: 'No emergency' };
    expect(await supervisor.refused(reviewEmergencyAccess, { params: where(access), body: other })).toMatchObject({
      code: 'emergency.reviewed',
    });
  });

  it('is never of one of one’s own, and needs a word where it was not justified', async () => {
    const access = await open(supervisor);
    await supervisor.call(endEmergencyAccess, { params: where(access) });
    const params = where(access);
    expect((await supervisor.call(listEmergencyReviews, {})).map(({ id }) => id)).not.toContain(access.id);
    expect(await supervisor.refused(reviewEmergencyAccess, { params, body: { justified: true } })).toMatchObject({
      code: 'emergency.ownReview',
    });
    const second = await signIn(app, await makePerson(app, { role: 'supervisor', programId: here.id }));
    expect(await second.refused(reviewEmergencyAccess, { params, body: { justified: false } })).toMatchObject({
      code: 'input.invalid',
      fields: { words: 'Please say why not.' },
    });
    await second.call(reviewEmergencyAccess, { params, body: { justified: false, words: 'Nothing had happened' } });
  });
});

describe('the database', () => {
  it('lets nobody change an emergency access but end it once and review it once', async () => {
    const access = await open();
    const change = (set: string) => app.database.query(`UPDATE emergency_access SET ${set} WHERE id = $1`, [access.id]);
    for (const column of ['reason', 'recipient', 'discloser']) await expect(change(`${column} = 'x'`)).rejects.toThrow('permission denied');
    for (const set of ['to_at = now()', 'from_at = now()', 'part2 = true', `person_id = '${patient.id}'`]) {
      await expect(change(set)).rejects.toThrow('permission denied');
    }
    await expect(app.database.query('DELETE FROM emergency_access')).rejects.toThrow('permission denied');
    const insert = `INSERT INTO emergency_access (id, person_id, patient_id, reason, part2, recipient, discloser, from_at) SELECT gen_random_uuid(),
      person_id, patient_id, reason, part2, recipient, discloser, from_at FROM emergency_access`;
    await expect(app.database.query(insert)).rejects.toThrow('permission denied');
    const review = `reviewed_at = now(), reviewed_by = '${supervisor.personId}', justified = true`;
    await expect(change(review)).rejects.toThrow('reviewed once, after its end');
    await expect(change(`ended_at = now() + interval '5 minutes'`)).rejects.toThrow('ends once, and now');
    await change('ended_at = now()');
    await expect(change('ended_at = NULL')).rejects.toThrow('ends once, and now');
    await expect(change(`reviewed_at = now(), reviewed_by = '${prescriber.id}', justified = true`)).rejects.toThrow('check constraint');
    await change(review);
    for (const set of ['reviewed_at = NULL, reviewed_by = NULL, justified = NULL', `justified = false, review_words = 'x'`]) {
      await expect(change(set)).rejects.toThrow('reviewed once, after its end');
    }
  });
});
