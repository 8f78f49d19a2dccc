import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { overrideLicence, readConsents, readGate, readRoom, revokeConsent } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, signIn } from '../testing/factories.js';
import { answer, answers, arrive, GateStage, refused, revoke, sign, told } from './testing/gate-stage.js';
import { makePeople, type People } from './testing/group.js';

let app: TestApp;
let people: People;
let stage: GateStage;
let supervisor: Agent;

beforeAll(async () => {
  app = await startApp();
  people = await makePeople(app);
  stage = new GateStage(app, people);
  supervisor = await signIn(app, await makePerson(app, { role: 'supervisor', programId: people.programId }));
  await stage.licence(people.lead.person.id, 'NY');
}, 60_000);
afterAll(() => app.close());

describe('consents at the gate', () => {
  it.each(['telehealth', 'group'])(
    'keep closed while the one for %s was taken back, also after everything else is answered',
    async (kind) => {
      const { agent } = people.ann;
      await sign(agent);
      await stage.withSession(async (session) => {
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
    await stage.withSession(
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
    await stage.withSession(async (session) => {
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
    await stage.withSession(async (session) => {
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
    await stage.withSession(async (session) => {
      await answer(session, agent, answers('TX'));
      const day = Temporal.Instant.fromEpochMilliseconds(session.startsAt.getTime()).toZonedDateTimeISO('America/New_York').toPlainDate();
      const before = day.subtract({ days: 1 }).toString();
      await stage.licence(people.coLead.person.id, 'TX', { from: '2020-01-01', to: before });
      expect(await told(session, agent)).toEqual(refused('gate.licence'));
      await stage.licence(people.coLead.person.id, 'TX', { from: day.add({ days: 1 }).toString(), to: '2099-01-01' });
      expect(await told(session, agent)).toEqual(refused('gate.licence'));
      await stage.licence(people.coLead.person.id, 'TX', { from: day.toString(), to: day.toString() });
      expect((await told(session, agent))[0]).toBe('in');
      const seat = session.seatOf(people.coLead.person).id;
      await app.database.query(`UPDATE seat SET ended_at = now() WHERE id = $1`, [seat]);
      expect(await told(session, agent)).toEqual(refused('gate.licence'));
    });
  });

  it('ask nothing where the kind does not count as treatment', async () => {
    const { agent } = people.ann;
    await sign(agent);
    await stage.withSession(
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
    await stage.withSession(async (session) => {
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
      await stage.over(session);
      await stage.withSession(async (next) => {
        await answer(next, agent, answers('OH'));
        expect(await told(next, agent)).toEqual(refused('gate.licence'));
      });
    });
  });

  it('are kept with the gate as they stood: holder, number, state, end', async () => {
    const { agent, person } = people.ann;
    await sign(agent);
    await stage.withSession(async (session) => {
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
