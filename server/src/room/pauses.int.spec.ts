import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readAttendance, takeToken, type RoomCommand } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { Clock } from '../common/clock.js';
import { startApp, type TestApp } from '../testing/app.js';
import { FakeSfu } from '../testing/sfu.js';
import { until } from '../testing/until.js';
import { RoomCommands } from './room.commands.js';
import { RoomKeeper } from './room.keeper.js';
import { ask, begin, done, makeGroup, makePeople, viewOf, type Group, type Member, type People } from './testing/group.js';

let app: TestApp;
let sfu: FakeSfu;
let people: People;
let group: Group;
let start = 0;

beforeAll(async () => {
  sfu = await new FakeSfu().start();
  app = await startApp({ LIVEKIT_URL: sfu.url });
  people = await makePeople(app);
});
afterAll(async () => {
  await app.close();
  sfu.stop();
});
beforeEach(async () => {
  group = await makeGroup(app, people);
  start = Date.now();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const iso = (minute: number) => new Date(start + minute * 60_000).toISOString();

/** From now on it is that minute for the server. */
function at(minute: number): void {
  jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => new Date(start + minute * 60_000));
}

async function asked(minute: number, who: Member, command: RoomCommand): Promise<void> {
  at(minute);
  await done(group, who, command);
}

const note = (command: Parameters<RoomCommands['note']>[1]) => app.nest.get(RoomCommands).note(group.session.id, command);

interface Span {
  kind: string;
  person_id: string | null;
  from_at: Date;
  to_at: Date | null;
}

/** Breaks and minutes, in minutes since the start. */
async function spans(who?: Member) {
  const found: Span[] = await app.database.query(`SELECT * FROM activity WHERE session_id = $1 ORDER BY from_at, to_at`, [
    group.session.id,
  ]);
  const minute = (date: Date) => Math.round((date.getTime() - start) / 600) / 100;
  return found
    .filter(({ person_id }) => person_id === (who?.person.id ?? null))
    .map(({ kind, from_at, to_at }) => [kind, minute(from_at), to_at && minute(to_at)]);
}

const minutesOf = (seconds: number | undefined) => Math.round((seconds ?? 0) / 60);

async function reportOf(who: Member) {
  const report = await group.lead.agent.call(readAttendance, { params: { sessionId: group.session.id } });
  const found = report.people.find(({ personId }) => personId === who.person.id);
  return { present: minutesOf(found?.presentSeconds), counted: minutesOf(found?.countedSeconds), activities: found?.activities };
}

async function connect(who: Member, from: number, to: number): Promise<void> {
  await app.database.query(
    `INSERT INTO connection (sid, session_id, seat_id, person_id, identity, place, from_at, to_at, last_seen, from_source, to_source)
     VALUES ($1, $2, $3, $4, $1, 'main', $5, $6::timestamptz, $6::timestamptz, 'webhook', 'webhook')`,
    [randomUUID(), group.session.id, who.seatId, who.person.id, iso(from), iso(to)],
  );
}

async function addBlocks(...kinds: string[]): Promise<string[]> {
  const ids = kinds.map(() => randomUUID());
  for (const [index, kind] of kinds.entries()) {
    await app.database.query(
      `INSERT INTO session_block (id, session_id, position, kind, minutes, treatment) VALUES ($1, $2, $3, $4, 10, false)`,
      [ids[index], group.session.id, 10 + index, kind],
    );
  }
  return ids;
}

async function canPublish(who: Member): Promise<unknown> {
  const { token } = await who.agent.call(takeToken, { params: { sessionId: group.session.id }, body: { device: who.device } });
  const claims: { video: { canPublish: boolean } } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return claims.video.canPublish;
}

describe('a break', () => {
  it('is apart in the attendance, grows, and is over at its time although the server looked later', async () => {
    await begin(group);
    await asked(10, group.lead, { type: 'break.begin', minutes: 5 });
    await asked(12, group.lead, { type: 'break.extend', minutes: 5 });
    expect(await spans()).toEqual([['break', 10, null]]);
    at(22);
    app.nest.get(RoomKeeper).look();
    await until(
      () => spans(),
      ([found]) => found?.[2] !== null,
    );
    expect(await spans()).toEqual([['break', 10, 20]]);
    expect((await viewOf(group, group.ann)).break).toMatchObject({ over: true, resting: true });
  });

  it('of the agenda lasts until the next part begins, which staff begin by ending it', async () => {
    const [pause, after] = await addBlocks('break', 'skills');
    await begin(group);
    await asked(10, group.lead, { type: 'goToBlock', blockId: pause ?? '' });
    at(24);
    app.nest.get(RoomKeeper).look();
    await until(
      () => viewOf(group, group.ann),
      (view) => view.break?.over === true,
    );
    expect(await spans()).toEqual([['break', 10, null]]);
    await asked(25, group.lead, { type: 'break.end' });
    expect(await spans()).toEqual([['break', 10, 25]]);
    expect((await viewOf(group, group.ann)).agenda.current?.blockId).toBe(after);
  });

  it('gives no key that sends anything, except to staff who came back early', async () => {
    await begin(group);
    await asked(10, group.lead, { type: 'break.begin', minutes: 5 });
    expect([await canPublish(group.ann), await canPublish(group.lead)]).toEqual([false, false]);
    await asked(11, group.lead, { type: 'break.return' });
    expect([await canPublish(group.ann), await canPublish(group.lead)]).toEqual([false, true]);
    expect(await ask(group, group.ann, { type: 'break.return' })).toMatchObject({ status: 409, body: { code: 'room.breakRuns' } });
    await asked(13, group.lead, { type: 'break.end' });
    expect(await canPublish(group.ann)).toBe(true);
  });

  it('that the end closed goes on where the end is taken back', async () => {
    await begin(group);
    await asked(10, group.lead, { type: 'break.begin', minutes: 15 });
    await asked(12, group.lead, { type: 'end' });
    expect(await spans()).toEqual([['break', 10, 12]]);
    await asked(12.5, group.lead, { type: 'undoEnd' });
    expect(await spans()).toEqual([['break', 10, null]]);
  });
});

describe('a minute for oneself', () => {
  it('is time of that person alone, and the minutes that count are without it and without breaks', async () => {
    await begin(group);
    await asked(10, group.ann, { type: 'minute.take' });
    await asked(14, group.ann, { type: 'minute.back' });
    await asked(20, group.lead, { type: 'break.begin', minutes: 10 });
    await asked(30, group.lead, { type: 'break.end' });
    await asked(60, group.lead, { type: 'end' });
    await app.database.query(`UPDATE session SET started_at = $2 WHERE id = $1`, [group.session.id, iso(0)]);
    for (const who of [group.lead, group.ann]) await connect(who, 0, 60);
    expect(await reportOf(group.ann)).toMatchObject({ present: 60, counted: 46 });
    expect(await reportOf(group.lead)).toMatchObject({ present: 60, counted: 50 });
    expect((await reportOf(group.ann)).activities?.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['steppedOut', iso(10), iso(14)],
      ['break', iso(20), iso(30)],
    ]);
  });

  it('ends with the last sign of life of a connection that is lost, and goes on when the person is back', async () => {
    await begin(group);
    await asked(10, group.ann, { type: 'minute.take' });
    at(13);
    await note({ type: 'lose', seatId: group.ann.seatId, at: iso(12) });
    expect(await spans(group.ann)).toEqual([['steppedOut', 10, 12]]);
    at(15);
    await note({ type: 'find', seatId: group.ann.seatId });
    expect((await viewOf(group, group.ann)).me.minute?.since).toBe(iso(10));
    await asked(17, group.ann, { type: 'minute.back' });
    expect(await spans(group.ann)).toEqual([
      ['steppedOut', 10, 12],
      ['steppedOut', 15, 17],
    ]);
  });

  it.each<[string, (who: Member) => Promise<void>]>([
    ['leaving', (who) => asked(13, who, { type: 'leave', device: who.device })],
    ['being put back', ({ seatId }) => asked(13, group.lead, { type: 'putBack', seatId })],
    ['being removed', ({ seatId }) => asked(13, group.lead, { type: 'remove', seatId, mayReturn: true })],
  ])('ends with %s', async (_, go) => {
    await begin(group);
    await asked(10, group.ann, { type: 'minute.take' });
    await go(group.ann);
    expect(await spans(group.ann)).toEqual([['steppedOut', 10, 13]]);
    expect((await viewOf(group, group.lead)).people[group.ann.seatId]?.minute).toBeUndefined();
  });

  it('ends with the session, and goes on where the end is taken back as soon as the person is there', async () => {
    await begin(group);
    await asked(10, group.ann, { type: 'minute.take' });
    await asked(12, group.lead, { type: 'end' });
    expect(await spans(group.ann)).toEqual([['steppedOut', 10, 12]]);
    await asked(12.5, group.lead, { type: 'undoEnd' });
    expect(await spans(group.ann)).toEqual([['steppedOut', 10, 12]]);
    await asked(12.8, group.ann, { type: 'arrive', device: group.ann.device, stayHere: false });
    await asked(14, group.ann, { type: 'minute.back' });
    expect(await spans(group.ann)).toEqual([
      ['steppedOut', 10, 12],
      ['steppedOut', 12.8, 14],
    ]);
  });
});
