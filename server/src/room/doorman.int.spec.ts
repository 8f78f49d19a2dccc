import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { commandRoom, readAttendance, takeToken, type RoomCommand } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { askDoorman, withCookie } from '../testing/cookie-proxy.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn, type TestPerson, type TestSession } from '../testing/factories.js';
import { endMedia, MediaClient } from '../testing/media-client.js';
import { relayNews, sfuKey, sfuSecret, startSfu, type RealSfu } from '../testing/real-sfu.js';
import { until } from '../testing/until.js';

let app: TestApp, sfu: RealSfu;
let relay: Awaited<ReturnType<typeof relayNews>>;
let programId: string, session: TestSession;

beforeAll(async () => {
  relay = await relayNews();
  sfu = await startSfu(relay.url);
  app = await startApp({ LIVEKIT_URL: sfu.url, LIVEKIT_API_KEY: sfuKey, LIVEKIT_API_SECRET: sfuSecret, DEMO: true });
  relay.target = `${app.url}/api/livekit/webhook`;
  programId = (await makeProgram(app)).id;
}, 60_000);
afterAll(async () => {
  await endMedia();
  await app.close();
  await sfu.close();
  relay.close();
});

interface Visitor {
  agent: Agent;
  person: TestPerson;
  device: string;
  token: string;
  url: string;
}

let lead: Visitor, ann: Visitor;
let camera: MediaClient, watcher: MediaClient;
let open: { close(): void | Promise<void> }[];

const run = (by: Visitor, command: RoomCommand) =>
  by.agent.call(commandRoom, { params: { sessionId: session.id }, body: { id: randomUUID(), command } });
const seatOf = (visitor: Visitor) => session.seatOf(visitor.person).id;
const keyOf = async ({ agent, device }: Visitor) =>
  (await agent.call(takeToken, { params: { sessionId: session.id }, body: { device } })).token;

async function proxied(cookie: string): Promise<string> {
  const proxy = await withCookie(app.url, cookie);
  open.push(proxy);
  return proxy.url;
}

async function arrive(person: TestPerson): Promise<Visitor> {
  const agent = await signIn(app, person);
  const visitor = { agent, person, device: randomUUID(), token: '', url: await proxied(agent.cookie) };
  await run(visitor, { type: 'arrive', device: visitor.device, stayHere: false });
  return visitor;
}

async function client(url: string, token: string): Promise<MediaClient> {
  const made = new MediaClient();
  open.unshift(made);
  await made.connect(url, token);
  return made;
}

/** The lead sends video, and Ann sees it. */
beforeEach(async () => {
  open = [];
  const [therapist, patient] = [await makePerson(app, { role: 'therapist', programId }), await makePatient(app, { programId })];
  session = await makeSession(app, { programId, lead: [therapist], patient: [patient] });
  lead = await arrive(therapist);
  ann = await arrive(patient);
  await run(lead, { type: 'admitAll' });
  await run(lead, { type: 'start' });
  lead.token = await keyOf(lead);
  ann.token = await keyOf(ann);
  camera = await client(lead.url, lead.token);
  await camera.sendVideo();
  watcher = await client(ann.url, ann.token);
  await until(
    () => watcher.frames,
    (frames) => frames > 5,
  );
}, 30_000);

afterEach(async () => {
  for (const one of open) await one.close();
});

/** The frames to the one who was there end, and neither key opens the door again. */
async function expectShut(keys: readonly string[], url = ann.url): Promise<void> {
  let last = -1;
  await until(
    async () => {
      const before = watcher.frames;
      await delay(500);
      last = watcher.frames;
      return last - before;
    },
    (more) => more === 0,
    8_000,
  );
  for (const key of keys) {
    const replay = new MediaClient();
    open.unshift(replay);
    await expect(replay.connect(url, key)).rejects.toThrow();
    expect(replay.frames).toBe(0);
  }
  expect(watcher.frames).toBe(last);
}

/** The key that the SFU handed out by itself: as good as the first one. */
async function refreshed(): Promise<string> {
  const key = await until(
    () => watcher.token,
    (token) => token !== '' && token !== ann.token,
  );
  for (const good of [ann.token, key]) expect(await validate(good, ann.agent.cookie)).toMatchObject({ status: 200 });
  return key;
}

const validate = (key: string, cookie: string, origin?: string) => askDoorman(app.url, key, { cookie, origin });

describe('keys that were good', () => {
  it('bring no frame after a removal, neither the own nor the one the SFU handed out', async () => {
    const keys = [ann.token, await refreshed()];
    await run(lead, { type: 'remove', seatId: seatOf(ann), mayReturn: false });
    await expectShut(keys);
  });

  it('bring no frame after being put back to the waiting room', async () => {
    const keys = [ann.token, await refreshed()];
    await run(lead, { type: 'putBack', seatId: seatOf(ann) });
    await expectShut(keys);
  });

  it('bring no frame on a device that the person moved away from, while the new one sees', async () => {
    const keys = [ann.token, await refreshed()];
    const moved = { ...ann, device: randomUUID() };
    await run(moved, { type: 'arrive', device: moved.device, stayHere: true });
    await expectShut(keys);
    const there = await client(ann.url, await keyOf(moved));
    await until(
      () => there.frames,
      (frames) => frames > 5,
    );
  });

  it('bring no frame after the end of the session, and do not bring the room back', async () => {
    const keys = [ann.token, await refreshed(), lead.token];
    await run(lead, { type: 'end' });
    await expectShut(keys);
    await expectShut([lead.token, camera.token], lead.url);
  });

  it('bring no frame after signing out everywhere', async () => {
    const keys = [ann.token, await refreshed()];
    await app.database.query(`DELETE FROM auth.session WHERE "userId" = (SELECT user_id FROM person WHERE id = $1)`, [ann.person.id]);
    await expectShut(keys);
  });
});

describe('the door', () => {
  it('stays shut for another person, for a stranger and for another site, whoever holds the key', async () => {
    const other = await signIn(app, await makePatient(app, { programId }));
    for (const url of [await proxied(other.cookie), await proxied(''), lead.url]) {
      await expect(new MediaClient().connect(url, ann.token)).rejects.toThrow();
    }
    expect(await validate(ann.token, ann.agent.cookie)).toEqual({ status: 200, text: 'success' });
    expect(await validate(ann.token, ann.agent.cookie, app.config.PUBLIC_URL)).toMatchObject({ status: 200 });
    expect(await validate(ann.token, ann.agent.cookie, 'https://elsewhere.example')).toMatchObject({ status: 403 });
    expect(await validate(ann.token, '')).toMatchObject({ status: 401, text: 'Please sign in to go on.' });
    expect(await validate(ann.token, other.cookie)).toMatchObject({ status: 403 });
    expect(await validate(`${ann.token}x`, ann.agent.cookie)).toMatchObject({ status: 403 });
    expect(await validate(`${ann.token}&access_token=${lead.token}`, ann.agent.cookie)).toMatchObject({ status: 403 });
    const rows: unknown[] = await app.database.query(`SELECT details FROM audit_event WHERE action = 'room.connect' AND actor_id = $1`, [
      other.personId,
    ]);
    expect(rows.length).toBeGreaterThanOrEqual(2);
  });

  it('passes nothing else on to the SFU', async () => {
    for (const path of ['/rtc', '/rtc/v1', '/rtc/v2/validate', '/rtc/../twirp/livekit.RoomService/ListRooms', '/rtc/v1/validate/x']) {
      const answer = await app.stranger.send('GET', path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await app.stranger.send('POST', '/rtc/validate', {})).status).toBe(404);
  });

  it('lets people back in after the SFU lost everything, and says in words that it is away meanwhile', async () => {
    for (const one of [camera, watcher]) await one.close();
    await sfu.stop();
    expect(await validate(ann.token, ann.agent.cookie)).toEqual({
      status: 503,
      text: 'Video is being restored. This page goes on by itself.',
    });
    await sfu.start();
    const [sender, viewer] = [await client(lead.url, await keyOf(lead)), await client(ann.url, await keyOf(ann))];
    await sender.sendVideo();
    await until(
      () => viewer.frames,
      (frames) => frames > 5,
    );
  }, 45_000);
});

describe('minutes of real connections', () => {
  it('begin and end within a second of what the person did', async () => {
    const began = Date.now();
    const intervals = async () => {
      const report = await lead.agent.call(readAttendance, { params: { sessionId: session.id } });
      return report.people.find(({ personId }) => personId === ann.person.id)?.connections ?? [];
    };
    const [open] = await until(intervals, (found) => found.length === 1);
    expect(Math.abs(Date.parse(open?.from ?? '') - began)).toBeLessThan(3_000);
    expect(open?.to).toBeNull();
    const left = Date.now();
    await watcher.close();
    const [closed] = await until(intervals, (found) => found[0]?.to !== null);
    expect(Math.abs(Date.parse(closed?.to ?? '') - left)).toBeLessThan(1_000);
  });
});
