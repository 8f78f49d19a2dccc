import { randomUUID } from 'node:crypto';
import { giveRole, inHours, makeSession, type TestSession } from '../../testing/factories.js';
import type { Cast } from './cast.js';

/** Rows of every kind that belong to the cast: made anew for every call that may change them. */
export interface Stage {
  session: TestSession;
  title: string;
  noteId: string;
  noteBody: string;
  memberId: string;
  placeId: string;
  shiftId: string;
  accessId: string;
  roleId: string;
  cohort: { id: string; name: string };
}

let count = 0;
const secret = (): string => `Zz${randomUUID().slice(0, 8)}`;

export async function makeStage(cast: Cast, given: { begun?: boolean } = {}): Promise<Stage> {
  const { app, people, patient, peer, here } = cast;
  const title = secret();
  const session = await makeSession(app, {
    programId: here.id,
    title,
    startsAt: inHours(24 + 4 * count++),
    lead: [people.lead],
    coLead: [people['peer mentor as co-lead'], people['therapist whose seat ended'], people['therapist whose role ended']],
    patient: [patient, peer],
    observer: [people.observer],
    family: [people['family in the session']],
  });
  await app.database.query('UPDATE seat SET ended_at = now() WHERE id = $1', [session.seatOf(people['therapist whose seat ended']).id]);
  if (given.begun) {
    await app.database.query(
      `UPDATE session SET started_at = now() - interval '2 hours', ended_at = now() - interval '1 hour', ending = 'lead' WHERE id = $1`,
      [session.id],
    );
  }
  const cohort = { id: randomUUID(), name: secret() };
  await app.database.query('INSERT INTO cohort (id, program_id, name) VALUES ($1, $2, $3)', [cohort.id, here.id, cohort.name]);
  const [noteBody, noteId] = [secret(), randomUUID()];
  await app.database.query(
    `INSERT INTO note (id, session_id, patient_id, episode_id, author_id, service_date, body, version, status)
     VALUES ($1, $2, $3, $4, $5, current_date, $6, 1, 'draft')`,
    [noteId, session.id, patient.id, patient.episodeId, people.lead.id, noteBody],
  );
  const memberId = await careTeam(cast);
  await supervised(cast);
  return {
    session,
    title,
    noteId,
    noteBody,
    memberId,
    placeId: await placeOf(cast),
    shiftId: await onCall(cast),
    accessId: await emergencyThatEnded(cast),
    cohort,
    roleId: await giveRole(app, patient.id, 'patient', here.id),
  };
}

async function onCall({ app, here, spare }: Cast): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO on_call (id, program_id, person_id, phone, from_at, to_at)
     VALUES ($1, $2, $3, '555-0117', now() + interval '1 day', now() + interval '2 days')`,
    [id, here.id, spare.id],
  );
  return id;
}

async function emergencyThatEnded({ app, patient, spare }: Cast): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO emergency_access (id, person_id, patient_id, reason, part2, recipient, discloser)
     VALUES ($1, $2, $3, 'Fainted', false, 'Someone', 'Someone')`,
    [id, spare.id, patient.id],
  );
  await app.database.query('UPDATE emergency_access SET ended_at = now() WHERE id = $1', [id]);
  return id;
}

async function placeOf({ app, patient }: Cast): Promise<string> {
  const rows: { id: string }[] = await app.database.query(`SELECT id FROM patient_place WHERE patient_id = $1`, [patient.id]);
  if (!rows[0]) throw new Error('The patient has no place.');
  return rows[0].id;
}

/** The lead has a supervisor, whatever an earlier call made of that. */
async function supervised({ app, people }: Cast): Promise<void> {
  await app.database.query('INSERT INTO staff_profile (person_id) VALUES ($1) ON CONFLICT DO NOTHING', [people.lead.id]);
  await app.database.query(
    `INSERT INTO supervision (id, person_id, supervisor_id, from_on) SELECT gen_random_uuid(), $1, $2, '2020-01-01'
     WHERE NOT EXISTS (SELECT FROM supervision WHERE person_id = $1)`,
    [people.lead.id, people['supervisor here'].id],
  );
}

async function careTeam({ app, people, patient }: Cast): Promise<string> {
  const memberId = randomUUID();
  for (const [id, person] of [
    [memberId, people.lead],
    [randomUUID(), people['care team']],
    [randomUUID(), people['therapist whose role ended']],
  ] as const) {
    await app.database.query(
      `INSERT INTO care_team_member (id, episode_id, person_id, capacity, from_at) VALUES ($1, $2, $3, 'therapist', now() - interval '1 day')`,
      [id, patient.episodeId, person.id],
    );
  }
  return memberId;
}

/** What nobody without a right may ever find in an answer. */
export function secretsOf({ people, patient, peer }: Cast, stage: Stage): string[] {
  const persons = [people.lead, patient, peer].flatMap(({ id, familyName, email }) => [id, familyName, email]);
  const numbers = [patient, peer].map(({ id }) => `MRN-${id.slice(0, 13)}`);
  return [
    ...persons,
    ...numbers,
    patient.episodeId,
    stage.session.id,
    stage.title,
    stage.noteId,
    stage.noteBody,
    ...stage.session.seats.map(({ id }) => id),
  ];
}

export const patientSecretsOf = ({ patient, peer }: Cast): string[] =>
  [patient, peer].flatMap(({ id, familyName, email }) => [id, familyName, email, `MRN-${id.slice(0, 13)}`]);

export const programSecretsOf = ({ here }: Cast, stage: Stage): string[] => [here.id, here.name, stage.cohort.id, stage.cohort.name];
