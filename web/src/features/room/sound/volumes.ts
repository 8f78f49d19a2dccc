import { useCallback, useSyncExternalStore } from 'react';
import { onForget } from '../../../lib/auth';

const key = 'rejoin-volumes';
const kept = 60;

export const loudest = 2;
const usual = 1;

function isVolume(value: unknown): value is [string, number] {
  if (!Array.isArray(value)) return false;
  const [seatId, volume] = value as unknown[];
  return typeof seatId === 'string' && typeof volume === 'number' && volume >= 0 && volume <= loudest;
}

function read(): Map<string, number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Map(Array.isArray(stored) ? stored.filter(isVolume) : []);
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
