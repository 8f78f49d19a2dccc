import type { RoomView } from '@rejoin/shared';
import { useEffect } from 'react';
import type { LocalMedia } from '../media/localMedia';

type Paused = Pick<RoomView, 'break'> & { me: Pick<RoomView['me'], 'minute'> };

/** In a break, and in a minute for oneself, microphone and camera rest and nothing is heard or seen. */
export function isResting({ break: now, me }: Paused): boolean {
  return (now?.resting ?? false) || me.minute !== undefined;
}

let comesWithCamera = false;

/** The way back that a person chose: as soon as the pause is over, and only then. */
export function comeBackWithCamera(on: boolean): void {
  comesWithCamera = on;
}

/** Nothing comes on by itself after a pause, apart from a camera that the person asked for with the press that ended it. */
export function useRest(media: LocalMedia, resting: boolean): void {
  useEffect(() => {
    if (resting) {
      media.set('camera', false);
      media.set('microphone', false);
      return;
    }
    if (comesWithCamera) media.set('camera', true);
    comesWithCamera = false;
  }, [media, resting]);
}
