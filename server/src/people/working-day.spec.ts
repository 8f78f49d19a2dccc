import { describe, expect, it } from '@jest/globals';
import { endOfNextWorkingDay } from './working-day.js';

const due = (after: string, zone = 'America/New_York'): string => endOfNextWorkingDay(new Date(after), zone).toISOString();

describe('the end of the first working day after', () => {
  it.each([
    ['a Monday afternoon', '2026-11-23T20:00:00Z', '2026-11-25T05:00:00.000Z'],
    ['a Friday', '2026-11-27T15:00:00Z', '2026-12-01T05:00:00.000Z'],
    ['a Saturday', '2026-11-28T15:00:00Z', '2026-12-01T05:00:00.000Z'],
    ['a Sunday late, which is Monday in UTC', '2026-11-30T03:00:00Z', '2026-12-01T05:00:00.000Z'],
    ['a Friday before the clocks go back', '2026-10-30T15:00:00Z', '2026-11-03T05:00:00.000Z'],
    ['a Friday before the clocks go forward', '2027-03-12T15:00:00Z', '2027-03-16T04:00:00.000Z'],
  ])('%s', (_, after, expected) => {
    expect(due(after)).toBe(expected);
  });
});
