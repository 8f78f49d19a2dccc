export interface GridSize {
  columns: number;
  width: number;
  height: number;
}

interface Room {
  count: number;
  width: number;
  height: number;
  gap: number;
}

/** A picture of 16:9 may be cut a little on a wide screen and to a square on a narrow one. */
const widest = 16 / 9;
const narrowestWide = 1.3;
const narrowestTall = 0.95;

function sizeWith(columns: number, { count, width, height, gap }: Room): GridSize {
  const rows = Math.ceil(count / columns);
  const cellWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
  const cellHeight = Math.max(0, (height - gap * (rows - 1)) / rows);
  const tileWidth = Math.min(cellWidth, cellHeight * widest);
  const tileHeight = Math.min(cellHeight, tileWidth / (width > height ? narrowestWide : narrowestTall));
  return { columns, width: Math.floor(tileWidth), height: Math.floor(tileHeight) };
}

/** The number of columns that shows everyone largest without scrolling. */
export function bestGrid(room: Room): GridSize {
  const all = Array.from({ length: Math.max(1, room.count) }, (_, index) => sizeWith(index + 1, room));
  return all.reduce((best, one) => (one.width * one.height > best.width * best.height ? one : best));
}
