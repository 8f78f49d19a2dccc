import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addSeat, cancelSession, changeSession, endSeat, readSession } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { changeOf, makePlanner, type Planner } from '../testing/planner.js';

let app: TestApp;
let therapist: Planner['therapist'];
let coordinator: Planner['coordinator'];
let ann: Planner['ann'];
let planned: Planner['planned'];

beforeAll(async () => {
  app = await startApp();
  ({ therapist, coordinator, ann, planned } = await makePlanner(app));
});
afterAll(() => app.close());

describe('changing a session', () => {
  it('moves the seats with it and counts the version up', async () => {
    const session = await planned();
    const changed = await coordinator.call(changeSession, {
      params: { sessionId: session.id },
      body: { ...changeOf(session), startsLocal: session.startsLocal.replace('13:00', '15:00') },
    });
    expect(changed.version).toBe(2);
    const [seat] = await app.database.query<{ from: Date; to: Date }[]>(
      'SELECT lower(during) AS from, upper(during) AS to FROM seat WHERE session_id = $1',
      [session.id],
    );
    expect(seat?.from.toISOString()).toBe(changed.startsAt);
    expect(Number(seat?.to) - Number(seat?.from)).toBe(180 * 60_000);
  });

  it('refuses a change of what somebody else changed', async () => {
    const session = await planned();
    const params = { sessionId: session.id };
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => coordinator.ask(changeSession, { params, body: { ...changeOf(session), title } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('refuses to take over a block of another session', async () => {
    const [one, two] = [await planned(), await planned()];
    const body = { ...changeOf(two), blocks: one.blocks };
    expect(await coordinator.refused(changeSession, { params: { sessionId: two.id }, body })).toMatchObject({ code: 'row.exists' });
    expect((await coordinator.call(readSession, { params: { sessionId: one.id } })).blocks).toEqual(one.blocks);
  });

  it('lets title and blocks still to come change once it runs, and nothing else', async () => {
    const session = await planned();
    const params = { sessionId: session.id };
    await app.database.query('UPDATE session SET started_at = now() WHERE id = $1', [session.id]);
    await app.database.query('INSERT INTO actual_block (session_id, block_id, from_at) VALUES ($1, $2, now())', [
      session.id,
      session.blocks[0]?.id,
    ]);
    const change = changeOf(session);
    const [first, second] = change.blocks;
    if (!first || !second) throw new Error('two blocks');
    const later = { ...change, title: 'Renamed', blocks: [first, { ...second, topic: 'Check the facts' }] };
    expect(await coordinator.call(changeSession, { params, body: later })).toMatchObject({ title: 'Renamed', version: 2 });
    for (const wrong of [
      { ...later, version: 2, plannedMinutes: 240, blocks: [first, { ...second, minutes: 120 }] },
      { ...later, version: 2, startsLocal: session.startsLocal.replace('13:00', '15:00') },
      {
        ...later,
        version: 2,
        blocks: [
          { ...first, minutes: 100 },
          { ...second, minutes: 80 },
        ],
      },
    ]) {
      expect(await coordinator.refused(changeSession, { params, body: wrong })).toMatchObject({ code: 'session.begun' });
    }
    expect(await coordinator.refused(cancelSession, { params, body: { whose: 'ours', reason: 'Too late' } })).toMatchObject({
      code: 'session.begun',
    });
  });
});

describe('cancelling', () => {
  it('keeps who, when, whose and why', async () => {
    const session = await planned();
    const params = { sessionId: session.id };
    const cancelled = await coordinator.call(cancelSession, { params, body: { whose: 'patient', reason: 'Family visit' } });
    expect(cancelled.cancellation).toMatchObject({ whose: 'patient', reason: 'Family visit', byName: expect.stringMatching(/^Given/) });
    expect(await coordinator.refused(changeSession, { params, body: changeOf(cancelled) })).toMatchObject({ code: 'session.cancelled' });
    expect(await coordinator.refused(cancelSession, { params, body: { whose: 'ours', reason: 'Again' } })).toMatchObject({
      code: 'session.cancelled',
    });
  });
});

describe('seats', () => {
  it('are ended with their word, never deleted, and can be taken again', async () => {
    const session = await planned([
      [therapist, 'lead'],
      [ann, 'patient'],
    ]);
    const seatId = session.seats.find(({ personId }) => personId === ann.id)?.id ?? '';
    const ended = await coordinator.call(endSeat, { params: { seatId }, body: { reason: 'In hospital' } });
    expect(ended).toMatchObject({ id: seatId, endedReason: 'In hospital', endedAt: expect.any(String) });
    const back = await coordinator.call(addSeat, {
      params: { sessionId: session.id },
      body: { id: randomUUID(), personId: ann.id, capacity: 'patient' },
    });
    expect(back).toMatchObject({ id: seatId, endedAt: null, endedReason: '', episodeId: ann.episodeId });
  });

  it('leave no session without a lead', async () => {
    const session = await planned();
    expect(await coordinator.refused(endSeat, { params: { seatId: session.seats[0]?.id ?? '' }, body: { reason: 'Ill' } })).toMatchObject({
      code: 'session.leadMissing',
    });
  });

  it('are one per person', async () => {
    const session = await planned([
      [therapist, 'lead'],
      [ann, 'patient'],
    ]);
    const body = { id: randomUUID(), personId: ann.id, capacity: 'family' as const };
    expect(await coordinator.refused(addSeat, { params: { sessionId: session.id }, body })).toMatchObject({ code: 'row.exists' });
  });
});
