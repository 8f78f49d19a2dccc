import {
  addSeat,
  assignRole,
  createPerson,
  createProgram,
  createSession,
  enrolPatient,
  isOfEpisode,
  proposedBlocks,
  readDemo,
  type NewSession,
  type ReplyOf,
  type Role,
  type Route,
  type SentTo,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Stack } from '../../infra/src/stack.ts';
import { passGateSql } from '../../server/src/testing/pass-gate.ts';
import { mintSignIn, type Cookie } from './sign-in.ts';

export interface Somebody {
  id: string;
  name: string;
  surname: string;
  email: string;
  cookie: Cookie;
}

/** A caller of our API with somebody's cookie. */
export class Api {
  constructor(
    private readonly base: string,
    private readonly cookie: Cookie,
  ) {}

  async call<R extends Route>(route: R, input: SentTo<R> & { params?: object; query?: object; body?: object }): Promise<ReplyOf<R>> {
    const { params = {}, query = {}, body } = input;
    const path = Object.entries(params).reduce((filled, [key, value]) => filled.replace(`:${key}`, String(value)), route.path);
    const search = new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]));
    const response = await fetch(`${this.base}/api${path}?${search}`, {
      method: route.method,
      headers: { cookie: `${this.cookie.name}=${this.cookie.value}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const reply: unknown = await response.json();
    if (!response.ok) throw new Error(`${route.method} ${path}: ${response.status} ${JSON.stringify(reply)}`);
    return route.reply.parse(reply) as ReplyOf<R>;
  }
}

/** A database that a test kills must not end the test. */
async function connect(stack: Stack): Promise<pg.Client> {
  const database = new pg.Client({ connectionString: stack.ownerUrl });
  database.on('error', () => undefined);
  await database.connect();
  return database;
}

let made = 0;
const given = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gia', 'Hugo', 'Iris', 'Jon', 'Kai', 'Lena'];

/** Makes programs, people and sessions through the routes that a program uses; only the sign-in is minted. */
export class Seed {
  private constructor(
    readonly stack: Stack,
    public database: pg.Client,
    readonly admin: Api,
  ) {}

  static async of(stack: Stack): Promise<Seed> {
    const database = await connect(stack);
    const found = await database.query<{ user_id: string }>(
      `SELECT p.user_id FROM person p JOIN role_assignment r ON r.person_id = p.id
       WHERE r.role = 'administrator' AND r.program_id IS NULL AND p.user_id IS NOT NULL LIMIT 1`,
    );
    const userId = found.rows[0]?.user_id;
    if (!userId) throw new Error('The demo has no administrator to seed with.');
    return new Seed(stack, database, new Api(stack.url, await mintSignIn(stack, database, userId)));
  }

  async close(): Promise<void> {
    await this.database.end();
  }

  as(somebody: Somebody): Api {
    return new Api(this.stack.url, somebody.cookie);
  }

  async program(): Promise<string> {
    const id = randomUUID();
    const settings = { chatKeptDays: 30, phone: '555-0100' };
    await this.admin.call(createProgram, { body: { id, name: `Program ${id.slice(0, 8)}`, zone: 'America/New_York', settings } });
    return id;
  }

  async staff(programId: string, role: Role): Promise<Somebody> {
    const somebody = this.somebody();
    await this.admin.call(createPerson, { body: somebody.person });
    await this.admin.call(assignRole, {
      params: { personId: somebody.id },
      body: { id: randomUUID(), role, programId, from: new Date(Date.now() - 60_000).toISOString() },
    });
    return this.signedIn(somebody);
  }

  async patient(programId: string): Promise<Somebody> {
    const somebody = this.somebody();
    await this.admin.call(enrolPatient, {
      body: {
        person: somebody.person,
        dateOfBirth: '1991-04-12',
        recordNumber: `MRN-${somebody.id.slice(0, 8)}`,
        programId,
        episode: { id: randomUUID(), openedOn: '2026-11-02' },
      },
    });
    return this.signedIn(somebody);
  }

  /** A group session that starts now, with a lead and patients, who have passed the gate unless it is left open. */
  async session(programId: string, lead: Somebody, patients: Somebody[], { gateOpen = false } = {}): Promise<string> {
    const id = randomUUID();
    const start = Temporal.Now.zonedDateTimeISO('America/New_York').toPlainDateTime().toString({ smallestUnit: 'minute' });
    const body: NewSession = {
      id,
      programId,
      cohortId: null,
      kind: 'group',
      mode: 'virtual',
      title: 'Skills for the week',
      startsLocal: start,
      plannedMinutes: 180,
      blocks: proposedBlocks.map((block) => ({ ...block, id: randomUUID(), leadId: null })),
      seats: [
        { id: randomUUID(), personId: lead.id, capacity: 'lead' },
        ...patients.map((patient) => ({ id: randomUUID(), personId: patient.id, capacity: 'patient' as const })),
      ],
    };
    await this.admin.call(createSession, { body });
    if (!gateOpen) await this.passGate(id);
    return id;
  }

  async seat(sessionId: string, somebody: Somebody, capacity: NewSession['seats'][number]['capacity']): Promise<void> {
    await this.admin.call(addSeat, { params: { sessionId }, body: { id: randomUUID(), personId: somebody.id, capacity } });
    if (isOfEpisode(capacity)) await this.passGate(sessionId);
  }

  /** Somebody can show again who they are: their password is that of the demo people. */
  async password({ id }: Somebody): Promise<string> {
    await this.database.query(
      `INSERT INTO auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
       SELECT gen_random_uuid(), p.user_id, 'credential', p.user_id, d.password, now(), now()
       FROM person p, (SELECT password FROM auth.account WHERE password IS NOT NULL LIMIT 1) d WHERE p.id = $1`,
      [id],
    );
    const { people } = await this.admin.call(readDemo, {});
    return people[0]?.password ?? '';
  }

  /** The session is over: it ran for two hours, and its patients were there, the first of them for one hour. */
  async held(sessionId: string): Promise<void> {
    await this.database.query(`UPDATE session SET started_at = now() - interval '2 hours', ended_at = now() WHERE id = $1`, [sessionId]);
    await this.database.query(
      `INSERT INTO connection (sid, session_id, seat_id, person_id, identity, place, from_at, to_at, last_seen, from_source, to_source)
       SELECT gen_random_uuid(), x.session_id, x.id, x.person_id, 'p_seed', 'main', now() - interval '2 hours', t.at, t.at, 'webhook', 'server'
       FROM seat x, LATERAL (SELECT now() - CASE WHEN x.id = (SELECT min(y.id::text)::uuid FROM seat y
         WHERE y.session_id = x.session_id AND y.capacity = 'patient') THEN interval '1 hour' ELSE interval '0' END AS at) t
       WHERE x.session_id = $1`,
      [sessionId],
    );
  }

  /** The same database after it was killed and came back. */
  async reconnect(): Promise<void> {
    this.database = await connect(this.stack);
  }

  /** Every patient who has a seat now has answered all that is asked before coming in. */
  async passGate(sessionId: string): Promise<void> {
    for (const statement of passGateSql) await this.database.query(statement, [sessionId]);
  }

  private somebody() {
    const name = given[made % given.length] ?? 'Max';
    const surname = `Quillfeather${(made += 1)}x`;
    const id = randomUUID();
    const email = `${surname.toLowerCase()}@mailbox.example`;
    return {
      id,
      name,
      surname,
      email,
      person: { id, givenName: name, familyName: surname, displayName: name, zone: 'America/New_York', email },
    };
  }

  private async signedIn({ id, name, surname, email }: Omit<Somebody, 'cookie'>): Promise<Somebody> {
    const found = await this.database.query<{ user_id: string }>('SELECT user_id FROM person WHERE id = $1', [id]);
    const userId = found.rows[0]?.user_id;
    if (!userId) throw new Error(`${name} has no account.`);
    await this.database.query(`UPDATE auth."user" SET "emailVerified" = true WHERE id = $1`, [userId]);
    return { id, name, surname, email, cookie: await mintSignIn(this.stack, this.database, userId) };
  }
}
