import { useSyncExternalStore } from 'react';

/** Held by every tab of this browser in which a member of staff shows a screen; a tab that breaks lets go of it by itself. */
const lockName = 'rejoin-screen-shown';

const listeners = new Set<() => void>();
let covered = false;
let ownHolds = 0;
let channel: BroadcastChannel | null = null;
let waiting = false;

function set(next: boolean): void {
  if (next === covered) return;
  covered = next;
  document.documentElement.toggleAttribute('data-covered', covered);
  for (const listener of listeners) listener();
}

/** Looks whether any tab shows a screen; where one does, waits for its end, which is when the lock can be had alone. */
async function look(): Promise<void> {
  const { locks } = navigator;
  if (!locks || waiting) return;
  const { held = [] } = await locks.query();
  if (!held.some(({ name, mode }) => name === lockName && mode === 'shared')) return set(ownHolds > 0);
  set(true);
  waiting = true;
  await locks.request(lockName, () => undefined);
  waiting = false;
  return look();
}

function listen(): void {
  if (channel || typeof BroadcastChannel === 'undefined') return;
  channel = new BroadcastChannel(lockName);
  channel.onmessage = () => void look();
  void look();
}

/** Covers what is private in all tabs of this browser, until the answer is called. */
export function holdCover(): () => void {
  listen();
  ownHolds += 1;
  set(true);
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));
  const told = () => {
    channel?.postMessage('shown');
    void look();
  };
  void navigator.locks?.request(lockName, { mode: 'shared' }, () => {
    told();
    return until;
  });
  return () => {
    ownHolds -= 1;
    release();
    if (!navigator.locks) set(ownHolds > 0);
  };
}

function subscribe(listener: () => void): () => void {
  listen();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a member of staff shows a screen in some tab of this browser. */
export const useCovered = (): boolean => useSyncExternalStore(subscribe, () => covered);
