import { capacities, type Capacity, type Role } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { Agent } from './agent.js';
import type { TestApp } from './app.js';
import { passGateSql } from './pass-gate.js';
import { linkCookieName } from '../access/actor.service.js';
import { LinkSessionService } from '../people/link-session.service.js';

export const testPassword = 'quiet-river-2026';
const hour = 3_600_000;
let count = 0;

export interface TestPerson {
  id: string;
  email: string;
  givenName: string;
  familyName: string;
  displayName: string;
}

export interface TestPatient extends TestPerson {
  episodeId: string;
  programId: string;
}

export interface TestSeat {
  id: string;
  personId: string;
  capacity: Capacity;
}

export interface TestSession {
  id: string;
  programId: string;
  startsAt: Date;
  blockIds: string[];
  seats: TestSeat[];
  /** The seat of a person; throws where there is none. */
  seatOf(person: { id: string }): TestSeat;
}

export async function makeProgram(
  app: TestApp,
  given: { name?: string; zone?: string } = {},
): Promise<{ id: string; name: string; zone: string }> {
  const program = { id: randomUUID(), name: `Program ${++count}`, zone: 'America/New_York', ...given };
  await app.database.query('INSERT INTO program (id, name, zone) VALUES ($1, $2, $3)', [program.id, program.name, program.zone]);
  return program;
}

export async function giveRole(app: TestApp, personId: string, role: Role, programId: string | null): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO role_assignment (id, person_id, role, program_id, from_at) VALUES ($1, $2, $3, $4, now() - interval '1 day')`,
    [id, personId, role, programId],
  );
  return id;
}

interface PersonGiven {
  role?: Role;
  /** Null: in all programs. */
  programId?: string | null;
  givenName?: string;
  familyName?: string;
  displayName?: string;
  /** False: a person without an account, such as a family contact. */
  account?: boolean;
}

/** A person, with a role where one is given, and an account whose e-mail is verified and whose password is `testPassword`. */
export async function makePerson(app: TestApp, given: PersonGiven = {}): Promise<TestPerson> {
  const n = ++count;
  const id = randomUUID();
  const person = {
    id,
    email: `person-${n}-${id.slice(0, 8)}@example.org`,
    givenName: given.givenName ?? `Given${n}`,
    familyName: given.familyName ?? `Surname${n}`,
    displayName: given.displayName ?? `Display${n}`,
  };
  const hasAccount = given.account ?? true;
  const userId = hasAccount ? await makeAccount(app, person.email) : null;
  await app.database.query(
    `INSERT INTO person (id, given_name, family_name, display_name, email, zone, user_id) VALUES ($1, $2, $3, $4, $5, 'America/New_York', $6)`,
    [id, person.givenName, person.familyName, person.displayName, hasAccount ? person.email : null, userId],
  );
  if (given.role) await giveRole(app, id, given.role, given.programId ?? null);
  return person;
}

let passwordHash: Promise<string> | undefined;

async function makeAccount(app: TestApp, email: string): Promise<string> {
  const auth = await app.auth.$context;
  passwordHash ??= auth.password.hash(testPassword);
  const user = await auth.internalAdapter.createUser({ email, name: '', emailVerified: true }, { method: 'admin' });
  await auth.internalAdapter.linkAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password: await passwordHash });
  return user.id;
}

/** An adult patient with an open episode in the program, and a care team where one is given. */
export async function makePatient(
  app: TestApp,
  given: PersonGiven & { programId: string; careTeam?: readonly { id: string }[] },
): Promise<TestPatient> {
  const { careTeam = [], ...rest } = given;
  const person = await makePerson(app, { ...rest, role: 'patient' });
  const episodeId = randomUUID();
  await app.database.query(`INSERT INTO patient (person_id, date_of_birth, record_number) VALUES ($1, '1990-04-01', $2)`, [
    person.id,
    `MRN-${person.id.slice(0, 13)}`,
  ]);
  await app.database.query(`INSERT INTO episode (id, patient_id, program_id, opened_on) VALUES ($1, $2, $3, current_date - 7)`, [
    episodeId,
    person.id,
    given.programId,
  ]);
  for (const member of careTeam) await joinCareTeam(app, episodeId, member);
  return { ...person, episodeId, programId: given.programId };
}

export async function joinCareTeam(app: TestApp, episodeId: string, member: { id: string }): Promise<void> {
  await app.database.query(
    `INSERT INTO care_team_member (id, episode_id, person_id, capacity, from_at) VALUES ($1, $2, $3, 'therapist', now() - interval '1 day')`,
    [randomUUID(), episodeId, member.id],
  );
}

type Seated = { [C in Capacity]?: readonly { id: string; episodeId?: string }[] };

export interface SessionGiven extends Seated {
  programId: string;
  startsAt?: Date;
  minutes?: number;
  title?: string;
  /** True: patients still have to answer at the gate. Else they have passed it. */
  gateOpen?: boolean;
}

/** A planned session of two blocks; people are named by their capacity: `{ programId, lead: [therapist], patient: [ann, ben] }`. */
export async function makeSession(app: TestApp, given: SessionGiven): Promise<TestSession> {
  const startsAt = given.startsAt ?? new Date(Date.now() - 60_000);
  const minutes = given.minutes ?? 180;
  const id = randomUUID();
  const people = capacities.flatMap((capacity) => (given[capacity] ?? []).map((person) => ({ capacity, person })));
  const creator = people[0]?.person ?? (await makePerson(app, { account: false }));
  await app.database.query(
    `INSERT INTO session (id, program_id, kind, mode, title, starts_local, zone, starts_at, planned_minutes, created_by)
     SELECT $1, p.id, 'group', 'virtual', $3, $4::timestamptz AT TIME ZONE p.zone, p.zone, $4, $5, $6 FROM program p WHERE p.id = $2`,
    [id, given.programId, given.title ?? `Session ${++count}`, startsAt, minutes, creator.id],
  );
  const blockIds = [randomUUID(), randomUUID()];
  await app.database.query(
    `INSERT INTO session_block (id, session_id, position, kind, minutes, treatment)
     VALUES ($1, $3, 0, 'checkIn', 30, true), ($2, $3, 1, 'process', $4, true)`,
    [...blockIds, id, minutes - 30],
  );
  const seats: TestSeat[] = [];
  for (const { capacity, person } of people) seats.push(await makeSeat(app, { sessionId: id, capacity, person }));
  if (!given.gateOpen) await passGate(app, id);
  const seatOf = (person: { id: string }): TestSeat => {
    const seat = seats.find(({ personId }) => personId === person.id);
    if (!seat) throw new Error('This person has no seat in this session.');
    return seat;
  };
  return { id, programId: given.programId, startsAt, blockIds, seats, seatOf };
}

/** Every patient who has a seat now has answered all that is asked before coming in. */
export async function passGate(app: TestApp, sessionId: string): Promise<void> {
  for (const statement of passGateSql) await app.database.query(statement, [sessionId]);
}

async function makeSeat(
  app: TestApp,
  given: { sessionId: string; capacity: Capacity; person: { id: string; episodeId?: string } },
): Promise<TestSeat> {
  const seat = { id: randomUUID(), personId: given.person.id, capacity: given.capacity };
  await app.database.query(
    `INSERT INTO seat (id, session_id, person_id, episode_id, capacity, during, holds_time)
     SELECT $1, s.id, $3, $4, $5, tstzrange(s.starts_at, s.starts_at + s.planned_minutes * interval '1 minute'), $5 <> 'observer'
     FROM session s WHERE s.id = $2`,
    [seat.id, given.sessionId, seat.personId, given.person.episodeId ?? null, seat.capacity],
  );
  return seat;
}

/** A time that no other session of the test uses: sessions of one person may not overlap. */
export const inHours = (hours: number): Date => new Date(Math.ceil(Date.now() / hour) * hour + hours * hour);

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');

/** Signs in by password as better-auth does it. The second step counts as set up, unless `twoFactor` is false. */
export async function signIn(app: TestApp, person: TestPerson, given: { twoFactor?: boolean } = {}): Promise<Agent> {
  const setTwoFactor = (on: boolean): Promise<unknown> =>
    app.database.query(`UPDATE auth."user" SET "twoFactorEnabled" = $2 WHERE email = $1`, [person.email, on]);
  await setTwoFactor(false);
  const response = await app.auth.api.signInEmail({ body: { email: person.email, password: testPassword }, asResponse: true });
  if (!response.ok) throw new Error(`Signing in failed: ${response.status} ${await response.text()}`);
  if (given.twoFactor ?? true) await setTwoFactor(true);
  return new Agent(app.url, cookieOf(response), person.id);
}

/** A session by link, for people without an account. */
export async function linkFor(app: TestApp, person: { id: string }): Promise<Agent> {
  const token = await app.nest.get(LinkSessionService).open(person.id, new Date(Date.now() + 24 * hour));
  return new Agent(app.url, `${linkCookieName(app.config.PUBLIC_URL)}=${token}`, person.id);
}
