import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageOn } from './patient.js';
import { isNpi, StaffProfile } from './person.js';

const dates = fc
  .date({ min: new Date('1920-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('age', () => {
  it.each([
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-23', '2026-11-23', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2000-12-31', '2026-01-01', 25],
  ])('of someone born on %s is on %s: %i', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age);
  });

  it('never falls, and grows by one from one birthday to the next', () => {
    fc.assert(
      fc.property(dates, dates, (one, two) => {
        const [born, day] = one <= two ? [one, two] : [two, one];
        const yearLater = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
        return ageOn(born, day) >= 0 && ageOn(born, yearLater) === ageOn(born, day) + 1;
      }),
    );
  });
});

describe('an NPI', () => {
  it('checks out as printed in the standard', () => {
    expect(isNpi('1234567893')).toBe(true);
  });

  it.each(['1234567890', '123456789', '12345678933', '123456789a', '', ' 1234567893'])('is refused: "%s"', (value) => {
    expect(isNpi(value)).toBe(false);
  });

  it('has exactly one right last digit, and no wrong digit passes', () => {
    const nine = fc.stringMatching(/^[12]\d{8}$/);
    fc.assert(
      fc.property(nine, fc.nat(9), fc.integer({ min: 1, max: 9 }), (base, at, by) => {
        const right = Array.from({ length: 10 }, (_, digit) => `${base}${digit}`).filter(isNpi);
        const [npi = ''] = right;
        const wrong = [...npi].map((digit, index) => (index === at ? String((Number(digit) + by) % 10) : digit)).join('');
        return right.length === 1 && !isNpi(wrong);
      }),
    );
  });
});

describe('a staff profile', () => {
  it('names a supervisor for who is pre-licensed', () => {
    const profile = { credentials: 'MHC-LP', npi: null, preLicensed: true, licences: [], supervision: [] };
    expect(StaffProfile.safeParse(profile).success).toBe(false);
    expect(StaffProfile.safeParse({ ...profile, preLicensed: false }).success).toBe(true);
  });
});
