import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AUTH, type Auth } from '../access/auth.js';
import type { Actor } from '../common/request.js';
import { Person } from '../people/person.entity.js';
import { DemoHands } from './demo-hands.js';
import { demoId, personId, program } from './demo-id.js';
import { commonPart, parts } from './past-words.js';
import { demoPeople } from './people.js';

type Author = Actor & { token: string };

const after = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** The notes of the trial's finished session, written and signed the same day by who led it. */
@Injectable()
export class DemoPastNotes {
  constructor(
    private readonly database: DataSource,
    private readonly hands: DemoHands,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  /** The lead signs hers within the hour; the co-lead's wait for a co-signature, one is not done, and two were not begun. */
  async write(sessionId: string, ended: Date): Promise<void> {
    for (const key of ['ruth', 'samuel'] as const) {
      const author = await this.signedIn(key);
      const done = key === 'ruth' ? [await this.part(author, { sessionId, patient: null, text: commonPart, ended })] : [];
      for (const { patient, text, state } of parts.filter(({ by }) => by === key)) {
        const id = await this.part(author, { sessionId, patient, text, ended });
        if (state === 'signed') done.push(id);
      }
      await this.sign(author, sessionId, { ids: done, ended });
      const { internalAdapter } = await this.auth.$context;
      await internalAdapter.deleteSession(author.token);
    }
  }

  private async part(
    author: Author,
    { sessionId, patient, text, ended }: { sessionId: string; patient: string | null; text: string; ended: Date },
  ): Promise<string> {
    const id = demoId(`part ${patient ?? 'group'}`);
    const patientId = patient === null ? null : personId(patient);
    await this.hands.clock.during(after(ended, 15), async () => {
      await this.hands.notes.save(author, sessionId, patientId, { id, version: 0, fields: { Note: text } });
      await this.hands.notes.open(id, 1);
    });
    return id;
  }

  private async sign(author: Author, sessionId: string, { ids, ended }: { ids: readonly string[]; ended: Date }): Promise<void> {
    const password = demoPeople.find(({ email }) => personId(email.split('@')[0] ?? '') === author.personId)?.password;
    await this.hands.clock.during(after(ended, 40), async () => {
      await this.hands.windows.open(author, { password }, {});
      const answer = await this.hands.signing.sign(author, sessionId, { parts: ids.map((id) => ({ id, version: 1, pass: false })) });
      const refused = answer.parts.find(({ refusal }) => refusal !== null);
      if (refused) throw new Error(`A part of the trial's finished session was not signed: ${refused.refusal?.message ?? ''}`);
    });
  }

  private async signedIn(key: string): Promise<Author> {
    const { internalAdapter } = await this.auth.$context;
    const { userId } = await this.database.manager.findOneByOrFail(Person, { id: personId(key) });
    if (userId === null) throw new Error(`${key} has no account yet.`);
    const { id, token } = await internalAdapter.createSession(userId);
    const roles: Actor['roles'] = [{ role: 'therapist', programId: program.id }];
    return { personId: personId(key), via: 'account', signInId: id, userId, roles, twoFactorOn: false, token };
  }
}
