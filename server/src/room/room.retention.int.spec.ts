import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { changeEpisode, readRoom } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { inHours, makePerson, makeSession, signIn } from '../testing/factories.js';
import { RoomRetention } from './room.retention.js';
import { begin, done, makeGroup, makePeople, viewOf, type People } from './testing/group.js';

let app: TestApp;
let people: People;

beforeAll(async () => {
  app = await startApp();
  people = await makePeople(app);
});
afterAll(() => app.close());

it('erases what was written once the days that its writers were told are over, and nothing younger', async () => {
  const group = await makeGroup(app, people);
  await begin(group);
  const [old, young] = [randomUUID(), randomUUID()];
  await done(group, group.ann, { type: 'chat.say', textId: old, body: 'said a month ago' });
  await done(group, group.ann, { type: 'chat.say', textId: young, body: 'said just now' });
  const { chat } = await viewOf(group, group.ann);
  await app.database.query(`UPDATE room_text SET written_at = now() - make_interval(days => $2) - interval '1 minute' WHERE id = $1`, [
    old,
    chat.keptDays,
  ]);
  await app.nest.get(RoomRetention).erase();
  const rows: unknown = await app.database.query('SELECT id, body FROM room_text WHERE session_id = $1', [group.session.id]);
  expect(rows).toEqual(
    expect.arrayContaining([
      { id: old, body: null },
      { id: young, body: 'said just now' },
    ]),
  );
});

it('forgets who was heard for how long once the session is over for good, and not while it runs', async () => {
  const over = await makeGroup(app, people);
  const runs = await makeGroup(app, people);
  for (const group of [over, runs]) {
    await begin(group);
    await app.database.query(`INSERT INTO session_talk (session_id, seat_id, seconds) VALUES ($1, $2, 12)`, [
      group.session.id,
      group.ann.seatId,
    ]);
  }
  const heard = async () => {
    await app.nest.get(RoomRetention).erase();
    const rows: { id: string }[] = await app.database.query(`SELECT session_id AS id FROM session_talk WHERE session_id = ANY ($1)`, [
      [over.session.id, runs.session.id],
    ]);
    return rows.map(({ id }) => id).sort();
  };
  await done(over, over.lead, { type: 'end' });
  expect(await heard()).toEqual([over.session.id, runs.session.id].sort());
  await app.database.query(
    `UPDATE session SET started_at = now() - interval '2 hours', ended_at = now() - interval '61 minutes' WHERE id = $1`,
    [over.session.id],
  );
  expect(await heard()).toEqual([runs.session.id]);
});

it('ends the seats of a patient whose episode of care has ended in sessions that have not begun, and opens no room to them', async () => {
  const { ann, lead, programId } = people;
  const coordinator = await signIn(app, await makePerson(app, { role: 'coordinator', programId }));
  const nextWeek = await makeSession(app, { programId, startsAt: inHours(24 * 7), lead: [lead.person], patient: [ann.person] });
  const params = { sessionId: nextWeek.id };
  await ann.agent.call(readRoom, { params });
  const closedOn = inHours(24).toISOString().slice(0, 10);
  await coordinator.call(changeEpisode, { params: { episodeId: ann.person.episodeId }, body: { closedOn, closedReason: 'Moved on' } });
  expect(await ann.agent.refused(readRoom, { params })).toMatchObject({ code: 'row.notFound' });
  const [seat]: { ended_reason: string; holds_time: boolean }[] = await app.database.query(
    'SELECT ended_reason, holds_time FROM seat WHERE id = $1',
    [nextWeek.seatOf(ann.person).id],
  );
  expect(seat).toEqual({ ended_reason: 'The episode of care has ended.', holds_time: false });
});
