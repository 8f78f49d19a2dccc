import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addOnCall, changeProgram, endOnCall, listOnCall, readOwnHelp } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, signIn, type TestPerson } from '../testing/factories.js';

let app: TestApp;
let program: { id: string };
let therapist: TestPerson;
let supervisor: Agent;

beforeAll(async () => {
  app = await startApp();
  program = await makeProgram(app);
  therapist = await makePerson(app, { role: 'therapist', programId: program.id });
  supervisor = await signIn(app, await makePerson(app, { role: 'supervisor', programId: program.id }));
});
afterAll(() => app.close());

const shift = (over: object = {}) => ({
  params: { programId: program.id, shiftId: randomUUID() },
  body: { personId: therapist.id, phone: '555-0117', fromLocal: '2027-11-06T18:00', toLocal: '2027-11-07T08:00', ...over },
});
const wall = (minutes: number): string =>
  Temporal.Now.zonedDateTimeISO('America/New_York').add({ minutes }).toPlainDateTime().toString({ smallestUnit: 'minute' });
const hours = ({ from, to }: { from: string; to: string }): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;
const all = { from: '2026-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' };
const listed = async () => supervisor.call(listOnCall, { params: { programId: program.id }, query: all });

describe('the rota', () => {
  it('is planned by the wall clock: the night the clocks go back is an hour longer, the one they go forward an hour shorter', async () => {
    expect(hours(await supervisor.call(addOnCall, shift()))).toBe(15);
    const spring = { fromLocal: '2027-03-13T18:00', toLocal: '2027-03-14T08:00' };
    expect(hours(await supervisor.call(addOnCall, shift(spring)))).toBe(13);
    expect(await supervisor.refused(addOnCall, shift({ fromLocal: '2027-03-14T02:30', toLocal: '2027-03-14T08:00' }))).toMatchObject({
      code: 'session.timeMissing',
    });
    const before = await supervisor.call(addOnCall, shift({ fromLocal: '2027-11-06T22:00', toLocal: '2027-11-07T01:30' }));
    const after = await supervisor.call(addOnCall, shift({ fromLocal: '2027-11-07T01:30', toLocal: '2027-11-07T08:00' }));
    expect(after.from).toBe(before.to);
  });

  it('takes a shift once, by its id', async () => {
    const input = shift({ fromLocal: '2027-05-01T18:00', toLocal: '2027-05-02T08:00' });
    expect(await supervisor.call(addOnCall, input)).toEqual(await supervisor.call(addOnCall, input));
    expect((await listed()).filter(({ id }) => id === input.params.shiftId)).toHaveLength(1);
  });

  it('refuses ends before their beginnings, days that do not exist, and people who do not work there', async () => {
    const stranger = await makePerson(app, { role: 'therapist', programId: (await makeProgram(app)).id });
    const patient = await makePatient(app, { programId: program.id });
    expect(await supervisor.refused(addOnCall, shift({ toLocal: '2027-11-06T17:00' }))).toMatchObject({ code: 'onCall.range' });
    expect(await supervisor.refused(addOnCall, shift({ toLocal: '2027-12-06T17:00' }))).toMatchObject({ code: 'onCall.range' });
    expect(await supervisor.refused(addOnCall, shift({ toLocal: '2027-11-31T17:00' }))).toMatchObject({
      fields: { toLocal: expect.any(String) },
    });
    for (const personId of [stranger.id, patient.id, randomUUID()]) {
      expect(await supervisor.refused(addOnCall, shift({ personId }))).toMatchObject({ code: 'onCall.roleMissing' });
    }
  });

  it('is read by the staff of the program, and written by its managers', async () => {
    const colleague = await signIn(app, therapist);
    expect(await colleague.call(listOnCall, { params: { programId: program.id }, query: all })).not.toHaveLength(0);
    expect(await colleague.refused(addOnCall, shift())).toMatchObject({ code: 'access.refused' });
  });

  it('tells patients the number of who is on call first, and the program’s own where nobody is', async () => {
    const settings = { phone: '555-0100', onCallHours: 'Always' };
    await supervisor.refused(changeProgram, { params: { programId: program.id }, body: { settings } });
    const office = await signIn(app, await makePerson(app, { role: 'coordinator', programId: program.id }));
    await office.call(changeProgram, { params: { programId: program.id }, body: { settings } });
    const patient = await signIn(app, await makePatient(app, { programId: program.id }));
    expect(await patient.call(readOwnHelp, {})).toMatchObject([{ phone: '555-0100', hours: 'Always', onCall: null }]);
    const first = shift({ phone: '555-0101', fromLocal: wall(-120), toLocal: wall(60) });
    await office.call(addOnCall, shift({ phone: '555-0102', fromLocal: wall(-60), toLocal: wall(120) }));
    const { to } = await office.call(addOnCall, first);
    const later = shift({ phone: '555-0103', fromLocal: wall(180), toLocal: wall(240) });
    await office.call(addOnCall, later);
    expect(await patient.call(readOwnHelp, {})).toMatchObject([{ onCall: { phone: '555-0101', until: to } }]);
    await office.call(endOnCall, { params: first.params });
    expect(await patient.call(readOwnHelp, {})).toMatchObject([{ onCall: { phone: '555-0102' } }]);
    await office.call(endOnCall, { params: later.params });
    const ids = (await listed()).map(({ id }) => id);
    expect([ids.includes(first.params.shiftId), ids.includes(later.params.shiftId)]).toEqual([true, false]);
  });
});
