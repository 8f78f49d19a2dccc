import { useEffect, useState } from 'react';
import { useConnection } from '../../../lib/socket';

const quietMs = 3_000;

/** True when the server has been out of reach for long enough to say so. */
export function useServerAway(): boolean {
  const connected = useConnection() === 'connected';
  const [away, setAway] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAway(!connected), connected ? 0 : quietMs);
    return () => clearTimeout(timer);
  }, [connected]);
  return away && !connected;
}
