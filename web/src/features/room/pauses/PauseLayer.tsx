import { lazy, Suspense, useEffect } from 'react';
import { useRoom } from '../state/roomContext';

const load = () => import('./screens');
const BreakScreen = lazy(async () => ({ default: (await load()).BreakScreen }));
const MinuteScreen = lazy(async () => ({ default: (await load()).MinuteScreen }));

/** The quiet screen of a minute, or else that of a break. */
export function PauseLayer() {
  const { view } = useRoom();
  useEffect(() => {
    // Loaded ahead, so that it is there at once, also on a bad line.
    const soon = setTimeout(() => void load().catch(() => undefined), 2_000);
    return () => clearTimeout(soon);
  }, []);
  return (
    <Suspense fallback={null}>
      {view.me.minute ? <MinuteScreen minute={view.me.minute} /> : view.break?.resting && <BreakScreen now={view.break} />}
    </Suspense>
  );
}
