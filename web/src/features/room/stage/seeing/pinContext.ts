import { createContext, use } from 'react';

/** Keeps somebody large, or lets them go: stable, so that no tile is drawn again for it. */
export const PinContext = createContext<(seatId: string) => void>(() => undefined);

export function usePin(): (seatId: string) => void {
  return use(PinContext);
}
