import { describe, expect, it } from '@jest/globals';
import type { RoomView } from '@rejoin/shared';
import { minutesAfter, moved, nextOf, partsOf } from './changes';

const part = (position: number, minutes: number, skipped?: boolean) => ({
  position,
  kind: 'process' as const,
  topic: '',
  minutes,
  leadName: '',
  ...(skipped ? { skipped } : {}),
});
const blocks: RoomView['agenda']['blocks'] = { c: part(2, 15), a: part(0, 30), b: part(1, 10, true) };
const current = { blockId: 'a', beganAt: '2026-11-23T18:00:00.000Z', endsAt: '2026-11-23T18:30:00.000Z' };
const parts = partsOf({ blocks });
const at = (minute: number) => Date.UTC(2026, 10, 23, 18, minute);

describe('changing the agenda', () => {
  it('goes on to the next part that is not left out', () => {
    expect(nextOf({ blocks, current })?.blockId).toBe('c');
    expect(nextOf({ blocks, current: { ...current, blockId: 'c' } })).toBeUndefined();
  });

  it('moves a part one place, and the ends not at all', () => {
    expect(moved(parts, 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(parts, 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(parts, 'c', 1)).toEqual(['a', 'b', 'c']);
  });

  it('gives five minutes from now to a part that runs over, and takes no more than is left', () => {
    const a = parts[0];
    if (!a) throw new Error('There is a first part.');
    expect(minutesAfter(a, 5, current, at(10))).toBe(35);
    expect(minutesAfter(a, 5, current, at(40))).toBe(45);
    expect(minutesAfter(a, -5, current, at(10))).toBe(25);
    expect(minutesAfter(a, -5, current, at(28))).toBe(28);
  });
});
