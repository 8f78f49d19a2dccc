import type { RoomView } from '@rejoin/shared';
import { useEffect, useRef, useState } from 'react';
import type { LocalMedia } from '../media/localMedia';
import type { Screen } from './screen';
import type { RoomCommands } from './useRoomCommands';

export interface Elsewhere {
  /** The person chose to stay on the other page. */
  staysThere: boolean;
  stayThere: () => void;
}

interface Options {
  view: RoomView;
  device: string;
  screen: Screen | null;
  commands: RoomCommands;
  media: LocalMedia;
}

/** When the other page of this person goes, this one goes on by itself: unseen and unheard until they choose otherwise. */
export function useElsewhere({ view, device, screen, commands: { run }, media }: Options): Elsewhere {
  const [staysThere, setStaysThere] = useState(false);
  const wasElsewhere = useRef(false);
  const { place, seatId } = view.me;
  const isFree = screen === 'preview' && (place === 'main' || place === 'waiting') && !view.people[seatId]?.online;
  useEffect(() => {
    if (screen === 'otherDevice') wasElsewhere.current = true;
    if (!isFree || !wasElsewhere.current || staysThere) return;
    wasElsewhere.current = false;
    media.set('camera', false);
    media.enterMuted();
    run({ type: 'arrive', device, stayHere: false });
  }, [screen, isFree, staysThere, device, run, media]);
  return { staysThere, stayThere: () => setStaysThere(true) };
}
