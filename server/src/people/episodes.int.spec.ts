import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCareTeamMember, changeEpisode, changePatient, endCareTeamMember, openEpisode, readPatient } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { giveRole, joinCareTeam, makePatient, makePerson, makeProgram, signIn, type TestPatient } from '../testing/factories.js';

let app: TestApp;
let program: { id: string };
let other: { id: string };
let coordinator: Agent;
let foreignCoordinator: Agent;
let ann: TestPatient;

beforeAll(async () => {
  app = await startApp();
  program = await makeProgram(app);
  other = await makeProgram(app);
  coordinator = await signIn(app, await makePerson(app, { role: 'coordinator', programId: program.id }));
  foreignCoordinator = await signIn(app, await makePerson(app, { role: 'coordinator', programId: other.id }));
  ann = await makePatient(app, { programId: program.id });
});
afterAll(() => app.close());

const newEpisode = (programId: string) => ({ id: randomUUID(), programId, openedOn: '2026-11-02' });

describe('an episode of care', () => {
  it('is one at a time in a program, and opens again when the last is closed', async () => {
    const patient = await makePatient(app, { programId: program.id });
    const params = { patientId: patient.id };
    const body = newEpisode(program.id);
    expect(await coordinator.refused(openEpisode, { params, body })).toMatchObject({ status: 409, code: 'episode.open' });
    const closed = await coordinator.call(changeEpisode, {
      params: { episodeId: patient.episodeId },
      body: { closedOn: '2026-11-20', closedReason: 'Moved away' },
    });
    expect(closed).toMatchObject({ closedOn: '2026-11-20', closedReason: 'Moved away' });
    const opened = await coordinator.call(openEpisode, { params, body });
    expect(await coordinator.call(openEpisode, { params, body })).toEqual(opened);
    const reopening = { params: { episodeId: patient.episodeId }, body: { closedOn: null } };
    expect(await coordinator.refused(changeEpisode, reopening)).toMatchObject({ code: 'episode.open' });
  });

  it('opens once, however many ask at the same time', async () => {
    const patient = await makePatient(app, { programId: program.id });
    await coordinator.call(changeEpisode, { params: { episodeId: patient.episodeId }, body: { closedOn: '2026-11-20' } });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => coordinator.ask(openEpisode, { params: { patientId: patient.id }, body: newEpisode(program.id) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('that is closed is changed no more', async () => {
    const patient = await makePatient(app, { programId: program.id });
    const params = { episodeId: patient.episodeId };
    await coordinator.call(changeEpisode, { params, body: { closedOn: '2026-11-20' } });
    expect(await coordinator.refused(changeEpisode, { params, body: { part2: true } })).toMatchObject({ code: 'episode.closed' });
  });

  it('keeps its level-of-care steps by date and refuses one before it began', async () => {
    const params = { episodeId: ann.episodeId };
    const step = { id: randomUUID(), level: 'outpatient' as const, from: '2027-01-04' };
    expect((await coordinator.call(changeEpisode, { params, body: { addStep: step } })).steps).toContainEqual(step);
    expect((await coordinator.call(changeEpisode, { params, body: { addStep: step } })).steps).toHaveLength(1);
    const early = { ...step, id: randomUUID(), from: '2020-01-01' };
    expect(await coordinator.refused(changeEpisode, { params, body: { addStep: early } })).toMatchObject({
      fields: { 'addStep.from': expect.any(String) },
    });
    expect(await coordinator.refused(changeEpisode, { params, body: { closedOn: '2020-01-01' } })).toMatchObject({
      fields: { closedOn: expect.any(String) },
    });
  });

  it('takes no cohort of another program', async () => {
    const cohortId = randomUUID();
    await app.database.query(`INSERT INTO cohort (id, program_id, name) VALUES ($1, $2, 'Evening')`, [cohortId, other.id]);
    expect(await coordinator.refused(changeEpisode, { params: { episodeId: ann.episodeId }, body: { cohortId } })).toMatchObject({
      fields: { cohortId: expect.any(String) },
    });
  });

  it('cannot be opened in a program of others', async () => {
    const params = { patientId: ann.id };
    expect(await coordinator.refused(openEpisode, { params, body: newEpisode(other.id) })).toMatchObject({ code: 'row.notFound' });
    expect(await foreignCoordinator.refused(openEpisode, { params, body: newEpisode(other.id) })).toMatchObject({ code: 'row.notFound' });
  });

  it('of another program stays unseen on the same patient', async () => {
    const patient = await makePatient(app, { programId: program.id });
    const foreign = randomUUID();
    await app.database.query(`INSERT INTO episode (id, patient_id, program_id, opened_on, part2) VALUES ($1, $2, $3, '2026-11-01', true)`, [
      foreign,
      patient.id,
      other.id,
    ]);
    const params = { patientId: patient.id };
    expect((await coordinator.call(readPatient, { params })).episodes.map(({ id }) => id)).toEqual([patient.episodeId]);
    expect((await foreignCoordinator.call(readPatient, { params })).episodes.map(({ id }) => id)).toEqual([foreign]);
  });
});

describe('a care team', () => {
  const member = (personId: string) => ({
    id: randomUUID(),
    personId,
    capacity: 'primaryTherapist' as const,
    from: '2026-11-01T00:00:00Z',
  });

  it('opens the chart to its members, and closes it when a place ends', async () => {
    const therapist = await makePerson(app, { role: 'therapist', programId: program.id });
    const agent = await signIn(app, therapist);
    const chart = { params: { patientId: ann.id } };
    expect(await agent.refused(readPatient, chart)).toMatchObject({ code: 'row.notFound' });
    const body = member(therapist.id);
    const params = { episodeId: ann.episodeId };
    const added = await coordinator.call(addCareTeamMember, { params, body });
    expect(await coordinator.call(addCareTeamMember, { params, body })).toEqual(added);
    expect((await agent.call(readPatient, chart)).episodes).toMatchObject([
      { id: ann.episodeId, careTeam: [{ personId: therapist.id, name: added.name }] },
    ]);
    const to = new Date().toISOString();
    expect(await coordinator.call(endCareTeamMember, { params: { ...params, memberId: body.id }, body: { to } })).toMatchObject({ to });
    expect(await agent.refused(readPatient, chart)).toMatchObject({ code: 'row.notFound' });
  });

  it('takes nobody from another program, and says no more than of nobody', async () => {
    const foreign = await makePerson(app, { role: 'therapist', programId: other.id });
    const params = { episodeId: ann.episodeId };
    const answer = await coordinator.refused(addCareTeamMember, { params, body: member(foreign.id) });
    expect(answer).toMatchObject({ code: 'input.invalid', fields: { personId: expect.any(String) } });
    expect(await coordinator.refused(addCareTeamMember, { params, body: member(randomUUID()) })).toEqual(answer);
  });

  it('ends a place only through its own episode', async () => {
    const [one, two] = [await makePatient(app, { programId: program.id }), await makePatient(app, { programId: program.id })];
    const therapist = await makePerson(app, { role: 'therapist', programId: program.id });
    await joinCareTeam(app, one.episodeId, therapist);
    const [row] = await app.database.query<{ id: string }[]>('SELECT id FROM care_team_member WHERE episode_id = $1', [one.episodeId]);
    const params = { episodeId: two.episodeId, memberId: row?.id ?? '' };
    expect(await coordinator.refused(endCareTeamMember, { params, body: { to: new Date().toISOString() } })).toMatchObject({
      code: 'row.notFound',
    });
  });
});

describe('changing a patient', () => {
  it('keeps names and record number, and refuses a number that is taken', async () => {
    const patient = await makePatient(app, { programId: program.id });
    const params = { patientId: patient.id };
    const changed = await coordinator.call(changePatient, { params, body: { displayName: 'Nell', recordNumber: 'A-77' } });
    expect(changed).toMatchObject({ displayName: 'Nell', recordNumber: 'A-77' });
    const body = { displayName: 'Nobody', recordNumber: 'A-77' };
    expect(await coordinator.refused(changePatient, { params: { patientId: ann.id }, body })).toMatchObject({ code: 'row.exists' });
    expect((await coordinator.call(readPatient, { params: { patientId: ann.id } })).displayName).not.toBe('Nobody');
  });

  it('is closed to staff of other programs, though they hold the role elsewhere', async () => {
    const stranger = await makePerson(app, { role: 'coordinator', programId: other.id });
    await giveRole(app, stranger.id, 'therapist', program.id);
    const agent = await signIn(app, stranger);
    expect(await agent.refused(changePatient, { params: { patientId: ann.id }, body: { phone: '1' } })).toMatchObject({
      code: 'row.notFound',
    });
  });
});
