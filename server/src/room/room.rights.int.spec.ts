import { TrackSource } from '@livekit/rtc-node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { takeToken } from '@rejoin/shared';
import { startApp, type TestApp } from '../testing/app.js';
import { withCookie } from '../testing/cookie-proxy.js';
import { endMedia, MediaClient } from '../testing/media-client.js';
import { sfuKey, sfuSecret, startSfu, type RealSfu } from '../testing/real-sfu.js';
import { until } from '../testing/until.js';
import { ask, begin, done, makeGroup, makePeople, type Group, type Member, type People } from './testing/group.js';

const [camera, screen] = [TrackSource.SOURCE_CAMERA, TrackSource.SOURCE_SCREENSHARE];

let app: TestApp, sfu: RealSfu, people: People, group: Group;
let lead: MediaClient, ann: MediaClient;
let open: { close(): void | Promise<void> }[] = [];

beforeAll(async () => {
  sfu = await startSfu('http://127.0.0.1:1/nobody-listens');
  app = await startApp({ LIVEKIT_URL: sfu.url, LIVEKIT_API_KEY: sfuKey, LIVEKIT_API_SECRET: sfuSecret });
  people = await makePeople(app);
}, 60_000);
afterAll(async () => {
  await endMedia();
  await app.close();
  await sfu.close();
});

const keyOf = async ({ agent, device }: Member) =>
  (await agent.call(takeToken, { params: { sessionId: group.session.id }, body: { device } })).token;

async function connected(member: Member, key?: string): Promise<MediaClient> {
  const proxy = await withCookie(app.url, member.agent.cookie);
  const made = new MediaClient();
  open.unshift(made, proxy);
  await made.connect(proxy.url, key ?? (await keyOf(member)));
  return made;
}

beforeEach(async () => {
  group = await makeGroup(app, people);
  await begin(group);
  [lead, ann] = [await connected(group.lead), await connected(group.ann)];
}, 30_000);
afterEach(async () => {
  for (const one of open) await one.close();
  open = [];
});

const seenByLead = (wanted: readonly TrackSource[]) =>
  until(
    () => JSON.stringify(lead.sent),
    (sent) => sent === JSON.stringify(wanted),
  );
const tries = (client: MediaClient) => void client.sendScreen().catch(() => undefined);

/** The SFU answers in turn: when the camera is there, the screen that was tried before it was refused. */
async function expectRefused(client: MediaClient): Promise<void> {
  tries(client);
  await client.sendVideo();
  await seenByLead([camera]);
}

it('takes no screen from a person who may not show one', async () => {
  await expectRefused(ann);
});

it('takes a screen only between its begin and its end, and no key of that time brings it back', async () => {
  const seatId = group.ann.seatId;
  await done(group, group.lead, { type: 'share.allow', seatId });
  await done(group, group.ann, { type: 'share.start' });
  const before = ann.token;
  await until(
    () => ann.token,
    (token) => token !== before,
  );
  const keyWithScreen = ann.token;
  tries(ann);
  await seenByLead([screen]);
  await done(group, group.lead, { type: 'share.disallow', seatId });
  await seenByLead([]);
  await ann.close();
  await expectRefused(await connected(group.ann, keyWithScreen));
}, 30_000);

it('takes one screen at a time: that of staff, who take over from a person', async () => {
  await done(group, group.lead, { type: 'share.allow', seatId: group.ann.seatId });
  await done(group, group.ann, { type: 'share.start' });
  tries(ann);
  await seenByLead([screen]);
  await done(group, group.lead, { type: 'share.start' });
  await seenByLead([]);
  expect((await ask(group, group.ann, { type: 'share.start' })).body).toMatchObject({ code: 'share.taken' });
}, 30_000);
