import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contract from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn } from '../testing/factories.js';
import type { Attacker, Side } from './testing/attack.js';
import { attacksOnEmergency } from './testing/attacks-on-emergency.js';
import { attacksOnPeople } from './testing/attacks-on-people.js';
import { attacksOnSessions } from './testing/attacks-on-sessions.js';

let app: TestApp;
let mine: Side;
let theirs: Side;
const agents = new Map<string, Agent>();

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
    placeId: await one('SELECT id FROM patient_place WHERE patient_id = $1'),
    roleId: await one('SELECT id FROM role_assignment WHERE person_id = $1'),
    ...(await makeEmergency(programId, patient.id, therapist.id)),
    materialId: await makeMaterial(session.id, therapist.id),
  };
}

async function makeEmergency(programId: string, patientId: string, personId: string) {
  const [shiftId, accessId] = [randomUUID(), randomUUID()];
  await app.database.query(
    `INSERT INTO on_call (id, program_id, person_id, phone, from_at, to_at) VALUES ($1, $2, $3, '555', now(), now() + interval '1 day')`,
    [shiftId, programId, personId],
  );
  await app.database.query(
    `INSERT INTO emergency_access (id, person_id, patient_id, reason, part2, recipient, discloser)
     VALUES ($1, $2, $3, 'Fainted', false, 'Someone', 'Someone')`,
    [accessId, personId, patientId],
  );
  return { shiftId, accessId };
}

async function makeMaterial(sessionId: string, sentBy: string): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO material (id, session_id, kind, bytes, sent_by, sent_at) VALUES ($1, $2, 'pdf', '%PDF-', $3, now())`,
    [id, sessionId, sentBy],
  );
  return id;
}

beforeAll(async () => {
  app = await startApp();
  [mine, theirs] = [await makeSide(), await makeSide()];
  for (const role of ['coordinator', 'administrator', 'supervisor'] as const) {
    agents.set(role, await signIn(app, await makePerson(app, { role, programId: mine.programId })));
  }
  agents.set('therapist', await signIn(app, mine.therapist));
});
afterAll(() => app.close());

function agent(name: Attacker): Agent {
  const found = agents.get(name);
  if (!found) throw new Error(`${name} is not signed in.`);
  return found;
}

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
    ['SELECT * FROM material WHERE session_id = $1', [session.id]],
    ['SELECT * FROM on_call WHERE program_id = $1', [programId]],
    ['SELECT * FROM emergency_access WHERE patient_id = $1', [patient.id]],
  ];
  return JSON.stringify(await Promise.all(tables.map(([sql, values]) => app.database.query(sql, values))));
}

describe('an id or a role inside a request', () => {
  it.each([...attacksOnEmergency, ...attacksOnPeople, ...attacksOnSessions])('is no way to %s (%s)', async (_, who, route, parts) => {
    const before = await everythingTheirs();
    const answer = await agent(who).ask(route, parts({ mine, theirs, administrator: agent('administrator').personId }));
    expect([answer.status >= 400 && answer.status < 500, answer.status, answer.body]).toMatchObject([
      true,
      answer.status,
      { code: expect.any(String) },
    ]);
    const told = JSON.stringify(answer.body);
    // Refused for what it tries, not for a slip in how it is asked.
    expect(told).toMatch(
      /"(access\.refused|row\.notFound|emergency\.noMatch|onCall\.roleMissing|row\.exists|seat\.noEpisode)"|"Choose (a|someone) /,
    );
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
