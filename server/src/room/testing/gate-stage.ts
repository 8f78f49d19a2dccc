import {
  answerGate,
  commandRoom,
  readConsents,
  revokeConsent,
  signConsent,
  takeToken,
  type ErrorCode,
  type GateAnswer,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../../testing/agent.js';
import type { TestApp } from '../../testing/app.js';
import { inHours, makeSession, type TestSession } from '../../testing/factories.js';
import type { People } from './group.js';

/** Sessions whose patients have answered nothing, and the licences of who leads them. */
export class GateStage {
  private hours = 0;

  constructor(
    private readonly app: TestApp,
    private readonly people: People,
  ) {}

  async licence(personId: string, state: string, span = { from: '2020-01-01', to: '2099-01-01' }): Promise<void> {
    const { database } = this.app;
    await database.query(`INSERT INTO staff_profile (person_id) VALUES ($1) ON CONFLICT DO NOTHING`, [personId]);
    await database.query(`DELETE FROM licence WHERE person_id = $1 AND state = $2`, [personId, state]);
    await database.query(
      `INSERT INTO licence (id, person_id, type, number, state, from_on, to_on) VALUES ($1, $2, 'LCSW', 'N-1', $3, $4, $5)`,
      [randomUUID(), personId, state, span.from, span.to],
    );
  }

  /** A group whose patients have answered nothing, in the next hours. */
  private async planned(more: { kind?: string }): Promise<TestSession> {
    const { lead, coLead, ann, ben, programId } = this.people;
    const session = await makeSession(this.app, {
      programId,
      startsAt: inHours((this.hours += 4) % 8 === 0 ? 1 : 5),
      lead: [lead.person],
      coLead: [coLead.person],
      patient: [ann.person, ben.person],
      gateOpen: true,
    });
    if (more.kind) await this.app.database.query(`UPDATE session SET kind = $2 WHERE id = $1`, [session.id, more.kind]);
    return session;
  }

  /** Nobody can be in two sessions at once. */
  async over({ id }: TestSession): Promise<void> {
    await this.app.database.query(`UPDATE seat SET holds_time = false WHERE session_id = $1`, [id]);
  }

  async withSession(work: (session: TestSession) => Promise<void>, more: { kind?: string } = {}): Promise<void> {
    const session = await this.planned(more);
    try {
      await work(session);
    } finally {
      await this.over(session);
    }
  }
}

export const place = (state = 'NY') => ({
  id: randomUUID(),
  kind: 'home' as const,
  address: '1 Quiet Lane, Albany',
  state,
});
export const answers = (state = 'NY'): GateAnswer => ({
  newPlace: place(state),
  overheard: 'nobody',
  number: '518-555-0123',
  driving: false,
});

export const answer = ({ id }: TestSession, agent: Agent, body: GateAnswer) => agent.call(answerGate, { params: { sessionId: id }, body });
export const arrive = (session: TestSession, agent: Agent, device: string = randomUUID()) =>
  agent.ask(commandRoom, { params: { sessionId: session.id }, body: { id: randomUUID(), command: { type: 'arrive', device } } });

/** What somebody is told who comes to the door, and who asks for a token: "in" where they are let. */
export async function told(session: TestSession, agent: Agent): Promise<[door: string, token: string]> {
  const device = randomUUID();
  const door = await arrive(session, agent, device);
  const token = await agent.ask(takeToken, { params: { sessionId: session.id }, body: { device } });
  const code = ({ status, body }: { status: number; body: unknown }) => (status === 200 ? 'in' : (body as { code: string }).code);
  return [code(door), code(token)];
}
export const refused = (code: ErrorCode): [string, string] => [code, code];

export async function sign(agent: Agent, kinds: readonly string[] = ['telehealth', 'group']): Promise<void> {
  const { texts } = await agent.call(readConsents, {});
  for (const { id, kind } of texts)
    if (kinds.includes(kind)) await agent.call(signConsent, { body: { id: randomUUID(), textId: id, name: 'Ann A' } });
}

export async function revoke(agent: Agent, kind: string): Promise<void> {
  const { signed } = await agent.call(readConsents, {});
  for (const { id, text, current } of signed) {
    if (current && text.kind === kind) await agent.call(revokeConsent, { params: { consentId: id } });
  }
}
