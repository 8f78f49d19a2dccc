import { expect, test } from '@jest/globals';
import { formatInstant, formatMinutes, formatSpan, inZone, sameClock } from './time';

const newYork = 'America/New_York';

test('shows an instant by the clock of the reader, summer and winter', () => {
  expect(formatInstant('2026-11-23T18:00:00Z', newYork, 'time')).toMatch(/^1:00\sPM$/);
  expect(formatInstant('2026-07-23T18:00:00Z', newYork, 'time')).toMatch(/^2:00\sPM$/);
});

test('says the day of a span only once', () => {
  const span = formatSpan('2026-11-23T18:00:00Z', '2026-11-23T21:00:00Z', newYork);
  expect(span.match(/Nov/g)).toHaveLength(1);
  expect(span).toContain('4:00');
});

test('knows that two zones show one clock only for a part of the year', () => {
  expect(sameClock('2026-07-01T12:00:00Z', 'America/Phoenix', 'America/Los_Angeles')).toBe(true);
  expect(sameClock('2026-12-01T12:00:00Z', 'America/Phoenix', 'America/Los_Angeles')).toBe(false);
});

test('keeps the hour that comes twice apart when the clocks go back', () => {
  const first = inZone('2026-11-01T05:30:00Z', newYork);
  const second = inZone('2026-11-01T06:30:00Z', newYork);
  expect([first.hour, second.hour]).toEqual([1, 1]);
  expect(first.offset).not.toBe(second.offset);
});

test.each([
  [45, '45 min'],
  [60, '1 h'],
  [179.6, '3 h'],
  [165, '2 h 45 min'],
  [61, '1 h 01 min'],
])('writes %p minutes as %p', (minutes, words) => {
  expect(formatMinutes(minutes)).toBe(words);
});
