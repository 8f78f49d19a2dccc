import {
  addSeat,
  assignRole,
  createPerson,
  createProgram,
  createSession,
  enrolPatient,
  proposedBlocks,
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

let made = 0;
const given = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gia', 'Hugo', 'Iris', 'Jon', 'Kai', 'Lena'];

/** Makes programs, people and sessions through the routes that a program uses; only the sign-in is minted. */
export class Seed {
  private constructor(
    readonly stack: Stack,
    readonly database: pg.Client,
    readonly admin: Api,
  ) {}

  static async of(stack: Stack): Promise<Seed> {
    const database = new pg.Client({ connectionString: stack.ownerUrl });
    await database.connect();
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
    if (capacity === 'patient') await this.passGate(sessionId);
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
