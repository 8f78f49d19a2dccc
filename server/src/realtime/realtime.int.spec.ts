import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { makeGroup, makePeople, type Group, type People } from '../room/testing/group.js';
import { Page } from '../room/testing/page.js';
import { startApp, type TestApp } from '../testing/app.js';
import { linkFor, signIn } from '../testing/factories.js';
import { until } from '../testing/until.js';

let app: TestApp;
let people: People;
let group: Group;
let pages: Page[] = [];

beforeAll(async () => {
  app = await startApp();
  people = await makePeople(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  group = await makeGroup(app, people);
});
afterEach(() => {
  for (const { socket } of pages) socket.disconnect();
  pages = [];
});

async function open(cookie: string, headers?: Record<string, string>): Promise<Page> {
  const page = new Page(app, cookie, headers);
  pages.push(page);
  await page.opened();
  return page;
}

describe('a message', () => {
  it.each([
    ['room.watch', undefined],
    ['room.watch', null],
    ['room.watch', 'x'],
    ['room.watch', { sessionId: 'none', device: 5 }],
    ['room.watch', { sessionId: randomUUID(), device: randomUUID(), more: true }],
    ['room.unwatch', {}],
    ['beat', { sessionId: randomUUID() }],
  ])('%s that cannot be read is answered by name: %j', async (name, message) => {
    const page = await open(group.ann.agent.cookie);
    const reply = await page.ask(name, message);
    expect(reply).toMatchObject({ ok: false, error: { code: 'input.invalid', fields: expect.any(Object) } });
    expect(page.socket.connected).toBe(true);
  });

  it.each(['room.open', '__proto__', 'constructor'])('%s is none of ours and is answered so', async (name) => {
    const page = await open(group.ann.agent.cookie);
    expect(await page.ask(name, {})).toMatchObject({ ok: false, error: { code: 'input.malformed' } });
  });

  it('about a session of others is answered like one that does not exist', async () => {
    const page = await open(group.outsider.cookie);
    const refused = await page.watch(group, group.ann);
    expect(refused).toMatchObject({ ok: false, error: { code: 'row.notFound' } });
    expect(await page.ask('room.watch', { sessionId: randomUUID(), device: randomUUID() })).toEqual(refused);
  });

  it('too many are answered so, and the socket stays', async () => {
    const page = await open(group.ann.agent.cookie);
    const replies = await Promise.all(Array.from({ length: 60 }, () => page.ask('room.unwatch', { sessionId: randomUUID() })));
    expect(replies).toContainEqual(expect.objectContaining({ error: expect.objectContaining({ code: 'auth.tooMany' }) }));
    expect(page.socket.connected).toBe(true);
  });

  it('too large ends the socket', async () => {
    const page = await open(group.ann.agent.cookie);
    page.socket.emit('beat', 'x'.repeat(20_000));
    await until(
      () => page.closed,
      (closed) => closed !== undefined,
    );
  });
});

describe('a socket', () => {
  it('opens for nobody who is not signed in, and for no other site', async () => {
    const stranger = new Page(app, '');
    const foreign = new Page(app, group.ann.agent.cookie, { origin: 'https://elsewhere.example' });
    pages.push(stranger, foreign);
    expect(await stranger.opened()).toMatchObject({ code: 'auth.signedOut' });
    expect(await foreign.opened()).toMatchObject({ code: 'auth.origin' });
  });

  it('closes with the sign-in, and with a sign-out everywhere', async () => {
    const [here, there] = [await signIn(app, group.ann.person), await signIn(app, group.ann.person)];
    const [first, second] = [await open(here.cookie), await open(there.cookie)];
    const origin = { origin: app.config.PUBLIC_URL };
    expect(await here.send('POST', '/api/auth/sign-out', {}, origin)).toMatchObject({ status: 200 });
    await until(
      () => first.closed,
      (closed) => closed !== undefined,
    );
    expect(first.heard).toContainEqual({ name: 'signed.out', message: {} });
    expect(second.socket.connected).toBe(true);
    expect(await there.send('POST', '/api/me/sign-out-everywhere', undefined, origin)).toMatchObject({ status: 200 });
    await until(
      () => second.closed,
      (closed) => closed !== undefined,
    );
    group.ann.agent = await signIn(app, group.ann.person);
    people.ann.agent = group.ann.agent;
  });

  it('closes when a link is revoked, and when a role changes', async () => {
    const link = await linkFor(app, group.ben.person);
    const byLink = await open(link.cookie);
    await app.database.query('UPDATE link_session SET revoked_at = now() WHERE person_id = $1', [group.ben.person.id]);
    await until(
      () => byLink.closed,
      (closed) => closed !== undefined,
    );
    const other = await open(group.coLead.agent.cookie);
    await app.database.query('UPDATE role_assignment SET to_at = NULL WHERE person_id = $1', [group.coLead.person.id]);
    await until(
      () => other.closed,
      (closed) => closed !== undefined,
    );
    expect(other.heard).toEqual([]);
  });
});
