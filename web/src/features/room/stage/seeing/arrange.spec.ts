import { describe, expect, it } from '@jest/globals';
import { arrange, type Spot } from './arrange';

const places = [
  { name: 'a 13-inch screen', width: 1245, height: 620 },
  { name: 'the same beside a panel', width: 860, height: 620 },
  { name: 'a phone', width: 370, height: 640 },
  { name: 'a phone with a card above', width: 370, height: 400 },
];
const counts = Array.from({ length: 9 }, (_, index) => index + 1);

const overlaps = (a: Spot, b: Spot) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe.each(places)('on $name', ({ width, height }) => {
  it.each(counts)('stand %i pictures side by side inside the place, with a large one and without', (count) => {
    for (const hasBig of [false, true]) {
      const { big, tiles } = arrange({ count, hasBig, width, height });
      const spots = big ? [big, ...tiles] : tiles;
      expect(spots).toHaveLength(count + Number(hasBig));
      for (const spot of spots) {
        expect(spot.left).toBeGreaterThanOrEqual(0);
        expect(spot.top).toBeGreaterThanOrEqual(0);
        expect(spot.left + spot.width).toBeLessThanOrEqual(width + 1);
        expect(spot.top + spot.height).toBeLessThanOrEqual(height + 1);
      }
      spots.forEach((a, at) => spots.slice(at + 1).forEach((b) => expect(overlaps(a, b)).toBe(false)));
    }
  });

  it('is one large picture when only one is wanted', () => {
    const { big, tiles } = arrange({ count: 0, hasBig: true, width, height });
    expect(tiles).toEqual([]);
    expect((big?.width ?? 0) / (big?.height ?? 1)).toBeLessThan(1.8);
    expect(big?.width).toBeLessThanOrEqual(width);
    expect((big?.width ?? 0) * (big?.height ?? 0)).toBeGreaterThan(0.5 * width * height * (width > height ? 1 : 0.8));
  });
});

it('stands where nothing is until it knows its place', () => {
  expect(arrange({ count: 3, hasBig: true, width: 0, height: 0 })).toEqual({ big: null, tiles: [] });
});
