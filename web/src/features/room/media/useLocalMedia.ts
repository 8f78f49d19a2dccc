import { useEffect, useState, useSyncExternalStore } from 'react';
import { LocalMedia, type LocalMediaState } from './localMedia';

/** Own camera and microphone, held while they are needed. */
export function useLocalMedia(sessionId: string, needed: boolean): LocalMedia {
  const [media] = useState(() => new LocalMedia(sessionId));
  useEffect(() => {
    if (!needed) return;
    media.start();
    return () => media.stop();
  }, [media, needed]);
  return media;
}

export function useLocalMediaState(media: LocalMedia): LocalMediaState {
  return useSyncExternalStore(media.subscribe, media.get);
}
