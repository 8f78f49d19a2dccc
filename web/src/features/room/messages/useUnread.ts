import type { RoomView } from '@rejoin/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, recall } from '../state/roomStorage';
import { fromOtherSide } from './threads';

export interface Unread {
  /** How many lines of a thread this page has not shown yet. */
  of: (threadId: string) => number;
  total: number;
  /** The thread is on the screen now. */
  seen: (threadId: string) => void;
}

const keyOf = (sessionId: string) => `message-seen:${sessionId}`;

/** Which private lines were read on this tab, over a reload too: ids only. */
export function useUnread(view: RoomView): Unread {
  const key = keyOf(view.sessionId);
  const [read, setRead] = useState<ReadonlySet<string>>(() => new Set((recall(key) ?? '').split(' ')));
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });
  useEffect(() => keep(key, [...read].join(' ')), [key, read]);
  const seen = useCallback((threadId: string) => {
    const lines = fromOtherSide(latest.current, threadId);
    setRead((was) => (lines.every((textId) => was.has(textId)) ? was : new Set([...was, ...lines])));
  }, []);
  const of = (threadId: string) => fromOtherSide(view, threadId).filter((textId) => !read.has(textId)).length;
  const total = Object.keys(view.threads).reduce((sum, threadId) => sum + of(threadId), 0);
  return { of, total, seen };
}
