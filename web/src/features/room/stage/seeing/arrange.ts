import { bestGrid } from '../grid';

export interface Spot {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Arrangement {
  big: Spot | null;
  tiles: readonly Spot[];
}

interface Area {
  width: number;
  height: number;
}

interface Wish extends Area {
  /** How many small pictures. */
  count: number;
  /** Whether one is shown large above or beside them. */
  hasBig: boolean;
}

const narrow = 600;
const gapIn = ({ width }: Area): number => (width < narrow ? 8 : 12);

function rowsOf(count: number, columns: number): number[] {
  return Array.from({ length: Math.ceil(count / columns) }, (_, row) => Math.min(columns, count - row * columns));
}

/** All of the same size, as large as there is room, each row in the middle. */
function grid(count: number, area: Area): Spot[] {
  const gap = gapIn(area);
  const { columns, width, height } = bestGrid({ count, width: area.width, height: area.height, gap });
  const rows = rowsOf(count, columns);
  const top = (area.height - rows.length * height - (rows.length - 1) * gap) / 2;
  return rows.flatMap((inRow, row) => {
    const left = (area.width - inRow * width - (inRow - 1) * gap) / 2;
    return Array.from({ length: inRow }, (_, column) => ({
      left: Math.round(left + column * (width + gap)),
      top: Math.round(top + row * (height + gap)),
      width,
      height,
    }));
  });
}

/** A face fills the place; a wide screen does not stretch it over more than a cinema's. */
function one(area: Area): Spot {
  const [spot] = grid(1, area);
  return spot ?? { left: 0, top: 0, width: area.width, height: area.height };
}

const shift = (spots: readonly Spot[], left: number, top: number) =>
  spots.map((spot) => ({ ...spot, left: spot.left + left, top: spot.top + top }));

/** The small ones stand at the side of a wide place and below in a tall one. */
function withStrip({ count, width, height }: Wish): Arrangement {
  const gap = gapIn({ width, height });
  if (width >= height) {
    const side = Math.max(120, Math.min(Math.round(width * 0.24), 260));
    const rest = width - side - gap;
    return { big: one({ width: rest, height }), tiles: shift(grid(count, { width: side, height }), rest + gap, 0) };
  }
  const below = Math.round(Math.max(90, Math.min(height * 0.28, 260)));
  const rest = height - below - gap;
  return { big: one({ width, height: rest }), tiles: shift(grid(count, { width, height: below }), 0, rest + gap) };
}

/** Where each picture stands. Pure geometry: nothing moves while nobody comes, goes or chooses. */
export function arrange(wish: Wish): Arrangement {
  if (wish.width <= 0 || wish.height <= 0) return { big: null, tiles: [] };
  if (!wish.hasBig) return { big: null, tiles: wish.count > 0 ? grid(wish.count, wish) : [] };
  return wish.count > 0 ? withStrip(wish) : { big: one(wish), tiles: [] };
}
