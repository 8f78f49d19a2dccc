/** So many pictures at once; more go to the next page. */
export const pictures = { wide: 9, phone: 4 } as const;

export interface PageOf {
  page: number;
  pages: number;
  seatIds: readonly string[];
}

interface Wish {
  order: readonly string[];
  /** The page that was chosen; the last one where there are fewer now. */
  page: number;
  size: number;
  /** Places of the first page that are taken already: one's own picture. */
  taken?: number;
}

/** Who is on a page. Nobody changes the page but by those who come or go before them. */
export function pageOf({ order, page, size, taken = 0 }: Wish): PageOf {
  const first = Math.max(1, size - taken);
  const pages = order.length <= first ? 1 : 1 + Math.ceil((order.length - first) / size);
  const at = Math.min(Math.max(0, page), pages - 1);
  const from = at === 0 ? 0 : first + (at - 1) * size;
  return { page: at, pages, seatIds: order.slice(from, at === 0 ? first : from + size) };
}
