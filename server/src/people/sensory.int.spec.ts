import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeSensory, readMe, readPatientFirstSteps, type SensoryProfile, usualSensory } from '@rejoin/shared';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, signIn, type TestPatient } from '../testing/factories.js';

const gentle: SensoryProfile = { ceilingDb: -30, softHighs: true, dim: true, largerText: true, reducedMotion: true, hidesSelf: true };

let app: TestApp;
let patient: TestPatient;
let agent: Agent;
let therapist: Agent;
let outsider: Agent;

beforeAll(async () => {
  app = await startApp();
  const programId = (await makeProgram(app)).id;
  const lead = await makePerson(app, { role: 'therapist', programId });
  therapist = await signIn(app, lead);
  outsider = await signIn(app, await makePerson(app, { role: 'therapist', programId }));
  patient = await makePatient(app, { programId, careTeam: [lead] });
  agent = await signIn(app, patient);
}, 60_000);
afterAll(() => app.close());

describe('how sound and screen are for a person', () => {
  it('is as usual until the person chooses, and then the same on every device', async () => {
    expect((await agent.call(readMe, {})).sensory).toEqual(usualSensory);
    expect(await agent.call(changeSensory, { body: gentle })).toEqual(gentle);
    expect(await agent.call(changeSensory, { body: { ...gentle, dim: false } })).toEqual({ ...gentle, dim: false });
    const elsewhere = await signIn(app, patient);
    expect((await elsewhere.call(readMe, {})).sensory).toEqual({ ...gentle, dim: false });
  });

  it('is read by the care team without what is no matter of theirs, and by nobody else', async () => {
    await agent.call(changeSensory, { body: gentle });
    const { hidesSelf: _, ...forStaff } = gentle;
    const params = { patientId: patient.id };
    expect((await therapist.call(readPatientFirstSteps, { params })).sensory).toEqual(forStaff);
    expect(await outsider.refused(readPatientFirstSteps, { params })).toMatchObject({ code: 'row.notFound' });
  });

  it('is changed as often as somebody tries it out, and no faster; what is so already is no change', async () => {
    const asked = Array.from({ length: 60 }, (_, n) => agent.ask(changeSensory, { body: { ...gentle, ceilingDb: -(n % 30) } }));
    const refused = (await Promise.all(asked)).filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThanOrEqual(20);
    expect(refused[0]).toMatchObject({ status: 429, body: { code: 'auth.tooMany' } });
    const now = (await agent.call(readMe, {})).sensory;
    expect(await agent.call(changeSensory, { body: now })).toEqual(now);
    await app.database.query(`UPDATE sensory_profile SET paced_from = now() - interval '1 minute' WHERE person_id = $1`, [patient.id]);
    expect(await agent.call(changeSensory, { body: gentle })).toEqual(gentle);
  });

  it('takes no ceiling that is louder than it comes, or too low to hear anybody', async () => {
    for (const ceilingDb of [1, -37, -3.5]) {
      expect(await agent.refused(changeSensory, { body: { ...gentle, ceilingDb } })).toMatchObject({ code: 'input.invalid' });
    }
  });
});
