import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contract from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import {
  makePatient,
  makePerson,
  makeProgram,
  makeSession,
  signIn,
  type TestPatient,
  type TestPerson,
  type TestSession,
} from '../testing/factories.js';

interface Side {
  programId: string;
  cohortId: string;
  therapist: TestPerson;
  patient: TestPatient;
  session: TestSession;
  memberId: string;
  roleId: string;
}

let app: TestApp;
let mine: Side;
let theirs: Side;
const agents = new Map<string, Agent>();
const now = (): string => new Date().toISOString();

async function makeSide(): Promise<Side> {
  const programId = (await makeProgram(app)).id;
  const therapist = await makePerson(app, { role: 'therapist', programId });
  const patient = await makePatient(app, { programId, careTeam: [therapist] });
  const session = await makeSession(app, { programId, lead: [therapist], patient: [patient] });
  await app.database.query(
    `UPDATE session SET started_at = now() - interval '2 hours', ended_at = now() - interval '1 hour', ending = 'lead' WHERE id = $1`,
    [session.id],
  );
  const cohortId = randomUUID();
  await app.database.query(`INSERT INTO cohort (id, program_id, name) VALUES ($1, $2, 'Morning')`, [cohortId, programId]);
  const one = async (sql: string): Promise<string> => {
    const rows: { id: string }[] = await app.database.query(sql, [patient.id]);
    return rows[0]?.id ?? '';
  };
  const memberId = await one('SELECT m.id FROM care_team_member m JOIN episode e ON e.id = m.episode_id WHERE e.patient_id = $1');
  return {
    programId,
    cohortId,
    therapist,
    patient,
    session,
    memberId,
    roleId: await one('SELECT id FROM role_assignment WHERE person_id = $1'),
  };
}

beforeAll(async () => {
  app = await startApp();
  [mine, theirs] = [await makeSide(), await makeSide()];
  for (const role of ['coordinator', 'administrator'] as const) {
    agents.set(role, await signIn(app, await makePerson(app, { role, programId: mine.programId })));
  }
  agents.set('therapist', await signIn(app, mine.therapist));
});
afterAll(() => app.close());

function agent(name: 'coordinator' | 'administrator' | 'therapist'): Agent {
  const found = agents.get(name);
  if (!found) throw new Error(`${name} is not signed in.`);
  return found;
}

const person = () => ({ id: randomUUID(), givenName: 'New', familyName: 'Person', displayName: 'New', zone: 'America/New_York' });
const role = (name: contract.Role, programId: string | null) => ({ id: randomUUID(), role: name, programId, from: now() });
const block = (over: object = {}) => ({
  id: randomUUID(),
  kind: 'process',
  topic: '',
  minutes: 60,
  treatment: true,
  leadId: null,
  ...over,
});
const plan = (over: object = {}) => ({
  cohortId: null,
  kind: 'group',
  mode: 'virtual',
  title: 'Group',
  startsLocal: '2027-03-01T13:00',
  plannedMinutes: 60,
  blocks: [block()],
  ...over,
});
const lead = () => ({ id: randomUUID(), personId: mine.therapist.id, capacity: 'lead' });

type Attack = [
  what: string,
  who: 'coordinator' | 'administrator' | 'therapist',
  route: contract.Route,
  parts: () => { params?: Record<string, string>; body?: unknown },
];

const attacks: Attack[] = [
  [
    'make an administrator',
    'coordinator',
    contract.createPerson,
    () => ({ body: { ...person(), roles: [role('administrator', mine.programId)] } }),
  ],
  [
    'make a supervisor',
    'coordinator',
    contract.createPerson,
    () => ({ body: { ...person(), roles: [role('supervisor', mine.programId)] } }),
  ],
  [
    'make a therapist of another program',
    'coordinator',
    contract.createPerson,
    () => ({ body: { ...person(), roles: [role('therapist', theirs.programId)] } }),
  ],
  [
    'make a therapist of all programs',
    'coordinator',
    contract.createPerson,
    () => ({ body: { ...person(), roles: [role('therapist', null)] } }),
  ],
  [
    'become administrator of everything',
    'administrator',
    contract.assignRole,
    () => ({ params: { personId: agent('administrator').personId }, body: role('administrator', null) }),
  ],
  [
    'become administrator elsewhere',
    'administrator',
    contract.assignRole,
    () => ({ params: { personId: agent('administrator').personId }, body: role('administrator', theirs.programId) }),
  ],
  [
    'end a role of another program by its id',
    'administrator',
    contract.endRole,
    () => ({ params: { personId: mine.patient.id, roleId: theirs.roleId }, body: { to: now() } }),
  ],
  [
    'take over an administrator by their address',
    'coordinator',
    contract.changePerson,
    () => ({ params: { personId: agent('administrator').personId }, body: { email: 'taken@example.org' } }),
  ],
  [
    'learn of a person by creating them again',
    'coordinator',
    contract.createPerson,
    () => ({ body: { ...person(), id: theirs.patient.id, roles: [role('therapist', mine.programId)] } }),
  ],
  [
    'learn of a patient by enrolling them again',
    'coordinator',
    contract.enrolPatient,
    () => ({
      body: {
        person: { ...person(), id: theirs.patient.id },
        dateOfBirth: '1990-01-01',
        recordNumber: 'R-1',
        programId: mine.programId,
        episode: { id: randomUUID(), openedOn: '2026-11-01' },
      },
    }),
  ],
  [
    'open an episode elsewhere',
    'coordinator',
    contract.openEpisode,
    () => ({ params: { patientId: mine.patient.id }, body: { id: randomUUID(), programId: theirs.programId, openedOn: '2026-11-01' } }),
  ],
  [
    'learn of an episode by opening it again',
    'coordinator',
    contract.openEpisode,
    () => ({
      params: { patientId: mine.patient.id },
      body: { id: theirs.patient.episodeId, programId: mine.programId, openedOn: '2026-11-01' },
    }),
  ],
  [
    'put an episode into a cohort elsewhere',
    'coordinator',
    contract.changeEpisode,
    () => ({ params: { episodeId: mine.patient.episodeId }, body: { cohortId: theirs.cohortId } }),
  ],
  [
    'put a stranger on a care team',
    'coordinator',
    contract.addCareTeamMember,
    () => ({
      params: { episodeId: mine.patient.episodeId },
      body: { id: randomUUID(), personId: theirs.therapist.id, capacity: 'therapist', from: now() },
    }),
  ],
  [
    'end a place on the care team of another episode',
    'coordinator',
    contract.endCareTeamMember,
    () => ({ params: { episodeId: mine.patient.episodeId, memberId: theirs.memberId }, body: { to: now() } }),
  ],
  [
    'name a supervisor elsewhere',
    'coordinator',
    contract.saveStaffProfile,
    () => ({
      params: { personId: mine.therapist.id },
      body: {
        credentials: '',
        npi: null,
        preLicensed: true,
        licences: [],
        supervision: [{ id: randomUUID(), supervisorId: theirs.therapist.id, from: '2026-01-01', to: null }],
      },
    }),
  ],
  [
    'rename a cohort elsewhere',
    'coordinator',
    contract.saveCohort,
    () => ({ params: { programId: mine.programId, cohortId: theirs.cohortId }, body: { name: 'Mine now', archived: true } }),
  ],
  [
    'plan a session into a cohort elsewhere',
    'therapist',
    contract.createSession,
    () => ({ body: { id: randomUUID(), programId: mine.programId, ...plan({ cohortId: theirs.cohortId }), seats: [lead()] } }),
  ],
  [
    'seat a patient of another program',
    'therapist',
    contract.createSession,
    () => ({
      body: {
        id: randomUUID(),
        programId: mine.programId,
        ...plan(),
        seats: [lead(), { id: randomUUID(), personId: theirs.patient.id, capacity: 'patient' }],
      },
    }),
  ],
  [
    'learn of a session by planning it again',
    'therapist',
    contract.createSession,
    () => ({ body: { id: theirs.session.id, programId: mine.programId, ...plan(), seats: [lead()] } }),
  ],
  [
    'give a block to a stranger',
    'therapist',
    contract.createSession,
    () => ({
      body: { id: randomUUID(), programId: mine.programId, ...plan({ blocks: [block({ leadId: theirs.therapist.id })] }), seats: [lead()] },
    }),
  ],
  [
    'take a block out of another session',
    'therapist',
    contract.createSession,
    () => ({
      body: {
        id: randomUUID(),
        programId: mine.programId,
        ...plan({ blocks: [block({ id: theirs.session.blockIds[0] })] }),
        seats: [lead()],
      },
    }),
  ],
  [
    'take a seat out of another session',
    'therapist',
    contract.createSession,
    () => ({ body: { id: randomUUID(), programId: mine.programId, ...plan(), seats: [{ ...lead(), id: theirs.session.seats[0]?.id }] } }),
  ],
  [
    'write a note on a patient who has no seat',
    'therapist',
    contract.saveNote,
    () => ({ params: { sessionId: mine.session.id, patientId: theirs.patient.id }, body: { id: randomUUID(), version: 0, body: 'Text' } }),
  ],
  [
    'correct the minutes of someone who has no seat',
    'therapist',
    contract.correctAttendance,
    () => ({
      params: { sessionId: mine.session.id },
      body: {
        id: randomUUID(),
        personId: theirs.patient.id,
        effect: 'add',
        from: new Date(Date.now() - 100 * 60_000).toISOString(),
        to: new Date(Date.now() - 90 * 60_000).toISOString(),
        reason: 'No',
      },
    }),
  ],
];

/** Everything of the other program, so that a change of any of it shows. */
async function everythingTheirs(): Promise<string> {
  const { programId, patient, therapist, session } = theirs;
  const tables: [string, unknown[]][] = [
    ['SELECT * FROM program WHERE id = $1', [programId]],
    ['SELECT * FROM cohort WHERE program_id = $1', [programId]],
    ['SELECT * FROM person WHERE id = ANY ($1) ORDER BY id', [[patient.id, therapist.id]]],
    [
      'SELECT * FROM role_assignment WHERE program_id = $1 OR program_id IS NULL OR person_id = ANY ($2) ORDER BY id',
      [programId, [patient.id, therapist.id]],
    ],
    ['SELECT * FROM episode WHERE patient_id = $1', [patient.id]],
    ['SELECT * FROM care_team_member WHERE person_id = $1 OR episode_id = $2 ORDER BY id', [therapist.id, patient.episodeId]],
    ['SELECT * FROM session WHERE program_id = $1', [programId]],
    ['SELECT * FROM session_block WHERE session_id = $1 OR lead_id = $2 ORDER BY id', [session.id, therapist.id]],
    ['SELECT * FROM seat WHERE session_id = $1 OR person_id = ANY ($2) ORDER BY id', [session.id, [patient.id, therapist.id]]],
    ['SELECT * FROM note WHERE patient_id = $1', [patient.id]],
    ['SELECT * FROM correction WHERE person_id = $1', [patient.id]],
  ];
  return JSON.stringify(await Promise.all(tables.map(([sql, values]) => app.database.query(sql, values))));
}

describe('an id or a role inside a request', () => {
  it.each(attacks)('is no way to %s (%s)', async (_, who, route, parts) => {
    const before = await everythingTheirs();
    const answer = await agent(who).ask(route, parts());
    expect([answer.status >= 400 && answer.status < 500, answer.status, answer.body]).toMatchObject([
      true,
      answer.status,
      { code: expect.any(String) },
    ]);
    const told = JSON.stringify(answer.body);
    // Refused for what it tries, not for a slip in how it is asked.
    expect(told).toMatch(/"(access\.refused|row\.notFound|row\.exists|seat\.noEpisode)"|"Choose (a|someone) /);
    for (const secret of [theirs.patient.familyName, theirs.patient.givenName, theirs.patient.email, theirs.therapist.familyName])
      expect(told).not.toContain(secret);
    expect(await everythingTheirs()).toBe(before);
  });

  it('shows no list of another program to who asks for it by name', async () => {
    for (const who of ['coordinator', 'administrator', 'therapist'] as const) {
      const range = { from: new Date(Date.now() - 86_400_000).toISOString(), to: new Date(Date.now() + 86_400_000).toISOString() };
      expect(await agent(who).call(contract.listSessions, { query: { ...range, programId: theirs.programId } })).toEqual([]);
      expect(
        await agent(who).call(contract.listPatients, { query: { programId: theirs.programId, search: theirs.patient.familyName } }),
      ).toEqual([]);
      expect(await agent(who).call(contract.listPeople, { query: { search: theirs.therapist.familyName } })).toEqual([]);
    }
  });
});
