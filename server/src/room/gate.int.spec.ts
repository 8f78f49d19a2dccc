import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerGate, commandRoom, readGate, readGates, readRoom, takeToken, type GateAnswer } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { giveRole, makePerson, passGate, signIn } from '../testing/factories.js';
import { answer, answers, arrive, GateStage, place, refused, revoke, sign, told } from './testing/gate-stage.js';
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

describe('the gate', () => {
  it('gives a patient neither the door nor a token before every answer is kept, whatever the order', async () => {
    const { agent } = people.ann;
    await sign(agent);
    await stage.withSession(async (session) => {
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
    await stage.withSession(async (session) => {
      const { [missing]: _, ...rest } = answers();
      await answer(session, people.ann.agent, rest);
      expect(await told(session, people.ann.agent)).toEqual(refused('gate.unanswered'));
    });
  });

  it('asks who drives to park, and lets in who has', async () => {
    await sign(people.ann.agent);
    await stage.withSession(async (session) => {
      const { gate } = await answer(session, people.ann.agent, { ...answers(), driving: true });
      expect(gate).toMatchObject({ passed: false, refusal: 'gate.driving' });
      expect(await told(session, people.ann.agent)).toEqual(refused('gate.driving'));
      await answer(session, people.ann.agent, { driving: false });
      expect(await told(session, people.ann.agent)).toEqual(['in', 'room.notOpen']);
    });
  });

  it('is before a patient who helps lead as before every other', async () => {
    const { agent, person } = people.ann;
    await sign(agent);
    await stage.withSession(async (session) => {
      await app.database.query(`UPDATE seat SET capacity = 'coFacilitator' WHERE id = $1`, [session.seatOf(person).id]);
      expect(await told(session, agent)).toEqual(refused('gate.unanswered'));
      const { number, ...rest } = answers();
      await answer(session, agent, rest);
      expect(await told(session, agent)).toEqual(refused('gate.unanswered'));
      await answer(session, agent, { number });
      expect(await told(session, agent)).toEqual(['in', 'room.notOpen']);
      const seen = await people.lead.agent.call(readGates, { params: { sessionId: session.id } });
      expect(seen.map(({ personId }) => personId)).toContain(person.id);
      await revoke(agent, 'telehealth');
      expect(await told(session, agent)).toEqual(refused('gate.consentMissing'));
    });
  });

  it('holds no answer of one session for another, and none of one patient for another', async () => {
    await sign(people.ann.agent);
    await sign(people.ben.agent);
    await stage.withSession(async (first) => {
      await answer(first, people.ann.agent, answers());
      await stage.over(first);
      await stage.withSession(async (second) => {
        expect(await told(second, people.ann.agent)).toEqual(refused('gate.unanswered'));
        const { last } = await people.ann.agent.call(readGate, { params: { sessionId: second.id } });
        expect(last).toMatchObject({ place: { kind: 'home', state: 'NY' }, overheard: 'nobody', number: '518-555-0123' });
      });
      expect(await told(first, people.ben.agent)).toEqual(refused('gate.unanswered'));
    });
  });

  it("takes no place of another patient, neither by its id nor as one's own", async () => {
    await stage.withSession(async (session) => {
      const theirs = place();
      await answer(session, people.ben.agent, { newPlace: theirs });
      const params = { sessionId: session.id };
      expect((await people.ann.agent.refused(answerGate, { params, body: { placeId: theirs.id } })).code).toBe('row.notFound');
      expect((await people.ann.agent.refused(answerGate, { params, body: { newPlace: theirs } })).code).toBe('row.exists');
    });
  });

  it('takes answers of the day only, and of nobody who has no patient seat', async () => {
    await stage.withSession(async (session) => {
      const params = { sessionId: session.id };
      for (const agent of [people.lead.agent, people.coLead.agent, people.outsider, supervisor])
        expect((await agent.refused(answerGate, { params, body: { driving: false } })).code).toMatch(/row.notFound|access.refused/);
      await app.database.query(`UPDATE session SET starts_at = now() + interval '2 days' WHERE id = $1`, [session.id]);
      expect((await people.ann.agent.refused(answerGate, { params, body: { driving: false } })).code).toBe('gate.early');
    });
  });

  it('asks again where the session moved away from the answers', async () => {
    await sign(people.ann.agent);
    await stage.withSession(async (session) => {
      await answer(session, people.ann.agent, answers());
      await app.database.query(`UPDATE session SET starts_at = now() + interval '1 day' WHERE id = $1`, [session.id]);
      expect(await told(session, people.ann.agent)).toEqual(refused('gate.unanswered'));
    });
  });
});

describe('past the gate', () => {
  it('gives no token to who was put back, nor to who took a consent back while in the room', async () => {
    const { agent, person } = people.ann;
    await sign(agent);
    await stage.withSession(async (session) => {
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
    await stage.withSession(async (session) => {
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
    await stage.withSession(async (session) => {
      await passGate(app, session.id);
      for (const { agent } of [people.ann, people.ben]) expect((await told(session, agent))[0]).toBe('in');
    });
  });
});

it('lets a peer mentor who co-leads read where people are, for they may have to send help', async () => {
  await stage.withSession(async (session) => {
    const mentor = await makePerson(app, { programId: people.programId });
    await giveRole(app, mentor.id, 'peerMentor', people.programId);
    await app.database.query(
      `INSERT INTO seat (id, session_id, person_id, capacity, during) SELECT $1, $2, $3, 'coLead', tstzrange(now(), now() + interval '1 hour')`,
      [randomUUID(), session.id, mentor.id],
    );
    expect(await (await signIn(app, mentor)).call(readGates, { params: { sessionId: session.id } })).toHaveLength(2);
  });
});
