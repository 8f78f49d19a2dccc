import { useCallback, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { onForget } from '../../../lib/auth';

const key = 'rejoin-volumes';
const kept = 60;
const Volumes = z.array(z.tuple([z.string(), z.number().min(0).max(2)]));

export const loudest = 2;
const usual = 1;

function read(): Map<string, number> {
  try {
    return new Map(Volumes.safeParse(JSON.parse(localStorage.getItem(key) ?? '[]')).data ?? []);
  } catch {
    return new Map();
  }
}

let volumes: ReadonlyMap<string, number> | null = null;
const listeners = new Set<() => void>();

function tell(next: ReadonlyMap<string, number>): void {
  volumes = next;
  for (const listener of listeners) listener();
}

function keep(seatId: string, volume: number): void {
  const next = new Map(volumes ?? read());
  next.delete(seatId);
  if (volume !== usual) next.set(seatId, volume);
  tell(next);
  try {
    localStorage.setItem(key, JSON.stringify([...next].slice(-kept)));
  } catch {
    // It then holds until the page is closed.
  }
}

onForget(() => {
  tell(new Map());
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How loud somebody is for the person at this device, whose wish it is and who alone knows. */
export function useVolume(seatId: string): [number, (volume: number) => void] {
  const volume = useSyncExternalStore(subscribe, () => (volumes ??= read()).get(seatId) ?? usual);
  return [volume, useCallback((next) => keep(seatId, next), [seatId])];
}
