import { useSyncExternalStore } from 'react';

const key = 'rejoin-hearing';
const watchers = new Set<() => void>();

/** Kept on this device: whether the page may listen for a microphone that is off or dead. */
function isWanted(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function wantHearing(wanted: boolean): void {
  try {
    if (wanted) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Without storage it holds until the page is closed.
  }
  for (const watcher of watchers) watcher();
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function useHearingWanted(): boolean {
  return useSyncExternalStore(subscribe, isWanted);
}
