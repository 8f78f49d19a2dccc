import { listNotes, openSigning, saveGroupNote, saveNote, signNotes, type Note, type NoteSlot } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../../testing/agent.js';
import type { TestApp } from '../../testing/app.js';
import {
  inHours,
  makePatient,
  makePerson,
  makeProgram,
  makeSession,
  signIn,
  testPassword,
  type SessionGiven,
  type TestPatient,
  type TestPerson,
  type TestSession,
} from '../../testing/factories.js';

let hours = -4;

/** A lead, two patients and sessions that are over: what the tests of notes begin with. */
export class Desk {
  session!: TestSession;

  private constructor(
    readonly app: TestApp,
    readonly program: { id: string },
    readonly lead: TestPerson,
    readonly agent: Agent,
    readonly ann: TestPatient,
    readonly ben: TestPatient,
  ) {}

  static async open(app: TestApp): Promise<Desk> {
    const program = await makeProgram(app);
    const lead = await makePerson(app, { role: 'therapist', programId: program.id, givenName: 'Lea', familyName: 'Dorn' });
    const ann = await makePatient(app, { programId: program.id, givenName: 'Annika', familyName: 'Möller', displayName: 'Ann' });
    const ben = await makePatient(app, { programId: program.id, givenName: 'Benedikt', familyName: 'Will', displayName: 'Ben' });
    const desk = new Desk(app, program, lead, await signIn(app, lead), ann, ben);
    await desk.newSession();
    return desk;
  }

  /** A session that was held a while ago, at a time of its own. */
  async newSession(given: Partial<SessionGiven> = {}): Promise<TestSession> {
    hours -= 4;
    const people = { lead: [this.lead], patient: [this.ann, this.ben] };
    this.session = await makeSession(this.app, { programId: this.program.id, startsAt: inHours(hours), ...people, ...given });
    return this.session;
  }

  save(patient: { id: string }, id: string, version: number, text: string, by = this.agent): Promise<Note> {
    const params = { sessionId: this.session.id, patientId: patient.id };
    return by.call(saveNote, { params, body: { id, version, fields: { Note: text } } });
  }

  draft(text = 'Took part in the group.', patient: { id: string } = this.ann, by = this.agent): Promise<Note> {
    return this.save(patient, randomUUID(), 0, text, by);
  }

  groupDraft(text = 'The group spoke about sleep.', by = this.agent): Promise<Note> {
    const params = { sessionId: this.session.id };
    return by.call(saveGroupNote, { params, body: { id: randomUUID(), version: 0, fields: { Note: text } } });
  }

  async mayNowSign(by = this.agent): Promise<void> {
    await by.call(openSigning, { body: { password: testPassword } });
  }

  async sign(parts: readonly { id: string; version: number; pass?: boolean }[], by = this.agent) {
    const reply = await by.call(signNotes, {
      params: { sessionId: this.session.id },
      body: { parts: parts.map(({ id, version, pass }) => ({ id, version, pass })) },
    });
    return reply.parts.map(({ note, refusal }) => ({ note, code: refusal?.code ?? 'signed', words: refusal?.words ?? [] }));
  }

  /** Signs one part; throws where it is refused. */
  async signed(part: { id: string; version: number }, by = this.agent): Promise<Note> {
    await this.mayNowSign(by);
    const [answer] = await this.sign([part], by);
    if (answer?.code !== 'signed' || !answer.note) throw new Error(`Not signed: ${answer?.code}`);
    return answer.note;
  }

  list(by = this.agent) {
    return by.call(listNotes, { params: { sessionId: this.session.id } });
  }

  async slotOf(patient: { id: string }): Promise<NoteSlot> {
    const slot = (await this.list()).patients.find(({ patientId }) => patientId === patient.id);
    if (!slot) throw new Error('This patient has no part in this session.');
    return slot;
  }
}
