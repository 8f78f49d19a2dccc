import { describe, expect, it } from '@jest/globals';
import type { PersonInView } from '@rejoin/shared';
import { countsOf, rosterOf } from './roster';

const person = (name: string, more: Partial<PersonInView>): PersonInView => ({
  name,
  pronouns: '',
  capacity: 'patient',
  staff: false,
  place: 'outside',
  online: false,
  ...more,
});
const people = {
  a: person('Dana', { staff: true, capacity: 'lead', place: 'main' }),
  b: person('Ana', { place: 'main' }),
  c: person('Ben', { place: 'waiting', since: '2026-11-23T18:02:00.000Z' }),
  d: person('Cleo', { place: 'waiting', since: '2026-11-23T18:01:00.000Z' }),
  e: person('Finn', { gate: { step: 'number' } }),
  f: person('Gus', { gate: { step: 'place', refusal: 'gate.driving' } }),
  g: person('Hal', { gate: { step: 'notBegun' } }),
  h: person('Ida', { place: 'left', leaving: { answer: 'call', at: '2026-11-23T18:05:00.000Z' } }),
  i: person('Jo', { place: 'left', leaving: { answer: 'unsafe', at: '2026-11-23T18:06:00.000Z' } }),
  j: person('Kim', { place: 'left', leaving: { answer: 'fine', at: '2026-11-23T18:05:00.000Z' } }),
  k: person('Lee', { place: 'removed', mayReturn: false }),
  l: person('Max', { place: 'left', leaving: { answer: 'call', at: '2026-11-23T18:05:00.000Z', mark: 'called' } }),
};

describe('the one list of staff', () => {
  it('has everyone once: who needs somebody first, who waits longest before who waits less, the refused first at the gate', () => {
    const names = rosterOf({ people }).map(({ part, people: listed }) => [part, ...listed.map(({ name }) => name)]);
    expect(names).toEqual([
      ['needsStaff', 'Jo', 'Ida'],
      ['waiting', 'Cleo', 'Ben'],
      ['gate', 'Gus', 'Finn'],
      ['main', 'Dana', 'Ana'],
      ['toCome', 'Hal'],
      ['left', 'Kim', 'Max'],
      ['out', 'Lee'],
    ]);
  });

  it('counts everyone in its heading', () => {
    expect(countsOf({ people })).toBe('12 expected · 2 in · 2 wait · 2 at the gate');
    expect(countsOf({ people: { b: people.b } })).toBe('1 expected · 1 in');
  });
});
