import { commandRoom, readRoom, type RoomCommand, type RoomView } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent, Answer } from '../../testing/agent.js';
import type { TestApp } from '../../testing/app.js';
import {
  inHours,
  makePatient,
  makePerson,
  makeProgram,
  makeSession,
  signIn,
  type TestPatient,
  type TestPerson,
  type TestSession,
} from '../../testing/factories.js';

/** Somebody of a group, signed in, with a page of their own. */
export interface Member {
  person: TestPerson;
  agent: Agent;
  device: string;
  seatId: string;
}

/** Two leads, two patients and someone of the same program without a seat, signed in. */
export interface People {
  programId: string;
  lead: Signed;
  coLead: Signed;
  ann: Signed & { person: TestPatient };
  ben: Signed & { person: TestPatient };
  outsider: Agent;
}

interface Signed {
  person: TestPerson;
  agent: Agent;
}

/** A planned session of these people. */
export interface Group {
  session: TestSession;
  lead: Member;
  coLead: Member;
  ann: Member;
  ben: Member;
  outsider: Agent;
}

let hours = 0;

export async function makePeople(app: TestApp): Promise<People> {
  const { id: programId } = await makeProgram(app);
  const staff = (name: string): Promise<TestPerson> => makePerson(app, { role: 'therapist', programId, displayName: name });
  const patient = (name: string): Promise<TestPatient> => makePatient(app, { programId, displayName: name });
  const signed = async <P extends TestPerson>(person: P) => ({ person, agent: await signIn(app, person) });
  const [lead, coLead, outsider] = [await staff('Dana'), await staff('Eli'), await staff('Olu')];
  const [ann, ben] = [await signed(await patient('Ann')), await signed(await patient('Ben'))];
  return { programId, lead: await signed(lead), coLead: await signed(coLead), ann, ben, outsider: (await signed(outsider)).agent };
}

/** Each at a time of its own, since nobody can be in two sessions at once. */
export async function makeGroup(app: TestApp, { programId, lead, coLead, ann, ben, outsider }: People): Promise<Group> {
  const session = await makeSession(app, {
    programId,
    startsAt: inHours((hours += 4)),
    lead: [lead.person],
    coLead: [coLead.person],
    patient: [ann.person, ben.person],
  });
  const member = ({ person, agent }: Signed): Member => ({ person, agent, device: randomUUID(), seatId: session.seatOf(person).id });
  return { session, lead: member(lead), coLead: member(coLead), ann: member(ann), ben: member(ben), outsider };
}

/** Asks something of the room; the answer as it came. */
export function ask({ session }: Group, { agent }: Member, command: RoomCommand, id: string = randomUUID()): Promise<Answer> {
  return agent.ask(commandRoom, { params: { sessionId: session.id }, body: { id, command } });
}

/** Asks something that is to be done; throws where it is refused. */
export async function done(group: Group, member: Member, command: RoomCommand): Promise<void> {
  const answer = await ask(group, member, command);
  if (answer.status !== 200) throw new Error(`${command.type}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

export const arrive = (group: Group, member: Member): Promise<void> =>
  done(group, member, { type: 'arrive', device: member.device, stayHere: false });

export function viewOf({ session }: Group, { agent }: Member): Promise<RoomView> {
  return agent.call(readRoom, { params: { sessionId: session.id } });
}

/** The lead is in, Ann too, Ben waits, and the session runs. */
export async function begin(group: Group): Promise<void> {
  for (const member of [group.lead, group.ann, group.ben]) await arrive(group, member);
  await done(group, group.lead, { type: 'admit', seatId: group.ann.seatId });
  await done(group, group.lead, { type: 'start' });
}
