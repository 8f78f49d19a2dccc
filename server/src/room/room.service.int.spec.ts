import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readChat, readRoom, takeToken, type RoomCommand } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { RoomCommands } from './room.commands.js';
import { RoomService } from './room.service.js';
import { RoomStore } from './room.store.js';
import { arrive, begin, done, makeGroup, makePeople, viewOf, type Group, type Member, type People } from './testing/group.js';

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

const say = (body: string): RoomCommand => ({ type: 'chat.say', textId: randomUUID(), body });
const rows = (sql: string): Promise<Record<string, unknown>[]> => app.database.query(sql, [group.session.id]);
const tokenFor = (member: Member, device = member.device) =>
  member.agent.ask(takeToken, { params: { sessionId: group.session.id }, body: { device } });

describe('a key to the media room', () => {
  it('is given only to who stands in the room, on the device that holds the seat', async () => {
    expect(await tokenFor(group.ann)).toMatchObject({ status: 409, body: { code: 'room.notOpen' } });
    await begin(group);
    expect(await tokenFor(group.ben)).toMatchObject({ status: 409, body: { code: 'room.notAdmitted' } });
    expect(await tokenFor(group.ann, randomUUID())).toMatchObject({ status: 409, body: { code: 'room.otherDevice' } });
    await done(group, group.lead, { type: 'remove', seatId: group.ann.seatId, mayReturn: false });
    expect(await tokenFor(group.ann)).toMatchObject({ status: 403, body: { code: 'room.removed' } });
    await done(group, group.lead, { type: 'end' });
    expect(await tokenFor(group.lead)).toMatchObject({ status: 409, body: { code: 'room.ended' } });
  });

  it('says that video is being restored while the SFU is away', async () => {
    await begin(group);
    expect(await tokenFor(group.ann)).toMatchObject({ status: 503, body: { code: 'room.mediaDown' } });
  });

  it('opens only while the log says so, and everyone who has to go is named', async () => {
    await begin(group);
    const rooms = app.nest.get(RoomService);
    const [room] = await rows('SELECT name FROM media_room WHERE session_id = $1');
    const mediaRoom = String(room?.['name']);
    const identity = (await viewOf(group, group.ann)).me.identity ?? '';
    const ann = { sessionId: group.session.id, seatId: group.ann.seatId, personId: group.ann.person.id };
    expect(await rooms.admits(mediaRoom, identity)).toEqual(ann);
    expect(await rooms.admits('m_unknown', identity)).toBeNull();
    const displaced: unknown[] = [];
    const heard = rooms.displaced$.subscribe((one) => displaced.push(one));
    await done(group, group.lead, { type: 'putBack', seatId: group.ann.seatId });
    heard.unsubscribe();
    expect(displaced).toEqual([{ mediaRoom, identity }]);
    expect(await rooms.admits(mediaRoom, identity)).toBeNull();
    expect(await rooms.whoIs(mediaRoom, identity)).toEqual(ann);
  });

  it('displaces everyone at the end, and nobody when the room is only read again', async () => {
    await begin(group);
    const displaced: unknown[] = [];
    const heard = app.nest.get(RoomService).displaced$.subscribe(({ identity }) => displaced.push(identity));
    const inRoom = [await viewOf(group, group.lead), await viewOf(group, group.ann)].map(({ me }) => me.identity);
    await done(group, group.lead, { type: 'end' });
    await app.nest.get(RoomStore).forget(group.session.id);
    await viewOf(group, group.lead);
    heard.unsubscribe();
    expect(displaced.sort()).toEqual(inRoom.sort());
  });

  it('is of another identity on another device, and the first one is displaced', async () => {
    await begin(group);
    const before = (await viewOf(group, group.ann)).me.identity;
    await done(group, group.ann, { type: 'arrive', device: randomUUID(), stayHere: true });
    const after = (await viewOf(group, group.ann)).me.identity;
    expect(after).not.toBe(before);
    expect(after).toMatch(/^p_[\w-]{22}$/);
  });
});

describe('a view', () => {
  it('carries nothing of another person but the name they chose', async () => {
    await begin(group);
    await done(group, group.lead, { type: 'admitAll' });
    await done(group, group.ann, say('Hello'));
    const words = JSON.stringify(await viewOf(group, group.ben));
    for (const { person, device } of [group.lead, group.ann]) {
      for (const secret of [person.familyName, person.givenName, person.email, person.id, device]) expect(words).not.toContain(secret);
    }
    expect(words).toContain('Ann');
  });

  it('is nobody’s who has no seat', async () => {
    expect((await group.outsider.ask(readRoom, { params: { sessionId: group.session.id } })).status).toBe(404);
    expect((await app.stranger.ask(readRoom, { params: { sessionId: group.session.id } })).status).toBe(401);
  });

  it('is followed by the earlier chat in pages, as far as one may read', async () => {
    await begin(group);
    await done(group, group.lead, say('Before Ben'));
    await done(group, group.lead, { type: 'admit', seatId: group.ben.seatId });
    const commands = app.nest.get(RoomCommands);
    const lines = Array.from({ length: 55 }, (_, n) => ({ id: randomUUID(), command: say(`Line ${n}`) }));
    await Promise.all(lines.map((line) => commands.run(group.session.id, group.lead.person.id, line)));
    const { chat } = await viewOf(group, group.ben);
    const before = Object.keys(chat.lines)[0] ?? '';
    expect(chat).toMatchObject({ earlier: true, lines: { [before]: { body: 'Line 5' } } });
    const page = await group.ben.agent.call(readChat, { params: { sessionId: group.session.id }, query: { before } });
    expect(page.lines.map(({ body }) => body)).toEqual(['Line 0', 'Line 1', 'Line 2', 'Line 3', 'Line 4']);
    expect(page.earlier).toBe(false);
  });

  it('keeps a line whose text was erased, without the text', async () => {
    await begin(group);
    const line = say('Forget me');
    await done(group, group.ann, line);
    await rows('UPDATE room_text SET body = NULL, erased_at = now() WHERE session_id = $1');
    await app.nest.get(RoomStore).forget(group.session.id);
    const { chat } = await viewOf(group, group.ann);
    expect(Object.values(chat.lines)).toEqual([{ seatId: group.ann.seatId, name: 'Ann', at: expect.any(String) }]);
  });

  it('of an arrival repeated by the same page does not change', async () => {
    await begin(group);
    const before = await viewOf(group, group.ann);
    await arrive(group, group.ann);
    expect(await viewOf(group, group.ann)).toEqual(before);
  });
});
