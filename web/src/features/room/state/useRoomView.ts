import { roomProtocol } from '@rejoin/shared';
import { useEffect, useState } from 'react';
import { keep, recall } from './roomStorage';
import { keepWatching } from './roomWatch';
import type { Watched } from './watched';

const key = 'reloaded';

/** A page of another version reloads itself, but never in circles. */
function reloadOnce(): void {
  if (recall(key) === String(roomProtocol)) return;
  keep(key, String(roomProtocol));
  window.location.reload();
}

export function useRoomView(sessionId: string, device: string): Watched {
  const [watched, setWatched] = useState<Watched>({ status: 'loading' });
  useEffect(() => keepWatching({ sessionId, device }, setWatched), [sessionId, device]);
  useEffect(() => {
    if (watched.status === 'old') reloadOnce();
    if (watched.status === 'shown') keep(key, null);
  }, [watched.status]);
  return watched;
}
