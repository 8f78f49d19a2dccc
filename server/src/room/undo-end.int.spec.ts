import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { lostAfterMs, readAttendance, takeToken, undoEndSeconds } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { Clock } from '../common/clock.js';
import { createServer } from '../server.js';
import { startApp, type TestApp } from '../testing/app.js';
import { until } from '../testing/until.js';
import { RoomKeeper } from './room.keeper.js';
import { readEvents } from './room.log.js';
import { RoomService } from './room.service.js';
import { RoomStore } from './room.store.js';
import { arrive, ask, begin, done, makeGroup, makePeople, viewOf, type Group, type Member, type People } from './testing/group.js';

let app: TestApp;
let people: People;
let group: Group;

beforeAll(async () => {
  app = await startApp();
  people = await makePeople(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  group = await makeGroup(app, people);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const rows = (sql: string): Promise<Record<string, unknown>[]> => app.database.query(sql, [group.session.id]);
const closedAt = async () => (await rows('SELECT closed_at FROM media_room WHERE session_id = $1'))[0]?.['closed_at'];
const events = async () => (await readEvents(app.database, group.session.id, 0)).map(({ type }) => type);

/** From now on it is that much later for the server. */
function later(seconds: number): void {
  const now = Date.now() + seconds * 1_000;
  jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => new Date(now));
}

async function addBreak(): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO session_block (id, session_id, position, kind, minutes, treatment) VALUES ($1, $2, 2, 'break', 15, false)`,
    [id, group.session.id],
  );
  return id;
}

describe('an end that is taken back', () => {
  it('leaves the session as if it had gone on: no end, the part and its break open again, everyone at their place', async () => {
    const breakId = await addBreak();
    await begin(group);
    await done(group, group.lead, { type: 'goToBlock', blockId: breakId });
    const blocks = `SELECT block_id, from_at, to_at FROM actual_block WHERE session_id = $1 ORDER BY from_at`;
    const pauses = `SELECT kind, from_at, to_at FROM activity WHERE session_id = $1`;
    const session = `SELECT started_at, ended_at, ending, end_confirmed FROM session WHERE id = $1`;
    const before = [await rows(blocks), await rows(pauses), await rows(session)];
    await done(group, group.lead, { type: 'end' });
    expect(await rows(session)).toEqual([expect.objectContaining({ ended_at: expect.any(Date), ending: 'lead' })]);
    expect(await closedAt()).toBeNull();
    await done(group, group.coLead, { type: 'undoEnd' });
    expect([await rows(blocks), await rows(pauses), await rows(session)]).toEqual(before);
    const { people: seen } = await viewOf(group, group.lead);
    expect([group.lead, group.ann, group.ben].map(({ seatId }) => seen[seatId]?.place)).toEqual(['main', 'main', 'waiting']);
  });

  it('gives people the time to find the way back before they are lost', async () => {
    await begin(group);
    await done(group, group.lead, { type: 'end' });
    const now = Date.now();
    const clock = jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => new Date(now + 30_000));
    await done(group, group.lead, { type: 'undoEnd' });
    await arrive(group, group.lead);
    const isAwaited = async () => (await app.nest.get(RoomStore).read(group.session.id)).standings[group.ann.seatId]?.awaited;
    app.nest.get(RoomKeeper).look();
    await arrive(group, group.ben);
    expect(await isAwaited()).toBe(true);
    clock.mockImplementation(() => new Date(now + 30_000 + lostAfterMs));
    await until(isAwaited, (awaited) => awaited === undefined);
    expect(await events()).toContain('seat.lost');
  });

  it('lets nobody in while it stands, and people by the same key as before once it does not', async () => {
    await begin(group);
    const rooms = app.nest.get(RoomService);
    const [room] = await rows('SELECT name FROM media_room WHERE session_id = $1');
    const identity = (await viewOf(group, group.ann)).me.identity ?? '';
    const token = () => group.ann.agent.ask(takeToken, { params: { sessionId: group.session.id }, body: { device: group.ann.device } });
    await done(group, group.lead, { type: 'end' });
    expect(await rooms.admits(String(room?.['name']), identity)).toBeNull();
    expect(await token()).toMatchObject({ status: 409, body: { code: 'room.ended' } });
    await done(group, group.lead, { type: 'undoEnd' });
    expect(await rooms.admits(String(room?.['name']), identity)).toMatchObject({ seatId: group.ann.seatId });
    await arrive(group, group.ann);
    expect((await viewOf(group, group.lead)).people[group.ann.seatId]).toMatchObject({ place: 'main', online: true });
  });

  it('counts the time of the people who were not there meanwhile as away', async () => {
    await begin(group);
    const identity = (await viewOf(group, group.ann)).me.identity ?? '';
    const connect = (from: string, to: string) =>
      app.database.query(
        `INSERT INTO connection (sid, session_id, seat_id, person_id, identity, place, from_at, to_at, last_seen, from_source, to_source)
         VALUES ($1, $2, $3, $4, $5, 'main', now() - $6::interval, now() - $7::interval, now() - $7::interval, 'webhook', 'server')`,
        [randomUUID(), group.session.id, group.ann.seatId, group.ann.person.id, identity, from, to],
      );
    await app.database.query(`UPDATE session SET started_at = now() - interval '10 minutes' WHERE id = $1`, [group.session.id]);
    await done(group, group.lead, { type: 'end' });
    await done(group, group.lead, { type: 'undoEnd' });
    await connect('10 minutes', '6 minutes');
    await connect('5 minutes', '1 minute');
    const report = await group.lead.agent.call(readAttendance, { params: { sessionId: group.session.id } });
    expect(report.endedAt).toBeNull();
    expect(report.people.find(({ personId }) => personId === group.ann.person.id)?.presentSeconds).toBe(480);
  });

  it('is refused to everyone who is not staff, and after a minute to all', async () => {
    await begin(group);
    await done(group, group.lead, { type: 'end' });
    for (const member of [group.ann, group.ben]) {
      expect(await ask(group, member, { type: 'undoEnd' })).toMatchObject({ status: 403, body: { code: 'room.notAllowed' } });
    }
    later(undoEndSeconds + 1);
    expect(await ask(group, group.lead, { type: 'undoEnd' })).toMatchObject({ status: 409, body: { code: 'room.undoOver' } });
  });
});

describe('an end that nobody takes back', () => {
  it('is closed for good after a minute', async () => {
    await begin(group);
    await done(group, group.lead, { type: 'end' });
    expect(await closedAt()).toBeNull();
    later(undoEndSeconds + 1);
    await until(closedAt, (at) => at !== null);
    expect((await events()).slice(-2)).toEqual(['session.ended', 'session.closed']);
  });

  it('is closed also by a server that was away meanwhile, and can be taken back by one that comes up in time', async () => {
    const again: Group = await makeGroup(app, people);
    for (const each of [group, again]) {
      await begin(each);
      await done(each, each.lead, { type: 'end' });
    }
    const fresh = await createServer(app.config);
    try {
      const now = Date.now() + (undoEndSeconds + 1) * 1_000;
      await done(again, again.lead, { type: 'undoEnd' });
      await app.nest.get(RoomStore).forget(group.session.id);
      jest.spyOn(fresh.get(Clock), 'now').mockImplementation(() => new Date(now));
      await fresh.init();
      await until(closedAt, (at) => at !== null);
      expect((await fresh.get(RoomStore).read(again.session.id)).endedAt).toBeNull();
    } finally {
      await fresh.close();
    }
  });
});

describe('what people leave with staff', () => {
  const seatOf = (member: Member) => member.seatId;

  it('is written to the log by id only, with the words beside it', async () => {
    await begin(group);
    const textId = randomUUID();
    await done(group, group.ben, { type: 'message.say', threadId: seatOf(group.ben), textId, body: 'I am on the train' });
    const log = JSON.stringify(await readEvents(app.database, group.session.id, 0));
    expect(log).toContain(textId);
    expect(log).not.toContain('train');
    expect((await viewOf(group, group.lead)).threads[seatOf(group.ben)]?.[textId]).toMatchObject({
      body: 'I am on the train',
      name: 'Ben',
    });
    expect((await viewOf(group, group.ann)).threads).toEqual({});
    await app.nest.get(RoomStore).forget(group.session.id);
    expect((await viewOf(group, group.ben)).threads[seatOf(group.ben)]?.[textId]).toMatchObject({ body: 'I am on the train' });
  });
});
