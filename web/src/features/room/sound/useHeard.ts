import { useEffect, useMemo } from 'react';
import { soundOutput, useSoundRuns } from '../../../lib/sound/sound';
import type { UsedMediaRoom } from '../media/useMediaRoom';

/** The media room as it is heard: through the page's one output, which waits for a touch of the page before it plays. */
export function useHeard(live: UsedMediaRoom, isIn: boolean): UsedMediaRoom {
  useEffect(() => (isIn ? soundOutput()?.hold() : undefined), [isIn]);
  const runs = useSoundRuns(isIn);
  const { snapshot, playSound } = live;
  return useMemo(
    () => ({
      ...live,
      snapshot: runs || !snapshot.canPlay ? snapshot : { ...snapshot, canPlay: false },
      playSound: () => {
        soundOutput()?.resume();
        playSound();
      },
    }),
    [live, snapshot, playSound, runs],
  );
}
