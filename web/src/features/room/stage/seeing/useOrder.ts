import { useEffect, useState } from 'react';
import { keep, recall } from '../../state/roomStorage';
import { orderOf } from './order';

type People = Parameters<typeof orderOf>[1];

/** The order of the pictures for as long as this tab is in this session, over a reload too. */
export function useOrder(sessionId: string, people: People): readonly string[] {
  const key = `order:${sessionId}`;
  const [before, setBefore] = useState(() => recall(key)?.split(' ') ?? []);
  const now = orderOf(before, people);
  const joined = now.join(' ');
  // An empty room is the moment before the first news: it forgets no order.
  if (now.length > 0 && joined !== before.join(' ')) setBefore(now);
  useEffect(() => {
    if (joined) keep(key, joined);
  }, [key, joined]);
  return now;
}
