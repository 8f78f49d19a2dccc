import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let aside: string | null = null;

/** Whose screen this page has put aside: the next one is shown again. */
export function putAside(seatId: string | null): void {
  aside = seatId;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAside = (): string | null => useSyncExternalStore(subscribe, () => aside);
