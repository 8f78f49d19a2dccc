import { createSession, type Capacity, type NewSession, type Session, type SessionChange } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { makePatient, makePerson, makeProgram, signIn } from './factories.js';

type People = [{ id: string }, Capacity][];

/** A coordinator who plans sessions of a program, with a therapist and a patient to seat; and another program. */
export async function makePlanner(app: TestApp) {
  const program = await makeProgram(app);
  const other = await makeProgram(app);
  const therapist = await makePerson(app, { role: 'therapist', programId: program.id });
  const coordinator = await signIn(app, await makePerson(app, { role: 'coordinator', programId: program.id }));
  const ann = await makePatient(app, { programId: program.id, givenName: 'Ann', familyName: 'Alder' });
  let day = 0;
  /** A day that no other test of this file uses. */
  const freeDay = (): string => Temporal.PlainDate.from('2027-05-01').add({ days: ++day }).toString();
  const plan = (people: People, given: Partial<NewSession> = {}): NewSession => ({
    id: randomUUID(),
    programId: program.id,
    cohortId: null,
    kind: 'group',
    mode: 'virtual',
    title: 'Morning group',
    startsLocal: `${freeDay()}T13:00`,
    plannedMinutes: 180,
    blocks: [
      { id: randomUUID(), kind: 'process', topic: '', minutes: 120, treatment: true, leadId: null },
      { id: randomUUID(), kind: 'skills', topic: 'Paced breathing', minutes: 60, treatment: true, leadId: null },
    ],
    seats: people.map(([person, capacity]) => ({ id: randomUUID(), personId: person.id, capacity })),
    ...given,
  });
  const planned = (people: People = [[therapist, 'lead']], given: Partial<NewSession> = {}): Promise<Session> =>
    coordinator.call(createSession, { body: plan(people, given) });
  return { program, other, therapist, coordinator, ann, freeDay, plan, planned };
}

export type Planner = Awaited<ReturnType<typeof makePlanner>>;

/** The plan of a session as a change that changes nothing. */
export const changeOf = ({ version, cohortId, kind, mode, title, startsLocal, plannedMinutes, blocks }: Session): SessionChange => ({
  version,
  cohortId,
  kind,
  mode,
  title,
  startsLocal,
  plannedMinutes,
  blocks,
});
