import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endEmergencyAccess, listEmergencyReviews, readPatient, reviewEmergencyAccess } from '@rejoin/shared';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, makeProgram, signIn, type TestPatient, type TestPerson } from '../testing/factories.js';
import { idsOf, makeStrangers, moveBack, open } from './testing/emergency-stage.js';

let app: TestApp;
let here: { id: string };
let patient: TestPatient;
let prescriber: TestPerson;
let clinician: Agent;
let supervisor: Agent;

beforeAll(async () => {
  app = await startApp();
  here = await makeProgram(app);
  supervisor = await signIn(app, await makePerson(app, { role: 'supervisor', programId: here.id }));
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ patient, prescriber, clinician } = await makeStrangers(app, here.id));
});

const read = () => ({ params: { patientId: patient.id } });

describe('the review of an emergency access', () => {
  it('waits for a supervisor of the patient, with who, whom, when, why and what was looked at', async () => {
    const access = await open(clinician, patient);
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
    expect(await supervisor.refused(reviewEmergencyAccess, { params: idsOf(access), body })).toMatchObject({ code: 'emergency.stillOpen' });
    await moveBack(app, access, '6 days');
    expect(mine(await supervisor.call(listEmergencyReviews, {}))).toMatchObject([{ isOpen: false, isOverdue: true }]);
    await supervisor.call(reviewEmergencyAccess, { params: idsOf(access), body });
    await supervisor.call(reviewEmergencyAccess, { params: idsOf(access), body });
    expect(mine(await supervisor.call(listEmergencyReviews, {}))).toEqual([]);
    const other = { justified: false, words: 'No emergency' };
    expect(await supervisor.refused(reviewEmergencyAccess, { params: idsOf(access), body: other })).toMatchObject({
      code: 'emergency.reviewed',
    });
  });

  it('is never of one of one’s own, and needs a word where it was not justified', async () => {
    const access = await open(supervisor, patient);
    await supervisor.call(endEmergencyAccess, { params: idsOf(access) });
    const params = idsOf(access);
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
    const access = await open(clinician, patient);
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
