import { roles, type Role } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../../testing/agent.js';
import type { TestApp } from '../../testing/app.js';
import {
  inHours,
  linkFor,
  makePatient,
  makePerson,
  makeProgram,
  makeSession,
  signIn,
  type TestPatient,
  type TestPerson,
} from '../../testing/factories.js';

const special = [
  'signed out',
  'administrator everywhere',
  'family contact by link',
  'family in the session',
  'patient of another group',
  'patient in the session',
  'peer in the session',
  'lead',
  'peer mentor as co-lead',
  'observer',
  'care team',
  'therapist whose seat ended',
  'therapist whose role ended',
  'coordinator whose role ended',
  'coordinator whose role has not begun',
] as const;
export type Caller = (typeof special)[number] | `${Role} here` | `${Role} elsewhere`;
export const callers: readonly Caller[] = [
  ...special,
  ...roles.map((role): Caller => `${role} here`),
  ...roles.map((role): Caller => `${role} elsewhere`),
];

/** Everyone who asks, signed in once, and the two programs: the rows asked for belong to `here`. */
export interface Cast {
  app: TestApp;
  here: { id: string; name: string };
  elsewhere: { id: string; name: string };
  people: Record<Exclude<Caller, 'signed out'>, TestPerson>;
  patient: TestPatient;
  peer: TestPatient;
  spare: TestPerson;
  agents: Record<Caller, Agent>;
}

const secret = (): string => `Zz${randomUUID().slice(0, 8)}`;

async function withRoleDates(app: TestApp, person: TestPerson, set: string): Promise<TestPerson> {
  await app.database.query(`UPDATE role_assignment SET ${set} WHERE person_id = $1`, [person.id]);
  return person;
}

async function makePeople(
  app: TestApp,
  here: string,
  elsewhere: string,
): Promise<Cast['people'] & { patient: TestPatient; peer: TestPatient }> {
  const person = (role: Role, programId: string | null, account = true) =>
    makePerson(app, { role, programId, account, familyName: secret() });
  const patient = (programId: string) => makePatient(app, { programId, familyName: secret() });
  const [mine, peer, other] = [await patient(here), await patient(here), await patient(here)];
  const ended = `from_at = now() - interval '9 days', to_at = now() - interval '1 day'`;
  const everyRole = async (programId: string, where: 'here' | 'elsewhere') => {
    const made: Partial<Record<Caller, TestPerson>> = {};
    for (const role of roles) made[`${role} ${where}`] = await person(role, programId);
    return made;
  };
  const people = {
    ...(await everyRole(here, 'here')),
    ...(await everyRole(elsewhere, 'elsewhere')),
    'administrator everywhere': await person('administrator', null),
    'family contact by link': await person('familyContact', here, false),
    'family in the session': await person('familyContact', here, false),
    'patient of another group': other,
    'patient in the session': mine,
    'peer in the session': peer,
    lead: await person('therapist', here),
    'peer mentor as co-lead': await person('peerMentor', here),
    observer: await person('prescriber', here),
    'care team': await person('therapist', here),
    'therapist whose seat ended': await person('therapist', here),
    'therapist whose role ended': await withRoleDates(app, await person('therapist', here), ended),
    'coordinator whose role ended': await withRoleDates(app, await person('coordinator', here), ended),
    'coordinator whose role has not begun': await withRoleDates(
      app,
      await person('coordinator', here),
      `from_at = now() + interval '1 day'`,
    ),
  };
  await makeSession(app, { programId: here, patient: [other], startsAt: inHours(1) });
  return { ...(people as Cast['people']), patient: mine, peer };
}

export async function makeCast(app: TestApp): Promise<Cast> {
  const [here, elsewhere] = [await makeProgram(app, { name: secret() }), await makeProgram(app)];
  const { patient, peer, ...people } = await makePeople(app, here.id, elsewhere.id);
  const agents: Partial<Record<Caller, Agent>> = { 'signed out': app.stranger };
  for (const caller of callers) {
    if (caller === 'signed out') continue;
    const byLink = caller === 'family contact by link' || caller === 'family in the session';
    agents[caller] = await (byLink ? linkFor(app, people[caller]) : signIn(app, people[caller]));
  }
  const spare = await makePerson(app, { role: 'therapist', programId: here.id, account: false });
  return { app, here, elsewhere, people, patient, peer, spare, agents: agents as Cast['agents'] };
}
