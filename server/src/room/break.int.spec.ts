import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { takeToken } from '@rejoin/shared';
import { setTimeout as delay } from 'node:timers/promises';
import { startApp, type TestApp } from '../testing/app.js';
import { withCookie } from '../testing/cookie-proxy.js';
import { Deaf } from '../testing/deaf.js';
import { endMedia, MediaClient } from '../testing/media-client.js';
import { sfuKey, sfuSecret, startSfu, type RealSfu } from '../testing/real-sfu.js';
import { until } from '../testing/until.js';
import { begin, done, makeGroup, makePeople, type Group, type Member } from './testing/group.js';

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

async function tokenOf({ agent, device }: Member): Promise<string> {
  return (await agent.call(takeToken, { params: { sessionId: group.session.id }, body: { device } })).token;
}

async function client({ agent }: Member, token: string, deaf?: Deaf): Promise<MediaClient> {
  const proxy = await withCookie(app.url, agent.cookie, deaf && (() => deaf));
  const made = new MediaClient();
  open.push(proxy, made);
  await made.connect(proxy.url, token);
  return made;
}

const seesFrames = (watcher: MediaClient, more: number) => {
  const before = watcher.frames;
  return until(
    () => watcher.frames,
    (frames) => frames > before + more,
    10_000,
  );
};

async function framesIn(watcher: MediaClient, ms: number): Promise<number> {
  const before = watcher.frames;
  await delay(ms);
  return watcher.frames - before;
}

describe('a break', () => {
  it('takes a page off the air that never hears of it, lets no old key send, and lets all send again when it is over', async () => {
    const { lead, ann } = group;
    const old = await tokenOf(ann);
    const [page, watcher] = [await client(ann, old, new Deaf()), await client(lead, await tokenOf(lead))];
    await page.sendVideo();
    await seesFrames(watcher, 5);

    await done(group, lead, { type: 'break.begin', minutes: 5 });
    await until(
      () => framesIn(watcher, 500),
      (more) => more === 0,
      8_000,
    );

    expect(await framesIn(watcher, 500)).toBe(0);
    await page.close();
    const again = await client(ann, old);
    await again.sendVideo().catch(() => undefined);
    await until(
      () => framesIn(watcher, 1_500),
      (more) => more === 0,
      10_000,
    );

    await done(group, lead, { type: 'break.end' });
    const back = await client(ann, await tokenOf(ann));
    await back.sendVideo();
    await seesFrames(watcher, 5);
  }, 60_000);
});
