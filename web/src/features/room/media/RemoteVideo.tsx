import { useEffect, useRef } from 'react';
import type { Playable } from './mediaTypes';
import classes from './video.module.css';

export function RemoteVideo({ track, name }: { track: Playable; name: string }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    track.attach(video);
    return () => void track.detach(video);
  }, [track]);
  return <video ref={element} className={classes.video} playsInline muted aria-label={`Picture of ${name}`} />;
}
