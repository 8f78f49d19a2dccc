import { beatEveryMs } from '@rejoin/shared';
import { useEffect, useRef } from 'react';
import { beat } from '../../../lib/socket';
import { tick } from './ticker';

export interface SignOfLife {
  connected: boolean;
  videoSent: boolean;
  audioSent: boolean;
  couldHear: boolean;
  spoke: boolean;
}

/** A sign of life every two seconds while this page holds the seat. */
export function useBeat(target: { sessionId: string; device: string }, holds: boolean, read: () => SignOfLife): void {
  const { sessionId, device } = target;
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    if (!holds) return;
    const send = () => beat({ sessionId, device, ...latest.current() });
    send();
    return tick(beatEveryMs, send);
  }, [holds, sessionId, device]);
}
