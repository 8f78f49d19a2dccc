import { describe, expect, it } from '@jest/globals';
import type { RoomView } from '@rejoin/shared';
import { timeCallOf } from './timeCalls';

const blockId = '00000000-0000-4000-8000-000000000001';
const at = (seconds: number) => Date.UTC(2026, 10, 23, 18, 0, seconds);

function agenda(kind: 'checkIn' | 'break' = 'checkIn'): RoomView['agenda'] {
  return {
    blocks: { [blockId]: { position: 0, kind, topic: '', minutes: 5, leadName: '' } },
    current: { blockId, beganAt: new Date(at(0)).toISOString(), endsAt: new Date(at(300)).toISOString() },
  };
}

describe('calling the time of a part', () => {
  it('is silent until two minutes before the end, then calls it, and calls the end for a minute', () => {
    const kinds = [0, 179, 180, 299, 300, 359, 361].map((second) => timeCallOf(agenda(), at(second))?.kind ?? null);
    expect(kinds).toEqual([null, null, 'soon', 'soon', 'over', 'over', null]);
  });

  it('calls anew after a part was made longer', () => {
    const longer = { ...agenda(), current: { ...agenda().current, blockId, beganAt: '', endsAt: new Date(at(600)).toISOString() } };
    expect(timeCallOf(longer, at(300))).toBeNull();
    expect(timeCallOf(longer, at(500))?.key).not.toBe(timeCallOf(agenda(), at(200))?.key);
  });

  it('leaves breaks to their own countdown, and says nothing without a part', () => {
    expect(timeCallOf(agenda('break'), at(299))).toBeNull();
    expect(timeCallOf({ blocks: {} }, at(299))).toBeNull();
  });
});
