import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { Clock } from '../common/clock.js';
import { startApp, type TestApp } from '../testing/app.js';
import { until } from '../testing/until.js';
import { RoomKeeper } from './room.keeper.js';
import { begin, done, makeGroup, makePeople, viewOf, type Group } from './testing/group.js';

let app: TestApp;
let group: Group;

beforeAll(async () => {
  app = await startApp();
  group = await makeGroup(app, await makePeople(app));
  await begin(group);
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => app.close());

const start = Date.now();
const at = (minute: number) => new Date(start + minute * 60_000);
const setMinute = (minute: number) => jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => at(minute));

const minutesOf = (seatId: string): Promise<{ from_at: Date; to_at: Date | null }[]> =>
  app.database.query(
    `SELECT from_at, to_at FROM activity a JOIN seat x USING (session_id, person_id) WHERE x.id = $1 AND a.kind = 'steppedOut'`,
    [seatId],
  );

it('ends a minute for oneself with the seat that the schedule ended, though its page gives signs of life as before', async () => {
  const { session, lead, ann } = group;
  setMinute(10);
  await done(group, ann, { type: 'minute.take' });
  setMinute(13);
  await app.database.query(`UPDATE seat SET ended_at = $2, ended_reason = 'In hospital' WHERE id = $1`, [ann.seatId, at(13)]);
  const watched = { sessionId: session.id, personId: ann.person.id, seatId: ann.seatId, device: ann.device };
  const beat = { connected: true, videoSent: true, audioSent: true, couldHear: true };
  await until(
    () => {
      app.nest.get(RoomKeeper).beat(watched, beat);
      return minutesOf(ann.seatId);
    },
    ([minute]) => minute?.to_at !== null,
  );
  expect(await minutesOf(ann.seatId)).toEqual([{ from_at: at(10), to_at: at(13) }]);
  await app.database.query(`UPDATE seat SET ended_at = NULL WHERE id = $1`, [ann.seatId]);
  await done(group, ann, { type: 'arrive', device: ann.device, stayHere: false });
  expect((await viewOf(group, ann)).me).toMatchObject({ place: 'main' });
  expect((await viewOf(group, lead)).people[ann.seatId]?.minute).toBeUndefined();
});
