import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { until } from '../testing/until.js';
import { RoomStore } from './room.store.js';
import { arrive, begin, done, makeGroup, makePeople, viewOf, type Group, type Member, type People } from './testing/group.js';
import { Page } from './testing/page.js';

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

async function open(cookie: string): Promise<Page> {
  const page = new Page(app, cookie);
  pages.push(page);
  await page.opened();
  return page;
}

async function watching(member: Member): Promise<Page> {
  const page = await open(member.agent.cookie);
  expect(await page.watch(group, member)).toMatchObject({ ok: true, n: 0 });
  return page;
}

const say = (body: string) => ({ type: 'chat.say' as const, textId: randomUUID(), body });
const seesLine = (body: string) => (page: Page) => Object.values(page.view?.chat.lines ?? {}).some((line) => line.body === body);

describe('a page that watches a room', () => {
  it('is sent the differences of its own view, counted without a gap, and ends at the same view', async () => {
    await begin(group);
    const page = await watching(group.ann);
    await done(group, group.lead, say('Welcome'));
    await done(group, group.lead, { type: 'admitAll' });
    await done(group, group.ben, say('Hi'));
    await until(() => page, seesLine('Hi'));
    expect(page.patches.map(({ n }) => n)).toEqual(page.patches.map((_, index) => index + 1));
    expect(page.view).toEqual(await viewOf(group, group.ann));
  });

  it('is sent a whole view when it asks again, as after a gap, and its count begins anew', async () => {
    await begin(group);
    const page = await watching(group.ann);
    await done(group, group.lead, say('One'));
    await until(() => page, seesLine('One'));
    page.view = undefined;
    expect(await page.watch(group, group.ann)).toMatchObject({ ok: true, n: 0 });
    await done(group, group.lead, say('Two'));
    await until(() => page, seesLine('Two'));
    expect(page.patches.map(({ n }) => n)).toEqual([1, 1]);
    expect(page.view).toEqual(await viewOf(group, group.ann));
  });

  it('of who waits hears nothing of the room, and then all of it at once', async () => {
    await begin(group);
    const page = await watching(group.ben);
    await done(group, group.lead, say('Between us'));
    await done(group, group.lead, { type: 'putBack', seatId: group.ann.seatId });
    await done(group, group.lead, { type: 'admit', seatId: group.ben.seatId });
    await until(
      () => page.view?.me.place,
      (place) => place === 'main',
    );
    expect(page.patches).toHaveLength(1);
    expect(page.received).not.toContain('Between us');
  });

  it('never receives another person’s surname, mail, person or device', async () => {
    await begin(group);
    const page = await watching(group.ann);
    await done(group, group.lead, { type: 'admitAll' });
    await done(group, group.ben, say('Hi'));
    await done(group, group.lead, { type: 'remove', seatId: group.ben.seatId, mayReturn: false });
    await until(
      () => page.view?.people,
      (seen) => seen !== undefined && !(group.ben.seatId in seen) && seesLine('Hi')(page),
    );
    for (const { person, device } of [group.lead, group.coLead, group.ben]) {
      for (const secret of [person.familyName, person.givenName, person.email, person.id, device])
        expect(page.received).not.toContain(secret);
    }
    expect(page.received).toContain('Ben');
    expect(page.received).not.toContain('removed');
  });

  it('hears what the schedule changed and what another instance wrote', async () => {
    await begin(group);
    const page = await watching(group.lead);
    await app.database.query(`UPDATE session SET title = 'Evening group' WHERE id = $1`, [group.session.id]);
    await until(
      () => page.view?.title,
      (title) => title === 'Evening group',
    );
    const seq = (await app.nest.get(RoomStore).read(group.session.id)).seq + 1;
    await app.database.query(
      `INSERT INTO room_event (session_id, seq, at, type, v, payload) VALUES ($1, $2, now(), 'seat.admitted', 1, $3)`,
      [group.session.id, seq, { seatId: group.ben.seatId }],
    );
    await app.database.query(`SELECT pg_notify('room_changed', $1)`, [`${group.session.id} ${seq}`]);
    await until(
      () => page.view?.people[group.ben.seatId]?.place,
      (place) => place === 'main',
    );
  });

  it('is dropped with its seat', async () => {
    await begin(group);
    const page = await watching(group.ann);
    await app.database.query(`UPDATE seat SET ended_at = now(), ended_reason = 'Moved' WHERE id = $1`, [group.ann.seatId]);
    await until(
      () => page.view?.me.place,
      (place) => place === 'left',
    );
    const heard = page.patches.length;
    const other = await watching(group.lead);
    await done(group, group.lead, say('Without Ann'));
    await until(() => other, seesLine('Without Ann'));
    expect(page.patches).toHaveLength(heard);
    expect(await page.watch(group, group.ann)).toMatchObject({ ok: false, error: { code: 'row.notFound' } });
  });

  it('stops when it says so', async () => {
    await begin(group);
    const page = await watching(group.ann);
    expect(await page.ask('room.unwatch', { sessionId: group.session.id })).toEqual({ ok: true });
    const other = await watching(group.lead);
    await done(group, group.lead, say('Not for Ann'));
    await until(() => other, seesLine('Not for Ann'));
    expect(page.patches).toEqual([]);
  });
});

describe('a sign of life', () => {
  it('finds a person who was lost, and only from the device that holds the seat', async () => {
    await begin(group);
    const lead = await watching(group.lead);
    const page = await watching(group.ann);
    const elsewhere = { ...group.ann, device: randomUUID() };
    const copy = await open(group.ann.agent.cookie);
    await copy.watch(group, elsewhere);
    const store = app.nest.get(RoomStore);
    const seq = (await store.read(group.session.id)).seq + 1;
    await app.database.query(`INSERT INTO room_event (session_id, seq, at, type, v, payload) VALUES ($1, $2, now(), 'seat.lost', 1, $3)`, [
      group.session.id,
      seq,
      { seatId: group.ann.seatId, since: new Date().toISOString() },
    ]);
    store.refresh(group.session.id);
    await until(
      () => lead.view?.people[group.ann.seatId]?.online,
      (online) => online === false,
    );
    copy.beat(group, elsewhere);
    expect(await copy.ask('room.unwatch', { sessionId: group.session.id })).toEqual({ ok: true });
    expect((await viewOf(group, group.lead)).people[group.ann.seatId]?.online).toBe(false);
    page.beat(group, group.ann);
    await until(
      () => lead.view?.people[group.ann.seatId]?.online,
      (online) => online === true,
    );
  });

  it('that stops coming shows the person as lost, and the place is kept', async () => {
    await begin(group);
    const lead = await watching(group.lead);
    await watching(group.ann);
    await arrive(group, group.coLead);
    const beats = setInterval(() => lead.beat(group, group.lead), 1_000);
    const lost = await until(
      () => lead.view?.people[group.ann.seatId],
      (ann) => ann?.online === false,
      25_000,
    );
    clearInterval(beats);
    expect(lost?.place).toBe('main');
    expect(lead.view?.people[group.lead.seatId]?.online).toBe(true);
  });
});
