import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addSeat, cancelSession, changeSession, createSession, endSeat, listSessions, readSession, type Capacity } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { inHours, makePatient, makePerson, makeSession } from '../testing/factories.js';
import { changeOf, makePlanner, type Planner } from '../testing/planner.js';

let app: TestApp;
let program: Planner['program'];
let other: Planner['other'];
let therapist: Planner['therapist'];
let coordinator: Planner['coordinator'];
let ann: Planner['ann'];
let freeDay: Planner['freeDay'];
let plan: Planner['plan'];
let planned: Planner['planned'];

beforeAll(async () => {
  app = await startApp();
  ({ program, other, therapist, coordinator, ann, freeDay, plan, planned } = await makePlanner(app));
});
afterAll(() => app.close());

describe('planning a session', () => {
  it('keeps wall time, zone and instant, and gives the patient a seat of their episode', async () => {
    const session = await planned(
      [
        [therapist, 'lead'],
        [ann, 'patient'],
      ],
      { startsLocal: '2027-01-30T13:00' },
    );
    expect(session).toMatchObject({
      startsLocal: '2027-01-30T13:00',
      zone: 'America/New_York',
      startsAt: '2027-01-30T18:00:00.000Z',
      version: 1,
    });
    expect(session.seats.map(({ personId, episodeId }) => [personId, episodeId])).toEqual([
      [therapist.id, null],
      [ann.id, ann.episodeId],
    ]);
    expect(session.blocks.map(({ minutes }) => minutes)).toEqual([120, 60]);
  });

  it('changes nothing when it is asked again', async () => {
    const body = plan([[therapist, 'lead']]);
    const first = await coordinator.call(createSession, { body });
    expect(await coordinator.call(createSession, { body })).toEqual(first);
    const again = plan([[therapist, 'lead']]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => coordinator.ask(createSession, { body: again })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('refuses a time that the clocks skip and takes the first of a time that comes twice', async () => {
    const missing = plan([[therapist, 'lead']], { startsLocal: '2027-03-14T02:30' });
    expect(await coordinator.refused(createSession, { body: missing })).toMatchObject({ status: 422, code: 'session.timeMissing' });
    const twice = await planned([[therapist, 'lead']], { startsLocal: '2026-11-01T01:30' });
    expect(twice.startsAt).toBe('2026-11-01T05:30:00.000Z');
  });

  it('says by how much the blocks miss the length', async () => {
    const body = plan([[therapist, 'lead']], { plannedMinutes: 200 });
    expect(await coordinator.refused(createSession, { body })).toMatchObject({
      code: 'session.blocksMismatch',
      message: 'The blocks are 20 minutes shorter than the session: 180 of 200.',
    });
  });

  it('asks for a lead', async () => {
    expect(await coordinator.refused(createSession, { body: plan([[ann, 'patient']]) })).toMatchObject({ code: 'session.leadMissing' });
  });

  it('lets only someone with a staff seat here lead a block', async () => {
    const body = plan([
      [therapist, 'lead'],
      [ann, 'patient'],
    ]);
    body.blocks = body.blocks.map((block) => ({ ...block, leadId: ann.id }));
    expect(await coordinator.refused(createSession, { body })).toMatchObject({
      code: 'input.invalid',
      fields: { 'blocks.0.leadId': expect.any(String) },
    });
  });

  it('gives one answer for a patient of another program and for nobody', async () => {
    const stranger = await makePatient(app, { programId: other.id });
    const answers = [];
    for (const person of [stranger, { id: randomUUID() }]) {
      answers.push(
        await coordinator.refused(createSession, {
          body: plan([
            [therapist, 'lead'],
            [person, 'patient'],
          ]),
        }),
      );
    }
    expect(answers[0]).toMatchObject({ code: 'seat.noEpisode' });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('refuses a lead without a role here', async () => {
    const elsewhere = await makePerson(app, { role: 'therapist', programId: other.id });
    expect(await coordinator.refused(createSession, { body: plan([[elsewhere, 'lead']]) })).toMatchObject({ code: 'seat.roleMissing' });
    expect(await coordinator.refused(createSession, { body: plan([[ann, 'lead']]) })).toMatchObject({ code: 'seat.roleMissing' });
  });

  it('refuses a cohort of another program', async () => {
    const cohortId = randomUUID();
    await app.database.query(`INSERT INTO cohort (id, program_id, name) VALUES ($1, $2, 'Evening')`, [cohortId, other.id]);
    expect(await coordinator.refused(createSession, { body: plan([[therapist, 'lead']], { cohortId }) })).toMatchObject({
      fields: { cohortId: expect.any(String) },
    });
  });
});

describe('double booking', () => {
  it('is refused with the name of who is booked, and nothing is kept', async () => {
    const at = `${freeDay()}T13:00`;
    const second = await makePerson(app, { role: 'therapist', programId: program.id });
    await planned(
      [
        [therapist, 'lead'],
        [ann, 'patient'],
      ],
      { startsLocal: at },
    );
    const body = plan(
      [
        [second, 'lead'],
        [ann, 'patient'],
      ],
      { startsLocal: at.replace('13:00', '14:00') },
    );
    const refusal = await coordinator.refused(createSession, { body });
    expect(refusal).toMatchObject({
      status: 409,
      code: 'seat.doubleBooked',
      message: 'Ann Alder already has a seat in another session at that time.',
    });
    expect(await app.database.query('SELECT 1 FROM session WHERE id = $1', [body.id])).toEqual([]);
  });

  it('does not hold for observers, and ends with the seat or the session', async () => {
    const at = `${freeDay()}T13:00`;
    const leads = [];
    for (let n = 0; n < 3; n++) leads.push(await makePerson(app, { role: 'therapist', programId: program.id }));
    const [one, two, three] = leads.map((lead): [{ id: string }, Capacity] => [lead, 'lead']);
    if (!one || !two || !three) throw new Error('three leads');
    const first = await planned([one, [ann, 'patient'], [therapist, 'observer']], { startsLocal: at });
    const second = await planned([two, [therapist, 'coLead']], { startsLocal: at });
    const seatId = first.seats.find(({ personId }) => personId === ann.id)?.id ?? '';
    await coordinator.call(endSeat, { params: { seatId }, body: { reason: 'Moved to the other group' } });
    await coordinator.call(addSeat, {
      params: { sessionId: second.id },
      body: { id: randomUUID(), personId: ann.id, capacity: 'patient' },
    });
    await coordinator.call(cancelSession, { params: { sessionId: second.id }, body: { whose: 'ours', reason: 'Lead is ill' } });
    const third = await planned([three, [ann, 'patient'], [therapist, 'coLead']], { startsLocal: at });
    expect(third.seats).toHaveLength(3);
  });

  it('is refused when a session moves onto another', async () => {
    const on = freeDay();
    await planned([[therapist, 'lead']], { startsLocal: `${on}T09:00` });
    const moving = await planned([[therapist, 'lead']], { startsLocal: `${on}T13:00` });
    const body = { ...changeOf(moving), startsLocal: `${on}T10:00` };
    expect(await coordinator.refused(changeSession, { params: { sessionId: moving.id }, body })).toMatchObject({
      code: 'seat.doubleBooked',
    });
    expect(await coordinator.call(readSession, { params: { sessionId: moving.id } })).toMatchObject({
      startsLocal: `${on}T13:00`,
      version: 1,
    });
  });
});

describe('the list', () => {
  it('shows the sessions of own programs in the range, with lead and number of patients', async () => {
    const lead = await makePerson(app, { role: 'therapist', programId: program.id, givenName: 'Lea', familyName: 'Dorn' });
    const startsAt = inHours(24 * 20);
    const mine = await makeSession(app, { programId: program.id, startsAt, lead: [lead], patient: [ann] });
    const foreignLead = await makePerson(app, { role: 'therapist', programId: other.id });
    await makeSession(app, { programId: other.id, startsAt, lead: [foreignLead] });
    const query = { from: startsAt.toISOString(), to: startsAt.toISOString() };
    expect(await coordinator.call(listSessions, { query })).toMatchObject([{ id: mine.id, leadName: 'Lea Dorn', patients: 1 }]);
    expect(await coordinator.call(listSessions, { query: { ...query, programId: other.id } })).toEqual([]);
  });
});
