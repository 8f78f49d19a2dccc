import { describe, expect, it } from '@jest/globals';
import { WallTime } from './ids.js';

describe('a wall-clock time', () => {
  it('lies in a year that turns into an instant and back in every zone', () => {
    expect(WallTime.safeParse('2026-11-23T13:00').success).toBe(true);
    for (const never of ['0001-01-01T00:00', '0732-05-01T10:00', '2200-01-01T00:00', '9999-12-31T23:59', '2026-11-23']) {
      expect([never, WallTime.safeParse(never).success]).toEqual([never, false]);
    }
  });
});
