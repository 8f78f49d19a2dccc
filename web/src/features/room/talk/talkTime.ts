import type { ServerMessages } from '@rejoin/shared';
import { useEffect, useSyncExternalStore } from 'react';
import { onNews } from '../../../lib/socket';

type Seconds = ServerMessages['room.talked']['seconds'];

const none: Seconds = {};
let known: { sessionId: string; seconds: Seconds } | null = null;
const watchers = new Set<() => void>();

function set(next: typeof known): void {
  known = next;
  for (const watcher of watchers) watcher();
}

/** Listens from before the room is watched; only staff are ever told. */
export function useTalkNews(sessionId: string): void {
  useEffect(() => {
    const stop = onNews('room.talked', (news) => news.sessionId === sessionId && set(news));
    return () => {
      stop();
      set(null);
    };
  }, [sessionId]);
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** By seat: for how long each was heard in this session. */
export function useTalkSeconds(): Seconds {
  return useSyncExternalStore(subscribe, () => known?.seconds ?? none);
}

/** "not yet", "under a minute", "4 min". */
export function spokeWords(seconds: number | undefined): string {
  if (!seconds) return 'not yet';
  return seconds < 60 ? 'under a minute' : `${Math.floor(seconds / 60)} min`;
}
