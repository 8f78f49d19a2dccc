import { useEffect, useState } from 'react';

/** The time now, as an instant that moves on by itself. */
export function useNow(everyMs = 20_000): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
