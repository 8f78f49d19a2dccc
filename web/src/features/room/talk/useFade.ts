import { useEffect, useState } from 'react';
import { serverNow } from '../state/serverClock';
import { fadesIn } from './reactions';

/** The server's time, told again when the next of these fades: nothing ticks while nothing is shown. */
export function useFade(times: readonly { at: string; shownMs: number }[]): number {
  const [, setCount] = useState(0);
  const now = serverNow();
  const left = fadesIn(times, now);
  useEffect(() => {
    if (left === null) return;
    const timer = setTimeout(() => setCount((count) => count + 1), left + 30);
    return () => clearTimeout(timer);
  });
  return now;
}
