import { expect, it } from '@jest/globals';
import { timeLeft } from './timeLeft';

const end = '2026-11-23T18:00:00.000Z';

it.each([
  [-30 * 60_000, '30 min left'],
  [-90_000, '2 min left'],
  [-59_000, 'less than a minute left'],
  [0, 'time is up'],
  [59_000, 'time is up'],
  [61_000, '1 min over'],
  [600_000, '10 min over'],
])('says what is left at %i ms from the end: %s', (at, said) => {
  expect(timeLeft(end, Date.parse(end) + at)).toBe(said);
});
