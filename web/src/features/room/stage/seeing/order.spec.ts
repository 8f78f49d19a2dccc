import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderOf } from './order';

const everyone = Array.from({ length: 14 }, (_, index) => ({ seatId: `s${index}`, name: `N${(index * 5) % 14}`, staff: index % 5 === 0 }));
const crowd = fc.subarray(everyone);

describe('the order of the pictures', () => {
  it('begins with staff, then goes by name', () => {
    const people = [
      { seatId: 'c', name: 'Cleo', staff: false },
      { seatId: 'a', name: 'Ana', staff: false },
      { seatId: 'z', name: 'Zoe', staff: true },
    ];
    expect(orderOf([], people)).toEqual(['z', 'a', 'c']);
  });

  it('puts who comes later at the end, staff at the end of staff', () => {
    const later = [
      { seatId: 'c', name: 'Cleo', staff: false },
      { seatId: 'a', name: 'Ana', staff: false },
      { seatId: 'b', name: 'Bo', staff: true },
      { seatId: 'z', name: 'Zoe', staff: true },
    ];
    expect(orderOf(['z', 'c'], later)).toEqual(['z', 'b', 'c', 'a']);
  });

  it('changes the places of no two people who stay, whoever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(crowd, { minLength: 2, maxLength: 12 }), (moments) => {
        let before: string[] = [];
        for (const people of moments) {
          const now = orderOf(before, people);
          const stayed = now.filter((seatId) => before.includes(seatId));
          expect(stayed).toEqual(before.filter((seatId) => now.includes(seatId)));
          expect([...now].sort()).toEqual(people.map(({ seatId }) => seatId).sort());
          before = now;
        }
      }),
    );
  });

  it('is the same again when nobody comes or goes, in whatever order people are told', () => {
    fc.assert(
      fc.property(crowd, fc.nat(), (people, turn) => {
        const before = orderOf([], people);
        const at = people.length > 0 ? turn % people.length : 0;
        const renamed = [...people.slice(at), ...people.slice(0, at)].map((person) => ({ ...person, name: `${person.seatId}x` }));
        expect(orderOf(before, renamed)).toEqual(before);
      }),
    );
  });
});
