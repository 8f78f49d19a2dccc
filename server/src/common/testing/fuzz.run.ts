import { ErrorBody, roles } from '@rejoin/shared';
import fc from 'fast-check';
import { makeCast, type Cast } from '../../access/testing/cast.js';
import { requestFor } from '../../access/testing/requests.js';
import { makeStage, type Stage } from '../../access/testing/stage.js';
import type { Agent, Answer } from '../../testing/agent.js';
import { startApp, type TestApp } from '../../testing/app.js';
import { giveRole, signIn, testPassword, type TestPerson } from '../../testing/factories.js';
import { FakeSfu } from '../../testing/sfu.js';
import { Described, type Call, type Who } from './fuzz.calls.js';
import type { KnownIds } from './fuzz.values.js';

const atOnce = 8;
const signedIn = ['patient', 'therapist', 'administrator'] as const;

export interface Fuzzed {
  calls: number;
  wrong: string[];
  /** Operations that somebody was answered well at least once. */
  answered: Set<string>;
  names: string[];
}

/** Calls every operation of our own document, in good shape and in bad, as four kinds of callers. */
export class Fuzzer {
  private constructor(
    private readonly app: TestApp,
    private readonly sfu: FakeSfu,
    private readonly cast: Cast,
    private readonly stages: readonly [planned: Stage, held: Stage],
    private readonly people: Readonly<Record<Exclude<Who, 'signed out'>, TestPerson>>,
    private readonly agents: Record<Who, Agent>,
  ) {}

  static async start(): Promise<Fuzzer> {
    const sfu = await new FakeSfu().start();
    const app = await startApp({ LIVEKIT_URL: sfu.url });
    const cast = await makeCast(app);
    const { lead, 'patient in the session': patient, 'administrator everywhere': administrator } = cast.people;
    for (const role of roles) if (role !== 'patient') await giveRole(app, administrator.id, role, null);
    const agents = {
      'signed out': app.stranger,
      patient: cast.agents['patient in the session'],
      therapist: cast.agents.lead,
      administrator: cast.agents['administrator everywhere'],
    };
    const stages = [await makeStage(cast), await makeStage(cast, { begun: true })] as const;
    return new Fuzzer(app, sfu, cast, stages, { patient, therapist: lead, administrator }, agents);
  }

  async close(): Promise<void> {
    await this.app.close();
    this.sfu.stop();
  }

  async run(count: number, seed: number): Promise<Fuzzed> {
    const described = new Described((await this.app.stranger.send('GET', '/api/openapi.json')).body);
    const calls = fc.sample(
      described.calls(this.ids(), (name) => this.example(name)),
      { numRuns: count, seed },
    );
    const fuzzed: Fuzzed = { calls: calls.length, wrong: [], answered: new Set(), names: described.names };
    for (let at = 0; at < calls.length; at += atOnce) {
      await Promise.all(calls.slice(at, at + atOnce).map((call) => this.judge(described, call, fuzzed)));
      await this.signInAgain();
    }
    return fuzzed;
  }

  private async judge(described: Described, call: Call, fuzzed: Fuzzed): Promise<void> {
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    const answer = await this.agents[call.who].send(call.method, call.path, body);
    const what = this.misfit(described, call, answer);
    if (what) fuzzed.wrong.push(`${what}: ${call.who} ${call.name} ${call.method} ${call.path.slice(0, 200)} ${body?.slice(0, 600) ?? ''}`);
    if (answer.status === 200) fuzzed.answered.add(call.name);
  }

  private misfit(described: Described, { name }: Call, { status, body, headers }: Answer): string | undefined {
    if (status === 200) return described.misfit(name, headers.get('content-type') ?? '', body);
    const refusal = ErrorBody.safeParse(body);
    if (status >= 500 || !refusal.success) return `${status} ${JSON.stringify(body).slice(0, 200)}`;
    return undefined;
  }

  /** Among the calls are signing out everywhere, a new e-mail address and others that end sign-ins. */
  private async signInAgain(): Promise<void> {
    const out: { id: string; userId: string; email: string }[] = await this.app.database.query(
      `SELECT p.id, u.id AS "userId", u.email FROM person p JOIN auth."user" u ON u.id = p.user_id
       WHERE p.id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM auth.session s WHERE s."userId" = u.id)`,
      [Object.values(this.people).map(({ id }) => id)],
    );
    for (const who of signedIn) {
      const found = out.find(({ id }) => id === this.people[who].id);
      if (found) this.agents[who] = await this.signInAnew(found, this.people[who]);
    }
  }

  private async signInAnew({ userId, email }: { userId: string; email: string }, person: TestPerson): Promise<Agent> {
    const { password, internalAdapter } = await this.app.auth.$context;
    await this.app.database.query(`UPDATE auth."user" SET "emailVerified" = true WHERE id = $1`, [userId]);
    await this.app.database.query(`DELETE FROM auth.account WHERE "userId" = $1`, [userId]);
    const hash = await password.hash(testPassword);
    await internalAdapter.linkAccount({ userId, accountId: userId, providerId: 'credential', password: hash });
    return signIn(this.app, { ...person, email });
  }

  private example(name: string) {
    const [planned, held] = this.stages;
    const request = requestFor(name, this.cast, planned);
    return request.begun ? requestFor(name, this.cast, held) : request;
  }

  private ids(): KnownIds {
    const { here, patient, peer, people } = this.cast;
    const sessions = this.stages.map(({ session }) => session);
    const persons = [patient, peer, people.lead, people.observer].map(({ id }) => id);
    return {
      personId: persons,
      patientId: [patient.id, peer.id],
      episodeId: [patient.episodeId, peer.episodeId],
      programId: [here.id],
      sessionId: sessions.map(({ id }) => id),
      seatId: sessions.flatMap(({ seats }) => seats.map(({ id }) => id)),
      blockId: sessions.flatMap(({ blockIds }) => blockIds),
      noteId: this.stages.map(({ noteId }) => noteId),
      memberId: this.stages.map(({ memberId }) => memberId),
      roleId: this.stages.map(({ roleId }) => roleId),
      cohortId: this.stages.map(({ cohort }) => cohort.id),
    };
  }
}
