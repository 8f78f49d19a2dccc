import { gearKinds } from '@rejoin/shared';
import { lazy, Suspense, useEffect } from 'react';
import { useRoom } from '../state/roomContext';
import { keep, recall } from '../state/roomStorage';

const ActCard = lazy(async () => ({ default: (await import('./ActCard')).ActCard }));

/** What staff turned off is turned off here, once; only the person turns it on again. */
export function StoppedGear() {
  const { sessionId, view, media } = useRoom();
  const { act } = view.me;
  const kind = gearKinds.find((one) => one === act?.kind);
  const at = act?.at;
  useEffect(() => {
    const key = `stopped:${sessionId}`;
    if (!kind || !at || recall(key) === at) return;
    keep(key, at);
    media.set(kind, false);
  }, [sessionId, kind, at, media]);
  return act && kind ? (
    <Suspense fallback={null}>
      <ActCard act={act} />
    </Suspense>
  ) : null;
}
