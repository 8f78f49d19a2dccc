import { useEffect, useRef } from 'react';
import type { Playable } from './mediaTypes';

export function RemoteAudio({ track }: { track: Playable }) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = element.current;
    if (!audio) return;
    track.attach(audio);
    return () => void track.detach(audio);
  }, [track]);
  return <audio ref={element} autoPlay />;
}
