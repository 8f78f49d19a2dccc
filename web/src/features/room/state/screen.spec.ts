import { describe, expect, it } from '@jest/globals';
import type { Place } from '@rejoin/shared';
import { nothingYet, remembered } from './memory';
import { type PageMemory, screenOf } from './screen';

type View = Parameters<typeof screenOf>[0];

const seatId = '11111111-1111-4111-8111-111111111111';
const here = '33333333-3333-4333-8333-333333333333';
const elsewhere = '44444444-4444-4444-8444-444444444444';
const startsAt = '2026-11-23T18:00:00.000Z';
const minutes = (n: number) => Date.parse(startsAt) + n * 60_000;

const memory: PageMemory = { device: here, now: minutes(0), wasHere: false, returning: false, early: false };

function view(place: Place, more: { phase?: View['phase']; device?: string; online?: boolean; mayReturn?: boolean } = {}): View {
  const { phase = 'running', device = here, online = true, mayReturn = true } = more;
  return { phase, startsAt, me: { seatId, place, device, mayReturn }, people: { [seatId]: { online } } };
}

describe('the state of the page', () => {
  it.each([
    ['early, long before the start', view('outside', { phase: 'planned' }), { now: minutes(-16) }, 'early'],
    ['preview from a quarter of an hour before', view('outside', { phase: 'planned' }), { now: minutes(-14) }, 'preview'],
    ['preview as soon as staff opened the room', view('outside', { phase: 'open' }), { now: minutes(-300) }, 'preview'],
    ['preview for staff who do not want to wait', view('outside', { phase: 'planned' }), { now: minutes(-300), early: true }, 'preview'],
    ['waiting', view('waiting'), {}, 'waiting'],
    ['room', view('main'), {}, 'room'],
    ['left, where one was here', view('left'), { wasHere: true }, 'left'],
    ['preview, on a fresh page after leaving', view('left'), {}, 'preview'],
    ['preview for who comes back', view('left'), { wasHere: true, returning: true }, 'preview'],
    ['removed', view('removed'), { wasHere: true }, 'removed'],
    ['preview for who may return and does', view('removed'), { returning: true }, 'preview'],
    ['removed for who may not return, whatever was pressed', view('removed', { mayReturn: false }), { returning: true }, 'removed'],
    ['removed for who may not return, also after the end', view('removed', { mayReturn: false, phase: 'ended' }), {}, 'removed'],
    ['ended', view('left', { phase: 'ended' }), { wasHere: true }, 'ended'],
    ['cancelled', view('left', { phase: 'cancelled' }), {}, 'cancelled'],
    ['elsewhere, while the other device is there', view('main', { device: elsewhere }), {}, 'otherDevice'],
    ['preview, when the other device is gone', view('main', { device: elsewhere, online: false }), {}, 'preview'],
  ] as const)('is %s', (_, seen, more, expected) => {
    expect(screenOf(seen, { ...memory, ...more })).toBe(expected);
  });
});

describe('what the page remembers', () => {
  it('knows who was put back from who waits for the first time', () => {
    const waits = remembered(nothingYet, 'waiting');
    const putBack = remembered(remembered(waits, 'main'), 'waiting');
    expect([waits.putBack, putBack.putBack]).toEqual([false, true]);
    expect(remembered(putBack, 'main').putBack).toBe(false);
  });

  it('forgets the wish to come back once the person is here again', () => {
    const back = remembered({ ...nothingYet, place: 'left', returning: true }, 'main');
    expect(remembered(back, 'left').returning).toBe(false);
  });
});
