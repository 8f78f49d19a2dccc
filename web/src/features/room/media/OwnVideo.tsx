import { useEffect, useRef } from 'react';
import classes from './video.module.css';

/** One's own picture, as in a mirror. */
export function OwnVideo({ track }: { track: MediaStreamTrack }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    video.srcObject = new MediaStream([track]);
    return () => {
      video.srcObject = null;
    };
  }, [track]);
  return <video ref={element} className={classes.video} data-mirrored autoPlay playsInline muted aria-label="Your picture" />;
}
