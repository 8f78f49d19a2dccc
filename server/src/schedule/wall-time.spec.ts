import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppError } from '../common/app-error.js';
import { dayOf, instantOf } from './wall-time.js';

const zones = [
  'America/New_York',
  'America/Phoenix',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
];
const wallIn = (instant: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

const codeOf = (run: () => unknown): unknown => {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

const wallTimes = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));

describe('the instant of a wall-clock time', () => {
  it.each([
    ['2026-11-23T13:00', 'America/New_York', '2026-11-23T18:00:00.000Z'],
    ['2026-07-01T13:00', 'America/New_York', '2026-07-01T17:00:00.000Z'],
    ['2026-07-01T13:00', 'America/Phoenix', '2026-07-01T20:00:00.000Z'],
  ])('of %s in %s is %s', (wall, zone, instant) => {
    expect(instantOf(wall, zone).toISOString()).toBe(instant);
  });

  it('is the first of two when the clocks go back', () => {
    expect(instantOf('2026-11-01T01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
    expect(instantOf('2026-10-25T02:30', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each([
    ['2026-03-08T02:00', 'America/New_York'],
    ['2026-03-08T02:59', 'America/New_York'],
    ['2026-03-29T02:30', 'Europe/Berlin'],
    ['2011-12-30T12:00', 'Pacific/Apia'],
  ])('does not exist at %s in %s, where the clocks skip it', (wall, zone) => {
    expect(codeOf(() => instantOf(wall, zone))).toBe('session.timeMissing');
  });

  it.each(['2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T24:30', '2026-01-01T10:61'])('does not exist for %s', (wall) => {
    expect(codeOf(() => instantOf(wall, 'America/New_York'))).toBe('input.invalid');
  });

  it('reads back as the wall-clock time it was made of, and nothing earlier does', () => {
    fc.assert(
      fc.property(wallTimes, fc.constantFrom(...zones), (wall, zone) => {
        let instant: Date;
        try {
          instant = instantOf(wall, zone);
        } catch (error) {
          return error instanceof AppError && error.code === 'session.timeMissing';
        }
        const earlier = [30, 60, 120].map((minutes) => wallIn(new Date(instant.getTime() - minutes * 60_000), zone));
        return wallIn(instant, zone) === wall && !earlier.includes(wall);
      }),
    );
  });
});

describe('the day of an instant', () => {
  it('is the one where the program is', () => {
    expect(dayOf(new Date('2026-11-10T02:30:00Z'), 'America/New_York')).toBe('2026-11-09');
    expect(dayOf(new Date('2026-11-10T02:30:00Z'), 'Asia/Kolkata')).toBe('2026-11-10');
  });
});
