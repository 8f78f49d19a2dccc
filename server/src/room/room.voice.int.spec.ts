import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { takeToken } from '@rejoin/shared';
import { startApp, type TestApp } from '../testing/app.js';
import { withCookie } from '../testing/cookie-proxy.js';
import { endMedia } from '../testing/media-client.js';
import { relayNews, sfuKey, sfuSecret, startSfu, type RealSfu } from '../testing/real-sfu.js';
import { SoundClient } from '../testing/sound-client.js';
import { until } from '../testing/until.js';
import { arrive, done, makeGroup, makePeople, type Group, type Member } from './testing/group.js';

let app: TestApp, sfu: RealSfu;
let relay: Awaited<ReturnType<typeof relayNews>>;
let group: Group;
const open: { close(): void | Promise<void> }[] = [];

beforeAll(async () => {
  relay = await relayNews();
  sfu = await startSfu(relay.url);
  app = await startApp({ LIVEKIT_URL: sfu.url, LIVEKIT_API_KEY: sfuKey, LIVEKIT_API_SECRET: sfuSecret, DEMO: true });
  relay.target = `${app.url}/api/livekit/webhook`;
  group = await makeGroup(app, await makePeople(app));
  for (const member of [group.lead, group.ann, group.ben]) await arrive(group, member);
  await done(group, group.lead, { type: 'admitAll' });
  await done(group, group.lead, { type: 'start' });
}, 60_000);
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(async () => {
  await endMedia();
  await app.close();
  await sfu.close();
  relay.close();
});

async function inMedia({ agent, device }: Member): Promise<SoundClient> {
  const proxy = await withCookie(app.url, agent.cookie);
  const client = new SoundClient();
  open.unshift(proxy);
  open.unshift(client);
  const { token } = await agent.call(takeToken, { params: { sessionId: group.session.id }, body: { device } });
  await client.connect(proxy.url, token);
  return client;
}

/** Hears something more from now on. */
async function hears(client: SoundClient): Promise<void> {
  const before = client.heard;
  await until(
    () => client.heard,
    (heard) => heard > before + 20,
  );
}

/** Nothing comes for a while. */
async function fallsSilent(client: SoundClient): Promise<void> {
  await until(
    async () => {
      const before = client.heard;
      await new Promise((resolve) => setTimeout(resolve, 600));
      return client.heard - before;
    },
    (more) => more === 0,
  );
}

describe('one voice at a time', () => {
  it('takes the sound of everyone else at the SFU, also of a page that turns its microphone on again, and gives nobody theirs', async () => {
    const [lead, ann] = [await inMedia(group.lead), await inMedia(group.ann)];
    await ann.sound();
    await hears(lead);
    await done(group, group.lead, { type: 'voice.one', on: true });
    await until(
      () => ann.muted,
      (muted) => muted,
    );
    await fallsSilent(lead);
    await ann.soundAgain();
    await until(
      () => ann.muted,
      (muted) => muted,
    );
    await fallsSilent(lead);

    await done(group, group.ann, { type: 'hand.raise' });
    await done(group, group.lead, { type: 'hand.call', seatId: group.ann.seatId });
    expect(ann.muted).toBe(true);
    await ann.soundAgain();
    await hears(lead);

    await done(group, group.ann, { type: 'hand.lower', seatId: group.ann.seatId });
    await fallsSilent(lead);
    await done(group, group.lead, { type: 'voice.one', on: false });
    expect(ann.muted).toBe(true);
    await ann.soundAgain();
    await hears(lead);
  }, 60_000);

  it('leaves staff their voice', async () => {
    const [lead, ann] = [await inMedia(group.lead), await inMedia(group.ann)];
    await lead.sound();
    await done(group, group.lead, { type: 'voice.one', on: true });
    await hears(ann);
    await done(group, group.lead, { type: 'voice.one', on: false });
  }, 30_000);
});
