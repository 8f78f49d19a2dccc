import { describe, expect, it } from '@jest/globals';
import { bestGrid } from './grid';

const wide = { width: 1240, height: 620, gap: 12 };
const narrow = { width: 366, height: 690, gap: 8 };

describe('the grid of pictures', () => {
  it.each([
    [1, 1],
    [2, 2],
    [4, 2],
    [6, 3],
    [12, 4],
  ])('lays %i people out in %i columns on a wide screen', (count, columns) => {
    expect(bestGrid({ count, ...wide }).columns).toBe(columns);
  });

  it.each(Array.from({ length: 13 }, (_, index) => index + 1))('fits %i people without scrolling, wide and narrow', (count) => {
    for (const room of [wide, narrow]) {
      const { columns, width, height } = bestGrid({ count, ...room });
      const rows = Math.ceil(count / columns);
      expect(columns * width + (columns - 1) * room.gap).toBeLessThanOrEqual(room.width);
      expect(rows * height + (rows - 1) * room.gap).toBeLessThanOrEqual(room.height);
      expect(width).toBeGreaterThanOrEqual(100);
    }
  });

  it('cuts no face narrower than the screen allows and none wider than a cinema', () => {
    for (let count = 1; count <= 13; count += 1) {
      const onWide = bestGrid({ count, ...wide });
      const onNarrow = bestGrid({ count, ...narrow });
      expect(onWide.width / onWide.height).toBeGreaterThan(1.28);
      expect(onNarrow.width / onNarrow.height).toBeGreaterThan(0.93);
      expect(onWide.width / onWide.height).toBeLessThan(1.8);
    }
  });

  it('keeps calm before it knows its size', () => {
    expect(bestGrid({ count: 3, width: 0, height: 0, gap: 8 })).toMatchObject({ width: 0, height: 0 });
  });
});
