import { useEffect, useState } from 'react';
import { checkWords } from '../../../lib/checkWords';
import { measure } from '../../../lib/soundLevel';
import classes from './DeviceCheck.module.css';

/** A bar that moves with one's own voice. What it means is said beside it. */
export function Meter({ track, onLevel }: { track: MediaStreamTrack; onLevel: (level: number) => void }) {
  const [level, setLevel] = useState(0);
  useEffect(
    () =>
      measure(track, (now) => {
        setLevel(now);
        onLevel(now);
      }),
    [track, onLevel],
  );
  return (
    <>
      <p className={classes.next}>{checkWords.microphone.say}</p>
      <div className={classes.meter} aria-hidden>
        <span style={{ width: `${Math.round(level * 100)}%` }} />
      </div>
    </>
  );
}
