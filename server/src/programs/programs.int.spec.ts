import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeProgram, createProgram, listPrograms, readOwnHelp, readProgram, saveCohort } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, signIn } from '../testing/factories.js';

let app: TestApp;
let program: { id: string; name: string };
let other: { id: string; name: string };
let owner: Agent;
let admin: Agent;

beforeAll(async () => {
  app = await startApp();
  program = await makeProgram(app);
  other = await makeProgram(app);
  owner = await signIn(app, await makePerson(app, { role: 'administrator', programId: null }));
  admin = await signIn(app, await makePerson(app, { role: 'administrator', programId: program.id }));
});
afterAll(() => app.close());

const newProgram = () => ({
  id: randomUUID(),
  name: `Day program ${randomUUID().slice(0, 6)}`,
  zone: 'America/Denver',
  settings: { phone: '555' },
});

describe('programs', () => {
  it('are listed where a staff role is held', async () => {
    expect((await admin.call(listPrograms, {})).map(({ id }) => id)).toEqual([program.id]);
    expect((await owner.call(listPrograms, {})).map(({ id }) => id)).toEqual(expect.arrayContaining([program.id, other.id]));
    const patient = await signIn(app, await makePerson(app, { role: 'patient', programId: program.id }));
    expect(await patient.refused(listPrograms, {})).toMatchObject({ code: 'access.refused' });
  });

  it('are added once, with who adds them as their first administrator', async () => {
    const body = newProgram();
    const added = await admin.call(createProgram, { body });
    expect(added).toEqual({ ...body, settings: { chatKeptDays: 30, phone: '555', onCallHours: '' }, cohorts: [] });
    expect(await admin.call(createProgram, { body })).toEqual(added);
    expect(await admin.call(readProgram, { params: { programId: body.id } })).toEqual(added);
    expect(await admin.refused(createProgram, { body: { ...newProgram(), name: body.name } })).toMatchObject({ code: 'row.exists' });
  });

  it('are changed in name, zone and settings, by their own office only', async () => {
    const body = { zone: 'America/Chicago', settings: { chatKeptDays: 7, phone: '', onCallHours: 'Every day 7 to 22' } };
    expect(await admin.call(changeProgram, { params: { programId: program.id }, body })).toMatchObject({ name: program.name, ...body });
    expect(await admin.refused(changeProgram, { params: { programId: other.id }, body })).toMatchObject({ code: 'row.notFound' });
    expect(await admin.refused(changeProgram, { params: { programId: program.id }, body: { name: other.name } })).toMatchObject({
      code: 'row.exists',
    });
  });

  it('refuse a zone that does not exist', async () => {
    const answer = await admin.refused(createProgram, { body: { ...newProgram(), zone: 'Mars/Olympus' } });
    expect(answer).toMatchObject({ code: 'input.invalid', fields: { zone: 'Choose a time zone from the list.' } });
  });
});

describe('cohorts', () => {
  it('are added, renamed and archived in place', async () => {
    const params = { programId: program.id, cohortId: randomUUID() };
    await admin.call(saveCohort, { params, body: { name: 'Morning', archived: false } });
    expect(await admin.call(saveCohort, { params, body: { name: 'Mornings', archived: true } })).toEqual({
      id: params.cohortId,
      name: 'Mornings',
      archived: true,
    });
    expect((await admin.call(readProgram, { params: { programId: program.id } })).cohorts).toEqual([
      { id: params.cohortId, name: 'Mornings', archived: true },
    ]);
    const second = { params: { ...params, cohortId: randomUUID() }, body: { name: 'Mornings', archived: false } };
    expect(await admin.refused(saveCohort, second)).toMatchObject({ code: 'row.exists' });
  });

  it('of another program cannot be taken over', async () => {
    const cohortId = randomUUID();
    await owner.call(saveCohort, { params: { programId: other.id, cohortId }, body: { name: 'Evening', archived: false } });
    const body = { name: 'Mine', archived: true };
    expect(await admin.refused(saveCohort, { params: { programId: program.id, cohortId }, body })).toMatchObject({ code: 'row.notFound' });
    expect((await owner.call(readProgram, { params: { programId: other.id } })).cohorts).toEqual([
      { id: cohortId, name: 'Evening', archived: false },
    ]);
  });
});

describe('whom I call', () => {
  it('is told to patients of the program, and to nobody else', async () => {
    const settings = { chatKeptDays: 30, phone: '555-0101', onCallHours: 'Every day, 7 AM to 10 PM' };
    await owner.call(changeProgram, { params: { programId: other.id }, body: { settings } });
    const patient = await signIn(app, await makePatient(app, { programId: other.id }));
    const own = { id: other.id, name: other.name, phone: '555-0101', hours: 'Every day, 7 AM to 10 PM', onCall: null };
    expect(await patient.call(readOwnHelp, {})).toEqual([own]);
    const family = await signIn(app, await makePerson(app, { role: 'familyContact', programId: other.id }));
    for (const nobodysPatient of [admin, owner, family]) expect(await nobodysPatient.call(readOwnHelp, {})).toEqual([]);
    expect(await app.stranger.refused(readOwnHelp, {})).toMatchObject({ code: 'auth.signedOut' });
  });
});
