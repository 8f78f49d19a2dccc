import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { lostAfterMs, type RoomCommand, type RoomState } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { Clock } from '../common/clock.js';
import { createServer } from '../server.js';
import { startApp, type TestApp } from '../testing/app.js';
import { until } from '../testing/until.js';
import { RoomBeats } from './room.beats.js';
import { RoomCommands } from './room.commands.js';
import { RoomKeeper } from './room.keeper.js';
import { readEvents } from './room.log.js';
import { RoomStore } from './room.store.js';
import { begin, done, makeGroup, makePeople, viewOf, type Group, type People } from './testing/group.js';

let app: TestApp;
let people: People;
let group: Group;
let others: NestExpressApplication[] = [];

beforeAll(async () => {
  app = await startApp();
  people = await makePeople(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  group = await makeGroup(app, people);
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const nest of others) await nest.close();
  others = [];
});

/** One more server process on the same database. */
async function another(): Promise<NestExpressApplication> {
  const nest = await createServer(app.config);
  others.push(nest);
  await nest.init();
  return nest;
}

const stateIn = (nest: NestExpressApplication): Promise<RoomState> => nest.get(RoomStore).read(group.session.id);
const onlineIn = async (nest: NestExpressApplication, seatId: string) => (await stateIn(nest)).standings[seatId]?.online;
const events = () => readEvents(app.database, group.session.id, 0);
const leave = (member: { device: string }): RoomCommand => ({ type: 'leave', device: member.device });

/** Lets the time of an instance stand still, that long after now. */
function setClock(nest: NestExpressApplication, at: number): void {
  jest.spyOn(nest.get(Clock), 'now').mockImplementation(() => new Date(at));
}

describe('two instances', () => {
  it('take 40 commands at once without a gap, each once', async () => {
    await begin(group);
    const other = await another();
    const nests = [app.nest, other];
    const before = (await events()).length;
    const lines = Array.from({ length: 40 }, (_, n): RoomCommand => ({ type: 'chat.say', textId: randomUUID(), body: `Line ${n}` }));
    await Promise.all(
      lines.map((command, n) =>
        (n % 2 ? other : app.nest).get(RoomCommands).run(group.session.id, group.ann.person.id, { id: randomUUID(), command }),
      ),
    );
    const log = await events();
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(log).toHaveLength(before + 40);
    for (const nest of nests) expect((await stateIn(nest)).chat).toHaveLength(40);
  });

  it('answer the same command once, whichever is asked', async () => {
    await begin(group);
    const other = await another();
    const request = { id: randomUUID(), command: { type: 'chat.say' as const, textId: randomUUID(), body: 'Once' } };
    const run = (nest: NestExpressApplication) => nest.get(RoomCommands).run(group.session.id, group.ann.person.id, request);
    await Promise.all([run(app.nest), run(other), run(app.nest), run(other)]);
    expect((await events()).filter(({ type }) => type === 'chat.said')).toHaveLength(1);
  });

  it('tell each other what happened', async () => {
    await begin(group);
    const other = await another();
    await stateIn(other);
    await done(group, group.lead, { type: 'admit', seatId: group.ben.seatId });
    const known = () => other.get(RoomStore).known(group.session.id)?.standings[group.ben.seatId]?.place;
    await until(known, (place) => place === 'main');
  });

  it('tell each other of signs of life, so that neither declares lost whom the other hears', async () => {
    await begin(group);
    const other = await another();
    await stateIn(other);
    const { sessionId } = (await stateIn(app.nest)).plan;
    const watching = { sessionId, seatId: group.ann.seatId, personId: group.ann.person.id, device: group.ann.device };
    const page = { ...watching, n: 0, view: await viewOf(group, group.ann), stop: () => undefined };
    const heardOf = () => {
      app.nest.get(RoomKeeper).beat(page, { connected: true, videoSent: true, audioSent: true, couldHear: true });
      return other.get(RoomBeats).lastOf(group.ann.seatId);
    };
    setClock(app.nest, Date.now());
    for (const later of [2, 4].map((times) => Date.now() + times * lostAfterMs)) {
      setClock(other, later);
      await until(heardOf, (at) => at === later);
    }
    other.get(RoomKeeper).look();
    await until(
      () => onlineIn(other, group.ben.seatId),
      (online) => online === false,
    );
    expect(await onlineIn(other, group.ann.seatId)).toBe(true);
  });
});

describe('a server that comes up again', () => {
  it('loses nobody for ten seconds, and then at the last sign of life that was written', async () => {
    await begin(group);
    setClock(app.nest, Date.now());
    const lastSeen = new Date(Date.now() - 500);
    const since = (await stateIn(app.nest)).standings[group.ann.seatId]?.since ?? '';
    await app.database.query(
      `INSERT INTO connection (sid, session_id, seat_id, person_id, identity, place, from_at, last_seen, from_source)
       VALUES ($1, $2, $3, $4, 'p_test', 'main', $5, $6, 'webhook')`,
      [
        randomUUID(),
        group.session.id,
        group.ann.seatId,
        group.ann.person.id,
        since,
        new Date(Math.max(Date.parse(since), lastSeen.getTime())),
      ],
    );
    const fresh = await another();
    const booted = Date.now();
    setClock(fresh, booted + lostAfterMs - 2_000);
    fresh.get(RoomKeeper).look();
    expect(await onlineIn(fresh, group.ann.seatId)).toBe(true);
    setClock(fresh, booted + lostAfterMs + 1);
    fresh.get(RoomKeeper).look();
    await until(
      () => onlineIn(fresh, group.ann.seatId),
      (online) => online === false,
    );
    const lost = (await events()).find((event) => event.type === 'seat.lost' && event.payload.seatId === group.ann.seatId);
    expect(lost).toMatchObject({ actor: null, payload: { since: expect.any(String) } });
    const at = lost?.type === 'seat.lost' ? Date.parse(lost.payload.since) : 0;
    expect(at).toBeLessThan(booted);
  });
});

describe('a session that everyone left', () => {
  it('ends at the last leaving after 15 minutes, is marked so, and the lead confirms', async () => {
    await begin(group);
    await done(group, group.ann, leave(group.ann));
    await done(group, group.lead, leave(group.lead));
    const { emptySince } = await stateIn(app.nest);
    setClock(app.nest, Date.parse(emptySince ?? '') + 15 * 60_000);
    app.nest.get(RoomKeeper).look();
    await until(
      () => stateIn(app.nest),
      (state) => state.endedAt !== null,
    );
    const [row]: { ended_at: Date; ending: string; end_confirmed: boolean }[] = await app.database.query(
      `SELECT ended_at, ending, end_confirmed FROM session WHERE id = $1`,
      [group.session.id],
    );
    expect(row).toEqual({ ended_at: new Date(emptySince ?? ''), ending: 'everyoneLeft', end_confirmed: false });
    await done(group, group.lead, { type: 'confirmEnd' });
    expect(await viewOf(group, group.lead)).toMatchObject({ phase: 'ended', ending: 'everyoneLeft', endConfirmed: true });
  });
});
