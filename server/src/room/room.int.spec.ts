import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { commandRoom, fold, type RoomCommand } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { readEvents } from './room.log.js';
import { RoomStore } from './room.store.js';
import { ask, begin, done, makeGroup, makePeople, viewOf, type Group, type People } from './testing/group.js';

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

const log = () => readEvents(app.database, group.session.id, 0);
const say = (body: string): RoomCommand => ({ type: 'chat.say', textId: randomUUID(), body });
const rows = (sql: string): Promise<Record<string, unknown>[]> => app.database.query(sql, [group.session.id]);

describe('a command', () => {
  it('leads everyone to their place', async () => {
    await begin(group);
    expect((await viewOf(group, group.lead)).me.place).toBe('main');
    expect((await viewOf(group, group.ann)).me.place).toBe('main');
    expect((await viewOf(group, group.ben)).me.place).toBe('waiting');
  });

  it('of the same id is answered the same and changes nothing, done or refused', async () => {
    await begin(group);
    const [said, refused] = [say('Hello'), say('Me too')];
    const [doneId, refusedId] = [randomUUID(), randomUUID()];
    const first = [await ask(group, group.ann, said, doneId), await ask(group, group.ben, refused, refusedId)];
    const before = await log();
    await done(group, group.lead, { type: 'admit', seatId: group.ben.seatId });
    const again = [await ask(group, group.ann, said, doneId), await ask(group, group.ben, refused, refusedId)];
    expect(again.map(({ status, body }) => ({ status, body }))).toEqual(first.map(({ status, body }) => ({ status, body })));
    expect(first.map(({ status }) => status)).toEqual([200, 409]);
    expect((await log()).slice(0, before.length)).toEqual(before);
    expect(await log()).toHaveLength(before.length + 1);
  });

  it('of another person is not theirs to repeat', async () => {
    await begin(group);
    const id = randomUUID();
    await ask(group, group.ann, say('Hello'), id);
    expect(await ask(group, group.lead, say('Hello'), id)).toMatchObject({ status: 409, body: { code: 'row.exists' } });
  });

  it('keeps its place in the log without a gap among 20 at once, each answered once', async () => {
    await begin(group);
    const before = (await log()).length;
    const who = [group.lead, group.ann];
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(group, who[n % 2] ?? group.lead, say(`Line ${n}`))));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const events = await log();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events).toHaveLength(before + 20);
    const texts = await rows('SELECT count(*)::int AS n FROM room_text WHERE session_id = $1');
    expect(texts).toEqual([{ n: 20 }]);
  });

  it('of someone without a seat is answered like a session that does not exist', async () => {
    const command = { params: { sessionId: group.session.id }, body: { id: randomUUID(), command: { type: 'admitAll' as const } } };
    const refused = await group.outsider.refused(commandRoom, command);
    const unknown = await group.outsider.refused(commandRoom, { ...command, params: { sessionId: randomUUID() } });
    expect(refused).toEqual(unknown);
    expect(refused.status).toBe(404);
  });

  it.each([
    ['no command', {}],
    ['an unknown one', { type: 'sing' }],
    ['too long a line', { type: 'chat.say', textId: randomUUID(), body: 'x'.repeat(2001) }],
    ['an empty line', { type: 'chat.say', textId: randomUUID(), body: ' \n ' }],
    ['a seat that is none', { type: 'admit', seatId: 'me' }],
  ])('that is %s is refused by name and writes nothing', async (_, command) => {
    await begin(group);
    const before = await log();
    const answer = await group.lead.agent.ask(commandRoom, {
      params: { sessionId: group.session.id },
      body: { id: randomUUID(), command },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
    expect(await log()).toEqual(before);
  });

  it('with a text that another session has is refused whole', async () => {
    await begin(group);
    const line = say('Ours');
    await done(group, group.lead, line);
    const other = await makeGroup(app, people);
    await begin(other);
    const before = (await readEvents(app.database, other.session.id, 0)).length;
    expect((await ask(other, other.lead, line)).status).toBe(409);
    expect(await readEvents(app.database, other.session.id, 0)).toHaveLength(before);
  });
});

describe('what follows from the log', () => {
  it('is the same state for a server that has just begun', async () => {
    await begin(group);
    await done(group, group.ann, say('Hello'));
    const store = app.nest.get(RoomStore);
    const kept = await store.read(group.session.id);
    await store.forget(group.session.id);
    expect(await store.read(group.session.id)).toEqual(kept);
    expect(kept).toMatchObject(fold(await log()));
  });

  it('is written with it: the start, what the agenda was, the breaks, the end', async () => {
    const breakId = randomUUID();
    await app.database.query(
      `INSERT INTO session_block (id, session_id, position, kind, minutes, treatment) VALUES ($1, $2, 2, 'break', 15, false)`,
      [breakId, group.session.id],
    );
    await begin(group);
    await done(group, group.lead, { type: 'goToBlock', blockId: breakId });
    const running = await rows('SELECT started_at, ended_at FROM session WHERE id = $1');
    expect(running).toEqual([{ started_at: expect.any(Date), ended_at: null }]);
    expect(await rows('SELECT to_at FROM activity WHERE session_id = $1')).toEqual([{ to_at: null }]);
    await done(group, group.lead, { type: 'end' });
    const [ended] = await rows('SELECT ended_at, ending, end_confirmed FROM session WHERE id = $1');
    expect(ended).toEqual({ ended_at: expect.any(Date), ending: 'lead', end_confirmed: false });
    const blocks = await rows('SELECT block_id, to_at FROM actual_block WHERE session_id = $1 ORDER BY from_at');
    expect(blocks.map(({ block_id }) => block_id)).toEqual([group.session.blockIds[0], breakId]);
    expect(blocks.at(-1)).toMatchObject({ to_at: ended?.['ended_at'] });
    expect(await rows(`SELECT kind, to_at FROM activity WHERE session_id = $1`)).toEqual([{ kind: 'break', to_at: ended?.['ended_at'] }]);
    expect(await rows('SELECT closed_at FROM media_room WHERE session_id = $1')).toEqual([{ closed_at: null }]);
  });

  it('follows the plan: an ended seat is out at once, and a cancelled session lets nobody in', async () => {
    await begin(group);
    await app.database.query(`UPDATE seat SET ended_at = now(), ended_reason = 'Moved' WHERE id = $1`, [group.ann.seatId]);
    expect((await ask(group, group.ann, say('Hello'))).status).toBe(404);
    expect((await viewOf(group, group.lead)).people).not.toHaveProperty(group.ann.seatId);
    const other = await makeGroup(app, people);
    await app.database.query(`UPDATE session SET cancelled_at = now(), cancelled_whose = 'ours', cancelled_reason = 'Snow' WHERE id = $1`, [
      other.session.id,
    ]);
    expect(await ask(other, other.lead, { type: 'arrive', device: other.lead.device, stayHere: false })).toMatchObject({
      status: 409,
      body: { code: 'session.cancelled' },
    });
  });

  it('no longer gives a lead whose role has ended the room', async () => {
    const others = await makeGroup(app, await makePeople(app));
    await begin(others);
    await app.database.query(`UPDATE role_assignment SET to_at = now() WHERE person_id = $1`, [others.lead.person.id]);
    expect((await ask(others, others.lead, { type: 'end' })).status).toBe(404);
    const { people: seen } = await viewOf(others, others.ann);
    expect(seen[others.lead.seatId]).toMatchObject({ staff: false });
  });

  it('cannot be changed by the server itself', async () => {
    await begin(group);
    await expect(rows('UPDATE room_event SET seq = seq + 100 WHERE session_id = $1')).rejects.toThrow('permission denied');
    await expect(rows('DELETE FROM room_event WHERE session_id = $1')).rejects.toThrow('permission denied');
  });
});
