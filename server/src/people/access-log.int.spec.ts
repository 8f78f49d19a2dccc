import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportAccessLog, listAccessLog, readPatient, type AccessLog } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import {
  giveRole,
  makePatient,
  makePerson,
  makeProgram,
  makeSession,
  signIn,
  type TestPatient,
  type TestPerson,
} from '../testing/factories.js';

let app: TestApp;
let supervisor: Agent;
let therapist: Agent;
let outsider: Agent;
let person: TestPerson;
let patient: TestPatient;
const params = () => ({ patientId: patient.id });
const today = Temporal.Now.plainDateISO('America/New_York').toString();

beforeAll(async () => {
  app = await startApp();
  const [here, elsewhere] = [await makeProgram(app), await makeProgram(app)];
  person = await makePerson(app, { role: 'therapist', programId: here.id, givenName: 'Avery', familyName: 'Stone' });
  supervisor = await signIn(app, await makePerson(app, { role: 'supervisor', programId: here.id }));
  outsider = await signIn(app, await makePerson(app, { role: 'supervisor', programId: elsewhere.id }));
  therapist = await signIn(app, person);
  patient = await makePatient(app, { programId: here.id, careTeam: [person] });
  await therapist.call(readPatient, { params: params() });
  await therapist.call(readPatient, { params: params() });
  await outsider.refused(readPatient, { params: params() });
});
afterAll(() => app.close());

const list = (query: object = {}): Promise<AccessLog> => supervisor.call(listAccessLog, { params: params(), query });

describe('who looked at a chart', () => {
  it('is told newest first, by name and by the role held then, with tries that were refused', async () => {
    await app.database.query(`UPDATE role_assignment SET to_at = now() WHERE person_id = $1`, [person.id]);
    await giveRole(app, person.id, 'prescriber', patient.programId);
    await app.database.query(`UPDATE role_assignment SET from_at = now() WHERE person_id = $1 AND role = 'prescriber'`, [person.id]);
    const { entries, next, people, elsewhere } = await list();
    expect(entries).toMatchObject([
      { who: { id: outsider.personId, roles: ['supervisor'] }, action: 'patient.read', outcome: 'refused', emergency: false },
      { who: { name: 'Avery Stone', roles: ['therapist'], isPatient: false }, action: 'patient.read', outcome: 'done' },
      { who: { name: 'Avery Stone', roles: ['therapist'] } },
    ]);
    expect([next, elsewhere, people.length]).toEqual([null, 0, 2]);
    await app.database.query(`UPDATE role_assignment SET to_at = NULL WHERE person_id = $1 AND role = 'therapist'`, [person.id]);
  });

  it('is found by person, by what they did, by whether they might and by day', async () => {
    const count = async (query: object): Promise<number> => (await list({ ...query, action: 'patient.read' })).entries.length;
    expect(await count({ personId: person.id })).toBe(2);
    expect(await count({ outcome: 'refused' })).toBe(1);
    expect(await count({ from: today, to: today })).toBe(3);
    expect(await count({ to: '2020-01-01' })).toBe(0);
    expect((await list({ action: 'note.sign' })).entries).toEqual([]);
  });

  it('comes in pages that leave nothing out and show nothing twice', async () => {
    const other = await makePatient(app, { programId: patient.programId });
    await app.database.query(
      `INSERT INTO audit_event (actor_id, action, outcome, patient_id) SELECT $1, 'patient.read', 'done', $2 FROM generate_series(1, 120)`,
      [person.id, other.id],
    );
    const seen: string[] = [];
    for (let before: string | undefined, more = true; more;) {
      const page = await supervisor.call(listAccessLog, { params: { patientId: other.id }, query: { before, action: 'patient.read' } });
      seen.push(...page.entries.map(({ id }) => id));
      before = page.next ?? undefined;
      more = page.next !== null;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });

  it('marks what was seen in an emergency', async () => {
    await app.database.query(
      `INSERT INTO emergency_access (id, person_id, patient_id, reason, part2, recipient, discloser) VALUES ($1, $2, $3, 'Unwell', false, 'x', 'x')`,
      [randomUUID(), person.id, patient.id],
    );
    await therapist.call(readPatient, { params: params() });
    const { entries } = await list({ personId: person.id });
    expect(entries.map(({ emergency }) => emergency)).toEqual([true, false, false]);
  });

  it('counts what belongs to a program of others, without showing it', async () => {
    const other = await makeProgram(app);
    const session = await makeSession(app, { programId: other.id });
    await app.database.query(
      `INSERT INTO audit_event (actor_id, action, outcome, patient_id, session_id) VALUES ($1, 'note.read', 'done', $2, $3)`,
      [outsider.personId, patient.id, session.id],
    );
    const log = await list();
    expect([log.elsewhere, log.actions.includes('note.read')]).toEqual([1, false]);
  });

  it('is printed for the patient who asks: by day and person, and that is recorded as an export', async () => {
    const report = await supervisor.call(exportAccessLog, { params: params(), query: { from: today, to: today } });
    expect(report).toMatchObject({ patient: { id: patient.id }, zone: 'America/New_York', elsewhere: 1 });
    expect(report.lines.filter(({ who, action }) => who?.id === person.id && action === 'patient.read')).toMatchObject([
      { day: today, who: { name: 'Avery Stone' }, outcome: 'done', times: 2 },
      { emergency: true, times: 1 },
    ]);
    const [last] = (await list()).entries.filter(({ action }) => action === 'accessLog.export');
    expect(last).toMatchObject({ who: { id: supervisor.personId }, outcome: 'done' });
  });

  it('is refused for a span of years, by name', async () => {
    const query = { from: '2020-01-01', to: today };
    const refusal = await supervisor.refused(exportAccessLog, { params: params(), query });
    expect(refusal).toMatchObject({ code: 'input.invalid', fields: { 'query.to': expect.stringContaining('year') } });
  });

  it('is nothing for those who only treat the patient, nor for another program', async () => {
    expect((await therapist.refused(listAccessLog, { params: params(), query: {} })).code).toBe('access.refused');
    expect((await outsider.refused(listAccessLog, { params: params(), query: {} })).code).toBe('row.notFound');
  });
});
