import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pageOf, pictures } from './pages';

const order = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`);
const all = (count: number, size: number, taken: number) => {
  const { pages } = pageOf({ order: order(count), page: 0, size, taken });
  return Array.from({ length: pages }, (_, page) => pageOf({ order: order(count), page, size, taken }));
};

describe('pages of pictures', () => {
  it('show eight others and oneself at once on a wide screen, and go on from the tenth picture', () => {
    expect(pageOf({ order: order(8), page: 0, size: pictures.wide, taken: 1 }).pages).toBe(1);
    expect(pageOf({ order: order(9), page: 0, size: pictures.wide, taken: 1 }).pages).toBe(2);
    expect(pageOf({ order: order(12), page: 1, size: pictures.wide, taken: 1 }).seatIds).toEqual(['s8', 's9', 's10', 's11']);
  });

  it('show four pictures on a phone', () => {
    expect(pageOf({ order: order(5), page: 0, size: pictures.phone }).seatIds).toEqual(['s0', 's1', 's2', 's3']);
    expect(pageOf({ order: order(5), page: 0, size: pictures.phone }).pages).toBe(2);
  });

  it('fall back to the last page when others have left', () => {
    expect(pageOf({ order: order(5), page: 4, size: 4 })).toEqual({ page: 1, pages: 2, seatIds: ['s4'] });
    expect(pageOf({ order: [], page: 3, size: 4, taken: 1 })).toEqual({ page: 0, pages: 1, seatIds: [] });
  });

  it('show everyone exactly once, in their order, and none too many', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 2, max: 9 }), fc.nat(1), (count, size, taken) => {
        const pages = all(count, size, taken);
        expect(pages.flatMap(({ seatIds }) => seatIds)).toEqual(order(count));
        pages.forEach(({ seatIds }, page) => expect(seatIds.length).toBeLessThanOrEqual(page === 0 ? size - taken : size));
        pages.slice(1).forEach(({ seatIds }) => expect(seatIds.length).toBeGreaterThan(0));
      }),
    );
  });
});
