import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
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

describe('a check-in', () => {
  const open = (kind: 'number' | 'words', picture = true) =>
    ({ type: 'checkIn.open', checkInId: randomUUID(), kind, picture, textId: randomUUID(), body: 'How are you now?' }) as const;

  it('shows staff who answered what, the person their own answer, and keeps words beside the log', async () => {
    await begin(group);
    const words = open('words');
    await done(group, group.lead, words);
    await done(group, group.ann, { type: 'checkIn.say', checkInId: words.checkInId, textId: randomUUID(), body: 'A bit lost' });
    const [forLead, forAnn] = [await viewOf(group, group.lead), await viewOf(group, group.ann)];
    expect(forLead.checkIns[words.checkInId]?.answers?.[group.ann.seatId]?.body).toBe('A bit lost');
    expect(forAnn.checkIns[words.checkInId]).toMatchObject({ question: 'How are you now?', mine: { body: 'A bit lost' } });
    expect(JSON.stringify(forAnn.checkIns)).not.toContain('answers');
    const events: { payload: unknown }[] = await app.database.query(`SELECT payload FROM room_event WHERE session_id = $1`, [
      group.session.id,
    ]);
    expect(JSON.stringify(events)).not.toMatch(/lost|How are you/);
  });

  it('shows no picture of fewer than five answers, none before closing, and none where it was for staff only', async () => {
    await begin(group);
    const [first, second] = [open('number'), open('number', false)];
    await done(group, group.lead, first);
    await done(group, group.ann, { type: 'checkIn.answer', checkInId: first.checkInId, value: 30 });
    const show = (checkInId: string) => ask(group, group.lead, { type: 'checkIn.show', checkInId });
    expect(await show(first.checkInId)).toMatchObject({ body: { code: 'room.checkInOpen' } });
    expect(await ask(group, group.lead, second)).toMatchObject({ body: { code: 'room.checkInOpen' } });
    await done(group, group.lead, { type: 'checkIn.close', checkInId: first.checkInId });
    expect(await show(first.checkInId)).toMatchObject({ body: { code: 'room.checkInFew' } });
    await done(group, group.lead, second);
    expect(await show(second.checkInId)).toMatchObject({ body: { code: 'room.checkInPrivate' } });
  });
});
