import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { commandRoom, keepDeviceCheck, openCheckRoom, readLastWish, readRoom, type DeviceResults } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { LivekitService } from '../livekit/livekit.service.js';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { askDoorman, withCookie } from '../testing/cookie-proxy.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn, type TestPerson } from '../testing/factories.js';
import { endMedia, MediaClient } from '../testing/media-client.js';
import { sfuKey, sfuSecret, startSfu, type RealSfu } from '../testing/real-sfu.js';
import { until } from '../testing/until.js';
import { CheckRooms } from './check-rooms.js';

let app: TestApp, sfu: RealSfu, programId: string;
let ann: Agent, other: Agent, patient: TestPerson;
let open: { close(): void | Promise<void> }[];

beforeAll(async () => {
  sfu = await startSfu('http://127.0.0.1:9/');
  app = await startApp({ LIVEKIT_URL: sfu.url, LIVEKIT_API_KEY: sfuKey, LIVEKIT_API_SECRET: sfuSecret });
  programId = (await makeProgram(app)).id;
}, 60_000);
afterAll(async () => {
  await endMedia();
  await app.close();
  await sfu.close();
});
beforeEach(async () => {
  open = [];
  patient = await makePatient(app, { programId });
  ann = await signIn(app, patient);
  other = await signIn(app, await makePatient(app, { programId }));
});
afterEach(async () => {
  for (const one of open) await one.close();
});

const results: DeviceResults = {
  browser: 'chrome',
  camera: 'blocked',
  microphone: 'good',
  speaker: 'good',
  network: 'weak',
  turn: 'good',
};
const keysOf = (agent: Agent, id: string = randomUUID()) => agent.call(openCheckRoom, { body: { id } });
const finish = (agent: Agent) => agent.call(keepDeviceCheck, { body: { ...results, id: randomUUID() } });
const status = async (key: string, cookie: string) => (await askDoorman(app.url, key, { cookie })).status;

async function roomOf(): Promise<string> {
  const rows: { name: string }[] = await app.database.query(`SELECT name FROM check_room WHERE person_id = $1`, [patient.id]);
  return rows[0]?.name ?? '';
}

async function connected(agent: Agent, key: string): Promise<MediaClient> {
  const proxy = await withCookie(app.url, agent.cookie);
  const client = new MediaClient();
  open.unshift(client);
  open.push(proxy);
  await client.connect(proxy.url, key);
  return client;
}

describe('a throw-away room', () => {
  it('brings back to its person what they send, and is gone after use', async () => {
    const { sender, receiver } = await keysOf(ann);
    const camera = await connected(ann, sender);
    await camera.sendVideo();
    const back = await connected(ann, receiver);
    await until(
      () => back.frames,
      (frames) => frames > 5,
    );
    await finish(ann);
    expect(await app.nest.get(LivekitService).listRooms()).toEqual([]);
    for (const key of [sender, receiver, camera.token]) expect(await status(key, ann.cookie)).toBe(403);
    await expect(connected(ann, sender)).rejects.toThrow();
  });

  it('lets nobody else in: not another person with the keys, not a stranger, not a name that the keys do not have', async () => {
    const { sender, receiver } = await keysOf(ann);
    for (const key of [sender, receiver]) {
      expect(await status(key, ann.cookie)).toBe(200);
      expect(await status(key, other.cookie)).toBe(403);
      expect(await status(key, '')).toBe(401);
      await expect(connected(other, key)).rejects.toThrow();
    }
    const livekit = app.nest.get(LivekitService);
    const forged = livekit.token({ room: await roomOf(), identity: 's_else', sources: [], ttlSeconds: 60 });
    const nowhere = livekit.token({ room: 'c_nowhere', identity: 's_else', sources: [], ttlSeconds: 60 });
    for (const key of [forged, nowhere]) expect(await status(key, ann.cookie)).toBe(403);
    const refused: unknown[] = await app.database.query(`SELECT 1 FROM audit_event WHERE action = 'room.connect' AND outcome = 'refused'`);
    expect(refused.length).toBeGreaterThanOrEqual(4);
  });

  it('is one at a time: asked for once more it is the same, and another one closes it', async () => {
    const id = randomUUID();
    const first = await keysOf(ann, id);
    expect(await status((await keysOf(ann, id)).sender, ann.cookie)).toBe(200);
    const rooms: unknown[] = await app.database.query(`SELECT 1 FROM check_room WHERE person_id = $1`, [patient.id]);
    expect(rooms).toHaveLength(1);
    const second = await keysOf(ann);
    expect(await status(first.sender, ann.cookie)).toBe(403);
    expect(await status(second.sender, ann.cookie)).toBe(200);
    await expect(keysOf(other, id)).rejects.toThrow('row.exists');
  });

  it('that nobody closed is swept away after a few minutes', async () => {
    const { sender } = await keysOf(ann);
    await app.database.query(`UPDATE check_room SET opened_at = opened_at - interval '4 minutes' WHERE person_id = $1`, [patient.id]);
    expect(await status(sender, ann.cookie)).toBe(403);
    const name = await roomOf();
    expect(await app.nest.get(LivekitService).listRooms()).toContain(name);
    await app.nest.get(CheckRooms).sweep();
    expect(await app.nest.get(LivekitService).listRooms()).not.toContain(name);
  });

  it('opens no room of a session', async () => {
    await keysOf(ann);
    const livekit = app.nest.get(LivekitService);
    const [row]: { sender: string }[] = await app.database.query(`SELECT sender FROM check_room WHERE person_id = $1`, [patient.id]);
    const key = livekit.token({ room: 'm_other', identity: row?.sender ?? '', sources: [], ttlSeconds: 60 });
    expect(await status(key, ann.cookie)).toBe(403);
  });
});

describe('what staff see before somebody is let in', () => {
  it('is the newest check of the last 24 hours and the wish of today, and peers see neither', async () => {
    const [lead, peer] = [await makePerson(app, { role: 'therapist', programId }), await makePatient(app, { programId })];
    const session = await makeSession(app, { programId, lead: [lead], patient: [patient, peer] });
    const params = { sessionId: session.id };
    const seatId = session.seatOf(patient).id;
    const seen = async (person: TestPerson) => (await (await signIn(app, person)).call(readRoom, { params })).people[seatId];
    expect(await seen(lead)).not.toHaveProperty('check');
    await finish(ann);
    const line = { textId: randomUUID(), body: 'My voice is gone today' };
    const command = { type: 'wish', camera: 'off', voice: 'chatOnly', dontCall: true, line } as const;
    await ann.call(commandRoom, { params, body: { id: randomUUID(), command } });
    expect(await seen(lead)).toMatchObject({ check: results, wish: { camera: 'off', voice: 'chatOnly', dontCall: true, line: line.body } });
    const own = await ann.call(readRoom, { params });
    expect(own.me).toMatchObject({ check: results, wish: { line: line.body } });
    const peers = JSON.stringify(await (await signIn(app, peer)).call(readRoom, { params }));
    for (const secret of ['check"', 'wish', line.body]) expect(peers).not.toContain(secret);
    await app.database.query(
      `INSERT INTO device_check SELECT $1, person_id, now() - interval '25 hours', browser, camera, microphone, speaker, network, turn
      FROM device_check WHERE person_id = $2`,
      [randomUUID(), patient.id],
    );
    expect(await seen(lead)).toMatchObject({ check: results });
  });

  it('of the last time is offered as a proposal, without its line', async () => {
    const lead = await makePerson(app, { role: 'therapist', programId });
    const startsAt = new Date(Date.now() - 5 * 3_600_000);
    const past = await makeSession(app, { programId, lead: [lead], patient: [patient], startsAt, minutes: 60 });
    const today = await makeSession(app, { programId, lead: [lead], patient: [patient] });
    const command = {
      type: 'wish',
      camera: 'off',
      voice: 'muted',
      dontCall: false,
      line: { textId: randomUUID(), body: 'Tired' },
    } as const;
    await ann.call(commandRoom, { params: { sessionId: past.id }, body: { id: randomUUID(), command } });
    const offered = (sessionId: string) => ann.call(readLastWish, { params: { sessionId } });
    expect(await offered(today.id)).toEqual({ wish: { camera: 'off', voice: 'muted', dontCall: false } });
    expect(await offered(past.id)).toEqual({ wish: null });
  });
});
