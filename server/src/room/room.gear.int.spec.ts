import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { takeToken } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { startApp, type TestApp } from '../testing/app.js';
import { withCookie } from '../testing/cookie-proxy.js';
import { Deaf } from '../testing/deaf.js';
import { endMedia, MediaClient } from '../testing/media-client.js';
import { sfuKey, sfuSecret, startSfu, type RealSfu } from '../testing/real-sfu.js';
import { until } from '../testing/until.js';
import { begin, done, makeGroup, makePeople, viewOf, type Group, type Member } from './testing/group.js';

let app: TestApp, sfu: RealSfu, group: Group;
const open: { close(): void | Promise<void> }[] = [];

beforeAll(async () => {
  sfu = await startSfu('http://127.0.0.1:9/');
  app = await startApp({ LIVEKIT_URL: sfu.url, LIVEKIT_API_KEY: sfuKey, LIVEKIT_API_SECRET: sfuSecret });
  group = await makeGroup(app, await makePeople(app));
  await begin(group);
}, 60_000);
afterAll(async () => {
  for (const one of open.toReversed()) await one.close();
  await endMedia();
  await app.close();
  await sfu.close();
});

async function client({ agent, device }: Member, deaf?: Deaf): Promise<MediaClient> {
  const proxy = await withCookie(app.url, agent.cookie, deaf && (() => deaf));
  const made = new MediaClient();
  open.push(proxy, made);
  const { token } = await agent.call(takeToken, { params: { sessionId: group.session.id }, body: { device } });
  await made.connect(proxy.url, token);
  return made;
}

async function moreFrames(watcher: MediaClient): Promise<number> {
  const before = watcher.frames;
  await delay(500);
  return watcher.frames - before;
}

describe('a camera that staff turned off', () => {
  it('is off at the SFU though its page never hears of it and goes on sending', async () => {
    const { lead, ann } = group;
    const deaf = new Deaf();
    const [page, watcher] = [await client(ann, deaf), await client(lead)];
    await page.sendVideo();
    await until(
      () => watcher.frames,
      (frames) => frames > 5,
    );

    const sentence = { textId: randomUUID(), body: 'I turned off your camera for now.' };
    await done(group, lead, { type: 'stopGear', seatId: ann.seatId, kind: 'camera', sentence });

    await until(
      () => moreFrames(watcher),
      (more) => more === 0,
      8_000,
    );
    expect(deaf.dropped).toBeGreaterThan(0);
    expect([...(page.room.localParticipant?.trackPublications.values() ?? [])].map(({ muted }) => muted ?? false)).toEqual([false]);
    expect((await viewOf(group, ann)).me.act).toMatchObject({ kind: 'camera', body: sentence.body });
    expect((await viewOf(group, group.coLead)).people[ann.seatId]?.act).toMatchObject({ body: sentence.body });
    expect(JSON.stringify(await viewOf(group, group.ben))).not.toContain(sentence.body);
  }, 40_000);
});
