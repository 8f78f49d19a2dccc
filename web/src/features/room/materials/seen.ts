import { useSyncExternalStore } from 'react';
import { keep, recall } from '../state/roomStorage';

const listeners = new Set<() => void>();
const keyOf = (sessionId: string) => `materials-seen:${sessionId}`;

/** These were on the screen of this page. */
export function seeMaterials(sessionId: string, ids: readonly string[]): void {
  const known = new Set((recall(keyOf(sessionId)) ?? '').split(' '));
  if (ids.every((id) => known.has(id))) return;
  keep(keyOf(sessionId), [...new Set([...known, ...ids])].join(' ').trim());
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSeenMaterials(sessionId: string): ReadonlySet<string> {
  const seen = useSyncExternalStore(subscribe, () => recall(keyOf(sessionId)) ?? '');
  return new Set(seen.split(' '));
}
