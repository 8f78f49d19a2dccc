import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  changePlace,
  readConsents,
  readFirstSteps,
  readMe,
  readPatientFirstSteps,
  revokeConsent,
  signConsent,
  takeFirstStep,
  type FirstSteps,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { hardWords, readingGrade } from '../../../shared/src/testing/reading.js';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, signIn, type TestPatient } from '../testing/factories.js';
import { isSameName } from './identity.rules.js';

let app: TestApp;
let programId: string;
let therapist: Agent;
let outsider: Agent;

beforeAll(async () => {
  app = await startApp();
  programId = (await makeProgram(app)).id;
}, 60_000);
afterAll(() => app.close());

async function newcomer(familyName = "O'Neill"): Promise<{ patient: TestPatient; agent: Agent }> {
  const lead = await makePerson(app, { role: 'therapist', programId });
  therapist = await signIn(app, lead);
  outsider = await signIn(app, await makePerson(app, { role: 'therapist', programId }));
  const patient = await makePatient(app, { programId, familyName, careTeam: [lead] });
  return { patient, agent: await signIn(app, patient) };
}

const done = ({ steps }: FirstSteps) => steps.filter(({ doneAt }) => doneAt !== null).map(({ step }) => step);
const forStaff = (patient: TestPatient) => therapist.call(readPatientFirstSteps, { params: { patientId: patient.id } });

describe('the first steps', () => {
  it('are kept one by one, in any order, and staff see which are done', async () => {
    const { patient, agent } = await newcomer();
    expect(done(await agent.call(readFirstSteps, {}))).toEqual([]);
    await agent.call(takeFirstStep, { body: { step: 'look' } });
    await agent.call(takeFirstStep, { body: { step: 'devices', camera: true, microphone: true, speaker: false } });
    await agent.call(takeFirstStep, { body: { step: 'number', phone: '518-555-0101' } });
    await agent.call(takeFirstStep, { body: { step: 'name', displayName: 'Annie', pronouns: 'she/her' } });
    const contact = { name: 'Mo Reed', relation: 'Brother', phone: '(518) 555-0102', notWhen: 'At night' };
    await agent.call(takeFirstStep, { body: { step: 'contact', ...contact } });
    await agent.call(takeFirstStep, { body: { step: 'vanish' } });
    const own = await agent.call(readFirstSteps, {});
    expect(done(own)).toEqual(['name', 'number', 'contact', 'devices', 'vanish', 'look']);
    expect(own).toMatchObject({ displayName: 'Annie', contact, devices: { camera: true, speaker: false } });
    expect(await agent.call(readMe, {})).toMatchObject({ displayName: 'Annie', pronouns: 'she/her', phone: '518-555-0101' });
    expect(await forStaff(patient)).toMatchObject({ contact, steps: own.steps });
  });

  it('compare two identifiers with the record, never say what is right, and tell staff where they differ', async () => {
    const { patient, agent } = await newcomer();
    const take = (familyName: string, dateOfBirth: string) =>
      agent.call(takeFirstStep, { body: { step: 'identity', familyName, dateOfBirth } });
    const wrong = await take('Smith', '1990-04-01');
    expect(wrong.identityMatches).toBe(false);
    expect(JSON.stringify(wrong)).not.toMatch(/neill|1990/i);
    expect((await forStaff(patient)).identityMatches).toBe(false);
    expect((await take('ONEILL', '1990-04-01')).identityMatches).toBe(true);
    for (let n = 0; n < 3; n += 1) await take('Smith', '1990-01-01');
    const { code } = await agent.refused(takeFirstStep, { body: { step: 'identity', familyName: 'Smith', dateOfBirth: '1990-01-02' } });
    expect(code).toBe('identity.tooMany');
    const rows: { detail: object }[] = await app.database.query(`SELECT detail FROM first_step WHERE person_id = $1`, [patient.id]);
    expect(JSON.stringify(rows)).not.toContain('Smith');
  });

  it('take spellings of one name as the same', () => {
    for (const [typed, record] of [
      ['oneill', "O'Neill"],
      ['García Márquez', 'Garcia-Marquez'],
      [' muñoz', 'MUNOZ'],
    ])
      expect([typed, isSameName(typed ?? '', record ?? '')]).toEqual([typed, true]);
    expect(isSameName('Reed', 'Read')).toBe(false);
  });

  it('say which field needs another look', async () => {
    const { agent } = await newcomer();
    const refusal = await agent.refused(takeFirstStep, { body: { step: 'number', phone: 'none' } });
    expect(refusal.fields?.['phone']).toBe('Please write a phone number with its area code.');
  });
});

describe('a consent', () => {
  it('is signed by typing a name, is there to keep with its text, and can be taken back', async () => {
    const { patient, agent } = await newcomer();
    const { texts, signed } = await agent.call(readConsents, {});
    expect([texts.map(({ kind }) => kind), signed]).toEqual([['telehealth', 'group'], []]);
    for (const { id } of texts) await agent.call(signConsent, { body: { id: randomUUID(), textId: id, name: 'Ann Alder' } });
    expect(done(await agent.call(readFirstSteps, {}))).toEqual(['consents']);
    const kept = (await agent.call(readConsents, {})).signed;
    expect(kept[0]).toMatchObject({ signedName: 'Ann Alder', current: true, revokedAt: null });
    expect(kept[0]?.text.body).toContain('What this is');
    const after = await agent.call(revokeConsent, { params: { consentId: kept[0]?.id ?? '' } });
    expect(after.signed.filter(({ current }) => current)).toHaveLength(1);
    expect(done(await agent.call(readFirstSteps, {}))).toEqual([]);
    expect((await forStaff(patient)).consents.map(({ current }) => current).sort()).toEqual([false, true]);
  });

  it('is signed once for one id, and not to a text that is not in force', async () => {
    const { agent } = await newcomer();
    const { texts } = await agent.call(readConsents, {});
    const body = { id: randomUUID(), textId: texts[0]?.id ?? '', name: 'Ann' };
    await agent.call(signConsent, { body });
    expect((await agent.call(signConsent, { body })).signed).toHaveLength(1);
    expect((await agent.refused(signConsent, { body: { ...body, id: randomUUID(), textId: randomUUID() } })).code).toBe('consent.newer');
    const other = await newcomer();
    expect((await other.agent.refused(signConsent, { body })).code).toBe('row.exists');
  });
});

describe('the emergency line of a place', () => {
  it('is entered by the care team as ten digits, with who entered it, and by nobody else', async () => {
    const { patient, agent } = await newcomer();
    const placeId = randomUUID();
    await app.database.query(`INSERT INTO patient_place (id, patient_id, kind, address, state) VALUES ($1, $2, 'home', '1 Lane', 'NY')`, [
      placeId,
      patient.id,
    ]);
    const params = { patientId: patient.id, placeId };
    const body = { emergencyLine: '(518) 555-0100' };
    expect(await therapist.call(changePlace, { params, body })).toMatchObject({ emergencyLine: '5185550100', archived: false });
    expect((await therapist.refused(changePlace, { params, body: { emergencyLine: '911' } })).fields?.['emergencyLine']).toMatch(
      /ten digits/,
    );
    for (const stranger of [outsider, agent])
      expect((await stranger.refused(changePlace, { params, body })).code).toMatch(/row.notFound|access.refused/);
    expect((await therapist.refused(changePlace, { params: { ...params, placeId: randomUUID() }, body })).code).toBe('row.notFound');
    expect((await forStaff(patient)).places).toMatchObject([{ emergencyLine: '5185550100' }]);
  });
});

describe('the texts that patients sign', () => {
  it('are read with ease, and blame nobody', async () => {
    const { agent } = await newcomer();
    for (const { kind, body } of (await agent.call(readConsents, {})).texts) {
      expect([kind, readingGrade(body) <= 6]).toEqual([kind, true]);
      expect([kind, hardWords.filter((word) => word.test(body))]).toEqual([kind, []]);
    }
  });
});
