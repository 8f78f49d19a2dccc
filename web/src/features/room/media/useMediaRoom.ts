import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { LocalMedia } from './localMedia';
import type { MediaRoom } from './mediaRoom';
import { type MediaSnapshot, noMedia, type Wanted } from './mediaTypes';

interface Options {
  sessionId: string;
  device: string;
  media: LocalMedia;
  /** Load the code ahead of need, once the page stands. */
  warm: boolean;
  /** Take the place in the media room and keep it. */
  wanted: boolean;
}

const nothing = () => () => undefined;
const retryMs = 2_000;

/** The one place where the code that talks to the SFU is loaded; a chunk that fails to load is asked for again. */
async function loadMediaRoom(): Promise<typeof import('./mediaRoom')> {
  for (;;) {
    try {
      return await import('./mediaRoom');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

function useLoaded({ sessionId, device, media, warm, wanted }: Options): MediaRoom | null {
  const [room, setRoom] = useState<MediaRoom | null>(null);
  const needed = warm || wanted;
  useEffect(() => {
    if (!needed || room) return;
    let gone = false;
    void loadMediaRoom().then((loaded) => gone || setRoom(new loaded.MediaRoom({ sessionId, device }, media)));
    return () => {
      gone = true;
    };
  }, [needed, room, sessionId, device, media]);
  return room;
}

export interface UsedMediaRoom {
  snapshot: MediaSnapshot;
  playSound: () => void;
  /** Says whose picture this page shows: nobody else's is sent. */
  want: (wanted: Wanted) => void;
}

export function useMediaRoom(options: Options): UsedMediaRoom {
  const room = useLoaded(options);
  const { wanted } = options;
  useEffect(() => {
    if (!room || !wanted) return;
    room.start();
    return () => room.stop();
  }, [room, wanted]);
  const snapshot = useSyncExternalStore(room?.subscribe ?? nothing, room?.get ?? (() => noMedia));
  return {
    snapshot,
    playSound: useCallback(() => room?.playSound(), [room]),
    want: useCallback((wanted) => room?.want(wanted), [room]),
  };
}
