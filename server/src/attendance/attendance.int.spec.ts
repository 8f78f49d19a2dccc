import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandRoom, correctAttendance, readAttendance, takeToken, type AttendanceReport, type RoomCommand } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn, type TestSession } from '../testing/factories.js';
import { deliver, FakeSfu, signedNews, type SfuParticipant } from '../testing/sfu.js';
import { until } from '../testing/until.js';

let app: TestApp;
let sfu: FakeSfu;
let programId: string;

beforeAll(async () => {
  sfu = await new FakeSfu().start();
  app = await startApp({ LIVEKIT_URL: sfu.url, DEMO: true });
  programId = (await makeProgram(app)).id;
});
afterAll(async () => {
  await app.close();
  sfu.stop();
});

const run = (agent: Agent, session: TestSession, command: RoomCommand) =>
  agent.call(commandRoom, { params: { sessionId: session.id }, body: { id: randomUUID(), command } });

interface Scene {
  session: TestSession;
  lead: Agent;
  ann: Agent;
  room: string;
  /** What the SFU calls them. */
  leadIdentity: string;
  annIdentity: string;
}

/** A running session: the lead and Ann are in the room. */
async function running(): Promise<Scene> {
  const therapist = await makePerson(app, { role: 'therapist', programId });
  const patient = await makePatient(app, { programId });
  const session = await makeSession(app, { programId, lead: [therapist], patient: [patient] });
  const [lead, ann] = [await signIn(app, therapist), await signIn(app, patient)];
  const [leadDevice, annDevice] = [randomUUID(), randomUUID()];
  await run(lead, session, { type: 'arrive', device: leadDevice, stayHere: false });
  await run(ann, session, { type: 'arrive', device: annDevice, stayHere: false });
  await run(lead, session, { type: 'admitAll' });
  await run(lead, session, { type: 'start' });
  const params = { sessionId: session.id };
  const { identity: leadIdentity } = await lead.call(takeToken, { params, body: { device: leadDevice } });
  const { identity: annIdentity } = await ann.call(takeToken, { params, body: { device: annDevice } });
  const [{ name: room }] = await app.database.query(`SELECT name FROM media_room WHERE session_id = $1`, [session.id]);
  return { session, lead, ann, room, leadIdentity, annIdentity };
}

const news = async (event: string, room: string, participant: SfuParticipant, at: number, reason?: string) =>
  deliver(app, signedNews(app, { event, room, participant, at, reason }));

const report = ({ lead, session }: Scene): Promise<AttendanceReport> => lead.call(readAttendance, { params: { sessionId: session.id } });
const of = (found: AttendanceReport, agent: Agent) => found.people.find(({ personId }) => personId === agent.personId);

/** Moves the whole session into the past, so that spans of minutes can be laid into it. */
async function startedAt(scene: Scene, minutesAgo: number): Promise<number> {
  const start = Math.floor(Date.now() / 1000) * 1000 - minutesAgo * 60_000;
  await app.database.query(`UPDATE session SET started_at = $2 WHERE id = $1`, [scene.session.id, new Date(start)]);
  return start;
}

const minutes = (count: number) => count * 60_000;

describe('minutes', () => {
  it('are what the SFU saw between start and end, with the source of every end', async () => {
    const scene = await running();
    const start = await startedAt(scene, 60);
    const ann = sfu.join(scene.room, scene.annIdentity, start - minutes(5));
    expect(await news('participant_joined', scene.room, ann, ann.joinedAt)).toBe(200);
    expect(await news('participant_left', scene.room, ann, start + minutes(20), 'CLIENT_INITIATED')).toBe(200);
    const found = of(await report(scene), scene.ann);
    expect(found?.presentSeconds).toBeCloseTo(20 * 60 + 0.5, 3);
    expect(found?.connections).toEqual([
      {
        place: 'main',
        from: new Date(start - minutes(5)).toISOString(),
        to: new Date(start + minutes(20) + 500).toISOString(),
        fromSource: 'webhook',
        toSource: 'webhook',
        precisionMs: 500,
      },
    ]);
    expect(found?.firstIn).toBe(new Date(start).toISOString());
  });

  it('count only while staff are in the session, and not during breaks', async () => {
    const scene = await running();
    const start = await startedAt(scene, 60);
    const ann = sfu.join(scene.room, scene.annIdentity, start);
    const lead = sfu.join(scene.room, scene.leadIdentity, start + minutes(10));
    await news('participant_left', scene.room, ann, start + minutes(50), 'CLIENT_INITIATED');
    await news('participant_left', scene.room, lead, start + minutes(40), 'CLIENT_INITIATED');
    await app.database.query(
      `INSERT INTO activity (session_id, person_id, kind, from_at, to_at) VALUES ($1, NULL, 'break', $2, $3), ($1, $4, 'steppedOut', $5, $6)`,
      [scene.session.id, at(start, 20), at(start, 25), scene.ann.personId, at(start, 30), at(start, 31)],
    );
    const found = await report(scene);
    expect(of(found, scene.ann)?.presentSeconds).toBeCloseTo(50 * 60 + 0.5, 3);
    expect(of(found, scene.ann)?.countedSeconds).toBeCloseTo((30 - 5 - 1) * 60 + 0.5, 3);
    expect(of(found, scene.lead)?.countedSeconds).toBeCloseTo((30 - 5) * 60 + 0.5, 3);
    expect(found.mostPatientsAtOnce).toBe(1);
  });

  it('are corrected by whole spans with a reason, once for one id, and never outside the session', async () => {
    const scene = await running();
    const start = await startedAt(scene, 60);
    const params = { sessionId: scene.session.id };
    const span = (from: number, to: number) => ({ from: at(start, from).toISOString(), to: at(start, to).toISOString() });
    const body = { id: randomUUID(), personId: scene.ann.personId, effect: 'add' as const, ...span(0, 30), reason: 'Joined by phone' };
    const first = await scene.lead.call(correctAttendance, { params, body });
    expect(await scene.lead.call(correctAttendance, { params, body })).toEqual(first);
    const remove = { ...body, id: randomUUID(), effect: 'remove' as const, ...span(10, 15), reason: 'Another person on the line' };
    await scene.lead.call(correctAttendance, { params, body: remove });
    const found = of(await report(scene), scene.ann);
    expect(found?.presentSeconds).toBe(25 * 60);
    expect(found?.corrections.map(({ effect, reason }) => [effect, reason])).toEqual([
      ['add', 'Joined by phone'],
      ['remove', 'Another person on the line'],
    ]);
    for (const outside of [span(-1, 5), span(50, 61)]) {
      expect(await scene.lead.refused(correctAttendance, { params, body: { ...body, id: randomUUID(), ...outside } })).toMatchObject({
        code: 'attendance.range',
      });
    }
    const stranger = { ...body, id: randomUUID(), personId: randomUUID() };
    expect(await scene.lead.refused(correctAttendance, { params, body: stranger })).toMatchObject({ code: 'row.notFound' });
    expect(await scene.ann.refused(correctAttendance, { params, body })).toMatchObject({ status: 403 });
    const [{ count }] = await app.database.query(`SELECT count(*)::int FROM correction WHERE session_id = $1`, [scene.session.id]);
    expect(count).toBe(2);
  });

  it('go on after a reversed and an empty span', async () => {
    const scene = await running();
    const start = await startedAt(scene, 60);
    const ann = sfu.join(scene.room, scene.annIdentity, start + minutes(5));
    await news('participant_left', scene.room, ann, start + minutes(1), 'CLIENT_INITIATED');
    expect(of(await report(scene), scene.ann)?.presentSeconds).toBe(0);
  });
});

const at = (start: number, minute: number): Date => new Date(start + minutes(minute));

describe('news of the SFU', () => {
  it('is refused when another key signed it, when its body was changed, when it is old, and when it is not signed', async () => {
    const scene = await running();
    const participant = { sid: 'PA_x', identity: scene.annIdentity, joinedAt: Date.now() };
    const good = { event: 'participant_joined', room: scene.room, participant, at: Date.now() };
    const signed = signedNews(app, good);
    expect(await deliver(app, signedNews(app, good, { secret: 'another secret of at least 32 letters' }))).toBe(401);
    expect(await deliver(app, signedNews(app, good, { ttl: -60 }))).toBe(401);
    expect(await deliver(app, { ...signed, body: signed.body.replace('PA_x', 'PA_y') })).toBe(401);
    expect(await deliver(app, { ...signed, signature: '' })).toBe(401);
    expect(await deliver(app, { body: '{"event":', signature: signed.signature })).toBe(401);
    const json = await app.stranger.send('POST', '/api/livekit/webhook', { event: 'participant_joined' });
    expect(json.status).toBe(401);
    const [{ count }] = await app.database.query(`SELECT count(*)::int FROM connection WHERE session_id = $1`, [scene.session.id]);
    expect(count).toBe(0);
  });

  it('changes nothing when it is replayed, even long after the leaving', async () => {
    const scene = await running();
    const start = await startedAt(scene, 60);
    const ann = sfu.join(scene.room, scene.annIdentity, start);
    const joined = signedNews(app, { event: 'participant_joined', room: scene.room, participant: ann, at: start });
    const left = signedNews(app, {
      event: 'participant_left',
      room: scene.room,
      participant: ann,
      at: start + minutes(9),
      reason: 'CLIENT_INITIATED',
    });
    for (const message of [left, joined, joined, left, left, joined]) expect(await deliver(app, message)).toBe(200);
    const found = of(await report(scene), scene.ann);
    expect(found?.presentSeconds).toBeCloseTo(9 * 60 + 0.5, 3);
    expect(found?.connections).toHaveLength(1);
  });

  it('of somebody who was not let in has them removed, and is kept on record', async () => {
    const scene = await running();
    const intruder = sfu.join(scene.room, 'p_nobody', Date.now());
    expect(await news('participant_joined', scene.room, intruder, Date.now())).toBe(200);
    expect(sfu.removed).toContain('p_nobody');
    await run(scene.lead, scene.session, { type: 'remove', seatId: scene.session.seatOf({ id: scene.ann.personId }).id, mayReturn: false });
    await until(
      () => sfu.removalsAsked,
      (asked) => asked.includes(scene.annIdentity),
    );
    const ann = sfu.join(scene.room, scene.annIdentity, Date.now());
    expect(await news('participant_joined', scene.room, ann, Date.now())).toBe(200);
    expect(sfu.removed.filter((identity) => identity === scene.annIdentity).length).toBeGreaterThan(0);
    const rows: { actor_id: string | null }[] = await app.database.query(
      `SELECT actor_id FROM audit_event WHERE action = 'room.connect' AND outcome = 'refused' ORDER BY id`,
    );
    expect(rows.map(({ actor_id: actor }) => actor)).toEqual([null, scene.ann.personId]);
  });
});
