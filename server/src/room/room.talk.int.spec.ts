import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Clock } from '../common/clock.js';
import { startApp, type TestApp } from '../testing/app.js';
import { until } from '../testing/until.js';
import { RoomTalk } from './room.talk.js';
import { begin, done, makeGroup, makePeople, viewOf, type Group, type Member } from './testing/group.js';
import { Page } from './testing/page.js';

let app: TestApp;
let group: Group;
const pages: Page[] = [];

beforeAll(async () => {
  app = await startApp();
  group = await makeGroup(app, await makePeople(app));
  await begin(group);
});
afterEach(() => {
  jest.restoreAllMocks();
  for (const { socket } of pages.splice(0)) socket.disconnect();
});
afterAll(() => app.close());

async function watching(member: Member): Promise<Page> {
  const page = new Page(app, member.agent.cookie);
  pages.push(page);
  await page.opened();
  await page.watch(group, member);
  return page;
}

const news = (page: Page) => page.heard.filter(({ name }) => name === 'room.talked').map(({ message }) => message);

const kept = async (seatId: string): Promise<number> => {
  const rows: { seconds: number }[] = await app.database.query(`SELECT seconds FROM session_talk WHERE seat_id = $1`, [seatId]);
  return rows[0]?.seconds ?? 0;
};

/** Beats until the server took one of them for speech. */
async function speak(page: Page, member: Member): Promise<void> {
  const before = await kept(member.seatId);
  await until(
    async () => {
      page.beat(group, member, { spoke: true });
      await app.nest.get(RoomTalk).turn();
      return kept(member.seatId);
    },
    (seconds) => seconds > before,
  );
}

describe('the seconds that people were heard', () => {
  it('reach staff who watch, and no patient', async () => {
    const [lead, ann, ben] = [await watching(group.lead), await watching(group.ann), await watching(group.ben)];
    await speak(ann, group.ann);
    await until(
      () => news(lead),
      (all) => all.length > 0,
    );
    expect(news(lead).at(-1)).toEqual({ sessionId: group.session.id, seconds: { [group.ann.seatId]: await kept(group.ann.seatId) } });
    await done(group, group.ann, { type: 'chat.say', textId: randomUUID(), body: 'Last word' });
    await until(
      () => ann.received,
      (words) => words.includes('Last word'),
    );
    for (const page of [ann, ben]) {
      expect(page.heard.map(({ name }) => name)).not.toContain('room.talked');
      expect(page.received).not.toContain('seconds');
    }
    expect(JSON.stringify(await viewOf(group, group.lead))).not.toContain('seconds');
  });

  it('are there at once for staff who come later', async () => {
    const later = await watching(group.coLead);
    const so = await until(
      () => news(later),
      (all) => all.length > 0,
    );
    expect(so[0]).toMatchObject({ seconds: { [group.ann.seatId]: await kept(group.ann.seatId) } });
  });

  it('grow no faster than beats may come, and only for who is in the room', async () => {
    const [ann, ben] = [await watching(group.ann), await watching(group.ben)];
    await speak(ann, group.ann);
    const so = await kept(group.ann.seatId);
    for (let n = 0; n < 20; n += 1) {
      ann.beat(group, group.ann, { spoke: true });
      ben.beat(group, group.ben, { spoke: true });
    }
    await ann.ask('room.unwatch', { sessionId: group.session.id });
    await ben.ask('room.unwatch', { sessionId: group.session.id });
    await app.nest.get(RoomTalk).turn();
    expect((await kept(group.ann.seatId)) - so).toBeLessThanOrEqual(2);
    expect(await kept(group.ben.seatId)).toBe(0);
  });

  it('are kept until they are written: through a database that does not answer, and when the server stops', async () => {
    const ann = await watching(group.ann);
    const so = await kept(group.ann.seatId);
    const talk = app.nest.get(RoomTalk);
    const watched = { ...group.ann, sessionId: group.session.id };
    const database = jest.spyOn(app.database, 'query').mockRejectedValue(new Error('no database'));
    const now = jest.spyOn(app.nest.get(Clock), 'now');
    for (const seconds of [10, 20]) {
      now.mockReturnValue(new Date(Date.now() + seconds * 1_000));
      talk.heard(watched);
      await expect(talk.turn()).rejects.toThrow('no database');
    }
    database.mockRestore();
    ann.socket.disconnect();
    await talk.beforeApplicationShutdown();
    expect((await kept(group.ann.seatId)) - so).toBe(4);
    await talk.turn();
    expect((await kept(group.ann.seatId)) - so).toBe(4);
  });

  it('put those who have said least first in a round', async () => {
    const { lead, ann, ben } = group;
    await done(group, lead, { type: 'admit', seatId: ben.seatId });
    await done(group, lead, { type: 'round.prepare', kind: 'checkIn', by: 'leastHeard' });
    const { round } = (await viewOf(group, lead)).talk;
    expect(round?.order).toEqual({ [ben.seatId]: { place: 1 }, [ann.seatId]: { place: 2 } });
    expect((await viewOf(group, ann)).talk).not.toHaveProperty('round');
  });
});
