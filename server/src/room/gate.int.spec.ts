import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerGate,
  commandRoom,
  overrideLicence,
  readConsents,
  readGate,
  readGates,
  readRoom,
  revokeConsent,
  signConsent,
  takeToken,
  type ErrorCode,
  type GateAnswer,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { giveRole, inHours, makeSession, passGate, signIn, makePerson, type TestSession } from '../testing/factories.js';
import { makePeople, type People } from './testing/group.js';

let app: TestApp;
let people: People;
let supervisor: Agent;
let hours = 0;

beforeAll(async () => {
  app = await startApp();
  people = await makePeople(app);
  supervisor = await signIn(app, await makePerson(app, { role: 'supervisor', programId: people.programId }));
  await licence(people.lead.person.id, 'NY');
}, 60_000);
afterAll(() => app.close());

async function licence(personId: string, state: string, span = { from: '2020-01-01', to: '2099-01-01' }): Promise<void> {
  await app.database.query(`INSERT INTO staff_profile (person_id) VALUES ($1) ON CONFLICT DO NOTHING`, [personId]);
  await app.database.query(`DELETE FROM licence WHERE person_id = $1 AND state = $2`, [personId, state]);
  await app.database.query(
    `INSERT INTO licence (id, person_id, type, number, state, from_on, to_on) VALUES ($1, $2, 'LCSW', 'N-1', $3, $4, $5)`,
    [randomUUID(), personId, state, span.from, span.to],
  );
}

/** A group whose patients have answered nothing, in the next hours. */
async function planned(more: { kind?: string } = {}): Promise<TestSession> {
  const session = await makeSession(app, {
    programId: people.programId,
    startsAt: inHours((hours += 4) % 8 === 0 ? 1 : 5),
    lead: [people.lead.person],
    coLead: [people.coLead.person],
    patient: [people.ann.person, people.ben.person],
    gateOpen: true,
  });
  if (more.kind) await app.database.query(`UPDATE session SET kind = $2 WHERE id = $1`, [session.id, more.kind]);
  return session;
}

/** Nobody can be in two sessions at once. */
async function over({ id }: TestSession): Promise<void> {
  await app.database.query(`UPDATE seat SET holds_time = false WHERE session_id = $1`, [id]);
}

async function withSession(work: (session: TestSession) => Promise<void>, more: { kind?: string } = {}): Promise<void> {
  const session = await planned(more);
  try {
    await work(session);
  } finally {
    await over(session);
  }
}

const place = (state = 'NY', over: Partial<NonNullable<GateAnswer['newPlace']>> = {}) => ({
  id: randomUUID(),
  kind: 'home' as const,
  address: '1 Quiet Lane, Albany',
  state,
  ...over,
});
const answers = (state = 'NY'): GateAnswer => ({ newPlace: place(state), overheard: 'nobody', number: '518-555-0123', driving: false });

const answer = ({ id }: TestSession, agent: Agent, body: GateAnswer) => agent.call(answerGate, { params: { sessionId: id }, body });
const arrive = (session: TestSession, agent: Agent, device: string = randomUUID()) =>
  agent.ask(commandRoom, { params: { sessionId: session.id }, body: { id: randomUUID(), command: { type: 'arrive', device } } });

/** What somebody is told who comes to the door, and who asks for a token: "in" where they are let. */
async function told(session: TestSession, agent: Agent): Promise<[door: string, token: string]> {
  const device = randomUUID();
  const door = await arrive(session, agent, device);
  const token = await agent.ask(takeToken, { params: { sessionId: session.id }, body: { device } });
  const code = ({ status, body }: { status: number; body: unknown }) => (status === 200 ? 'in' : (body as { code: string }).code);
  return [code(door), code(token)];
}
const refused = (code: ErrorCode): [string, string] => [code, code];

async function sign(agent: Agent, kinds: readonly string[] = ['telehealth', 'group']): Promise<void> {
  const { texts } = await agent.call(readConsents, {});
  for (const { id, kind } of texts)
    if (kinds.includes(kind)) await agent.call(signConsent, { body: { id: randomUUID(), textId: id, name: 'Ann A' } });
}

async function revoke(agent: Agent, kind: string): Promise<void> {
  const { signed } = await agent.call(readConsents, {});
  for (const { id, text, current } of signed) {
    if (current && text.kind === kind) await agent.call(revokeConsent, { params: { consentId: id } });
  }
}

describe('the gate', () => {
  it('gives a patient neither the door nor a token before every answer is kept, whatever the order', async () => {
    const { agent } = people.ann;
    await sign(agent);
    await withSession(async (session) => {
      const whole = answers();
      const each: GateAnswer[] = [
        { newPlace: whole.newPlace },
        { driving: false },
        { overheard: 'someone', overheardBy: 'My sister' },
        { number: '5185550123' },
      ];
      expect(await told(session, agent)).toEqual(refused('gate.unanswered'));
      for (const one of each) {
        expect(await told(session, agent)).toEqual(refused('gate.unanswered'));
        await answer(session, agent, one);
      }
      expect(await told(session, agent)).toEqual(['in', 'room.notOpen']);
    });
  });

  it.each(['newPlace', 'overheard', 'number', 'driving'] as const)('keeps closed where only %s is missing', async (missing) => {
    await sign(people.ann.agent);
    await withSession(async (session) => {
      const { [missing]: _, ...rest } = answers();
      await answer(session, people.ann.agent, rest);
      expect(await told(session, people.ann.agent)).toEqual(refused('gate.unanswered'));
    });
  });

  it('asks who drives to park, and lets in who has', async () => {
    await sign(people.ann.agent);
    await withSession(async (session) => {
      const { gate } = await answer(session, people.ann.agent, { ...answers(), driving: true });
      expect(gate).toMatchObject({ passed: false, refusal: 'gate.driving' });
      expect(await told(session, people.ann.agent)).toEqual(refused('gate.driving'));
      await answer(session, people.ann.agent, { driving: false });
      expect(await told(session, people.ann.agent)).toEqual(['in', 'room.notOpen']);
    });
  });

  it('holds no answer of one session for another, and none of one patient for another', async () => {
    await sign(people.ann.agent);
    await sign(people.ben.agent);
    await withSession(async (first) => {
      await answer(first, people.ann.agent, answers());
      await over(first);
      await withSession(async (second) => {
        expect(await told(second, people.ann.agent)).toEqual(refused('gate.unanswered'));
        const { last } = await people.ann.agent.call(readGate, { params: { sessionId: second.id } });
        expect(last).toMatchObject({ place: { kind: 'home', state: 'NY' }, overheard: 'nobody', number: '518-555-0123' });
      });
      expect(await told(first, people.ben.agent)).toEqual(refused('gate.unanswered'));
    });
  });

  it("takes no place of another patient, neither by its id nor as one's own", async () => {
    await withSession(async (session) => {
      const theirs = place();
      await answer(session, people.ben.agent, { newPlace: theirs });
      const params = { sessionId: session.id };
      expect((await people.ann.agent.refused(answerGate, { params, body: { placeId: theirs.id } })).code).toBe('row.notFound');
      expect((await people.ann.agent.refused(answerGate, { params, body: { newPlace: theirs } })).code).toBe('row.exists');
    });
  });

  it('takes answers of the day only, and of nobody who has no patient seat', async () => {
    await withSession(async (session) => {
      const params = { sessionId: session.id };
      for (const agent of [people.lead.agent, people.coLead.agent, people.outsider, supervisor])
        expect((await agent.refused(answerGate, { params, body: { driving: false } })).code).toMatch(/row.notFound|access.refused/);
      await app.database.query(`UPDATE session SET starts_at = now() + interval '2 days' WHERE id = $1`, [session.id]);
      expect((await people.ann.agent.refused(answerGate, { params, body: { driving: false } })).code).toBe('gate.early');
    });
  });

  it('asks again where the session moved away from the answers', async () => {
    await sign(people.ann.agent);
    await withSession(async (session) => {
      await answer(session, people.ann.agent, answers());
      await app.database.query(`UPDATE session SET starts_at = now() + interval '1 day' WHERE id = $1`, [session.id]);
      expect(await told(session, people.ann.agent)).toEqual(refused('gate.unanswered'));
    });
  });
});

describe('consents at the gate', () => {
  it.each(['telehealth', 'group'])(
    'keep closed while the one for %s was taken back, also after everything else is answered',
    async (kind) => {
      const { agent } = people.ann;
      await sign(agent);
      await withSession(async (session) => {
        expect((await answer(session, agent, answers())).gate.passed).toBe(true);
        await revoke(agent, kind);
        expect(await told(session, agent)).toEqual(refused('gate.consentMissing'));
        const { toSign } = await agent.call(readGate, { params: { sessionId: session.id } });
        expect(toSign.map((text) => text.kind)).toEqual([kind]);
        await sign(agent, [kind]);
        expect(await told(session, agent)).toEqual(['in', 'room.notOpen']);
      });
    },
  );

  it('ask nobody for a group who comes alone', async () => {
    const { agent } = people.ann;
    await sign(agent);
    await revoke(agent, 'group');
    await withSession(
      async (session) => {
        await answer(session, agent, answers());
        expect(await told(session, agent)).toEqual(['in', 'room.notOpen']);
      },
      { kind: 'individual' },
    );
  });

  it('keep closed when they have run out, and when there is a newer text', async () => {
    const { agent, person } = people.ann;
    await sign(agent);
    await withSession(async (session) => {
      await answer(session, agent, answers());
      const admin = new pg.Client({ connectionString: app.urls.adminUrl });
      await admin.connect();
      await admin.query(`ALTER TABLE consent DISABLE TRIGGER consent_kept`);
      await admin.query(`UPDATE consent SET from_at = now() - interval '2 years', to_at = now() - interval '1 day' WHERE subject_id = $1`, [
        person.id,
      ]);
      await admin.query(`ALTER TABLE consent ENABLE TRIGGER consent_kept`);
      expect(await told(session, agent)).toEqual(refused('gate.consentMissing'));
      await sign(agent);
      expect((await told(session, agent))[0]).toBe('in');
      await admin.query(
        `INSERT INTO consent_text (id, kind, version, title, body, from_on) VALUES ($1, 'group', 2, 'Group', 'New words', '2026-01-02')`,
        [randomUUID()],
      );
      expect(await told(session, agent)).toEqual(refused('gate.consentMissing'));
      await admin.end();
      await sign(agent);
      expect((await told(session, agent))[0]).toBe('room.otherDevice');
    });
  });

  it('stay as they were signed: the application can neither change nor delete one, nor take one back twice', async () => {
    const { agent } = people.ann;
    await sign(agent);
    await revoke(agent, 'group');
    const run = (sql: string) => app.database.query(sql);
    for (const sql of [
      `UPDATE consent SET signers = '[{}]'`,
      `UPDATE consent SET from_at = now()`,
      `DELETE FROM consent`,
      `UPDATE consent SET revoked_at = NULL`,
      `UPDATE consent_text SET body = 'Else'`,
      `DELETE FROM consent_text`,
      `UPDATE licence_override SET reason = 'Else'`,
      `DELETE FROM gate`,
    ])
      await expect(run(sql)).rejects.toThrow(/permission denied|stays as it was signed/);
    await sign(agent, ['group']);
  });

  it('are taken back by nobody but who signed', async () => {
    await sign(people.ben.agent);
    const { signed } = await people.ben.agent.call(readConsents, {});
    const consentId = signed[0]?.id ?? '';
    expect((await people.ann.agent.refused(revokeConsent, { params: { consentId } })).code).toBe('row.notFound');
    expect((await people.ben.agent.call(readConsents, {})).signed[0]?.revokedAt).toBeNull();
  });
});

describe('licences at the gate', () => {
  it('keep closed in a state where nobody who leads is licensed, and staff see why', async () => {
    const { agent, person } = people.ann;
    await sign(agent);
    await withSession(async (session) => {
      expect((await answer(session, agent, answers('CA'))).gate).toMatchObject({ passed: false, step: 'licence', refusal: 'gate.licence' });
      expect(await told(session, agent)).toEqual(refused('gate.licence'));
      const view = await people.lead.agent.call(readRoom, { params: { sessionId: session.id } });
      expect(view.people[session.seatOf(person).id]?.gate).toMatchObject({ step: 'licence', refusal: 'gate.licence', placeKind: 'home' });
      expect(JSON.stringify(view)).not.toContain('Quiet Lane');
    });
  });

  it('hold on the day of the session, at its first and last day', async () => {
    const { agent } = people.ann;
    await sign(agent);
    await withSession(async (session) => {
      await answer(session, agent, answers('TX'));
      const day = Temporal.Instant.fromEpochMilliseconds(session.startsAt.getTime()).toZonedDateTimeISO('America/New_York').toPlainDate();
      const before = day.subtract({ days: 1 }).toString();
      await licence(people.coLead.person.id, 'TX', { from: '2020-01-01', to: before });
      expect(await told(session, agent)).toEqual(refused('gate.licence'));
      await licence(people.coLead.person.id, 'TX', { from: day.add({ days: 1 }).toString(), to: '2099-01-01' });
      expect(await told(session, agent)).toEqual(refused('gate.licence'));
      await licence(people.coLead.person.id, 'TX', { from: day.toString(), to: day.toString() });
      expect((await told(session, agent))[0]).toBe('in');
      const seat = session.seatOf(people.coLead.person).id;
      await app.database.query(`UPDATE seat SET ended_at = now() WHERE id = $1`, [seat]);
      expect(await told(session, agent)).toEqual(refused('gate.licence'));
    });
  });

  it('ask nothing where the kind does not count as treatment', async () => {
    const { agent } = people.ann;
    await sign(agent);
    await withSession(
      async (session) => {
        await answer(session, agent, answers('CA'));
        expect((await told(session, agent))[0]).toBe('in');
      },
      { kind: 'social' },
    );
  });

  it("give way to a supervisor's word with its reason, for this state and session only, and keep who gave it", async () => {
    const { agent } = people.ann;
    await sign(agent);
    await withSession(async (session) => {
      await answer(session, agent, answers('OH'));
      const params = { sessionId: session.id };
      const body = { id: randomUUID(), state: 'OH', reason: 'Moves home tomorrow; a safety call is needed today.' };
      for (const other of [people.lead.agent, people.coLead.agent, agent])
        expect((await other.refused(overrideLicence, { params, body })).code).toMatch(/row.notFound|access.refused/);
      await supervisor.call(overrideLicence, { params, body: { ...body, id: randomUUID(), state: 'IN' } });
      expect(await told(session, agent)).toEqual(refused('gate.licence'));
      const gates = await supervisor.call(overrideLicence, { params, body });
      await supervisor.call(overrideLicence, { params, body });
      expect((await told(session, agent))[0]).toBe('in');
      const own = gates.find(({ personId }) => personId === people.ann.person.id);
      expect(own?.licence).toMatchObject({ state: 'OH', override: { reason: body.reason } });
      expect((await supervisor.refused(overrideLicence, { params, body: { ...body, reason: ' ' } })).fields?.['reason']).toBe(
        'Please fill this in.',
      );
      await over(session);
      await withSession(async (next) => {
        await answer(next, agent, answers('OH'));
        expect(await told(next, agent)).toEqual(refused('gate.licence'));
      });
    });
  });

  it('are kept with the gate as they stood: holder, number, state, end', async () => {
    const { agent, person } = people.ann;
    await sign(agent);
    await withSession(async (session) => {
      await answer(session, agent, answers('NY'));
      await arrive(session, agent);
      const rows: { licence: unknown; passed_at: Date | null }[] = await app.database.query(
        `SELECT licence, passed_at FROM gate WHERE seat_id = $1`,
        [session.seatOf(person).id],
      );
      const { givenName, familyName } = people.lead.person;
      expect(rows[0]?.licence).toEqual({ holder: `${givenName} ${familyName}`, number: 'N-1', state: 'NY', to: '2099-01-01' });
      expect(rows[0]?.passed_at).not.toBeNull();
    });
  });
});

describe('past the gate', () => {
  it('gives no token to who was put back, nor to who took a consent back while in the room', async () => {
    const { agent, person } = people.ann;
    await sign(agent);
    await withSession(async (session) => {
      await answer(session, agent, answers());
      const device = randomUUID();
      const params = { sessionId: session.id };
      const lead = (command: object) => people.lead.agent.ask(commandRoom, { params, body: { id: randomUUID(), command } });
      await lead({ type: 'arrive', device: randomUUID() });
      await arrive(session, agent, device);
      const token = () => agent.ask(takeToken, { params, body: { device } });
      expect((await token()).body).toMatchObject({ code: 'room.notAdmitted' });
      const { id: seatId } = session.seatOf(person);
      expect((await lead({ type: 'admit', seatId })).status).toBe(200);
      expect((await token()).body).toMatchObject({ code: 'room.mediaDown' });
      await revoke(agent, 'telehealth');
      expect((await token()).body).toMatchObject({ code: 'gate.consentMissing' });
      await lead({ type: 'putBack', seatId });
      expect((await lead({ type: 'admit', seatId })).body).toMatchObject({ code: 'room.gateOpen' });
      expect((await arrive(session, agent, device)).body).toMatchObject({ code: 'gate.consentMissing' });
      await sign(agent);
      expect((await lead({ type: 'admit', seatId })).status).toBe(200);
      expect((await token()).body).toMatchObject({ code: 'room.mediaDown' });
    });
  });

  it('tells staff where everyone is and whom to call, and peers nothing', async () => {
    await sign(people.ann.agent);
    await withSession(async (session) => {
      await answer(session, people.ann.agent, { ...answers(), overheard: 'someone', overheardBy: 'My sister' });
      const params = { sessionId: session.id };
      const gates = await people.lead.agent.call(readGates, { params });
      expect(gates.find(({ personId }) => personId === people.ann.person.id)).toMatchObject({
        place: { address: '1 Quiet Lane, Albany', state: 'NY', emergencyLine: null },
        overheard: 'someone',
        overheardBy: 'My sister',
        number: '518-555-0123',
        gate: { passed: true, someoneNear: true },
      });
      for (const agent of [people.ben.agent, people.ann.agent, people.outsider])
        expect((await agent.refused(readGates, { params })).code).toMatch(/row.notFound|access.refused/);
      const view = await people.ben.agent.call(readRoom, { params });
      expect(JSON.stringify(view)).not.toMatch(/Quiet|sister|518/);
    });
  });

  it('refuses nobody for how many are there: staff read the rule and decide', async () => {
    await sign(people.ann.agent);
    await sign(people.ben.agent);
    await withSession(async (session) => {
      await passGate(app, session.id);
      for (const { agent } of [people.ann, people.ben]) expect((await told(session, agent))[0]).toBe('in');
    });
  });
});

it('lets a peer mentor who co-leads read where people are, for they may have to send help', async () => {
  await withSession(async (session) => {
    const mentor = await makePerson(app, { programId: people.programId });
    await giveRole(app, mentor.id, 'peerMentor', people.programId);
    await app.database.query(
      `INSERT INTO seat (id, session_id, person_id, capacity, during) SELECT $1, $2, $3, 'coLead', tstzrange(now(), now() + interval '1 hour')`,
      [randomUUID(), session.id, mentor.id],
    );
    expect(await (await signIn(app, mentor)).call(readGates, { params: { sessionId: session.id } })).toHaveLength(2);
  });
});
