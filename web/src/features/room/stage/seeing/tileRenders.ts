import { useEffect } from 'react';

/** How often each tile of this page was drawn: read by tests and benches. */
const renders: Record<string, number> = {};

export function useRenderCount(seatId: string): void {
  useEffect(() => {
    renders[seatId] = (renders[seatId] ?? 0) + 1;
    Object.assign(window, { rejoinTileRenders: renders });
  });
}
