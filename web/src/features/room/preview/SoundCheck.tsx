import { IconMicrophone } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { measure } from '../../../lib/soundLevel';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';
import classes from './SoundCheck.module.css';

const bars = 12;

/** Shows that the microphone hears something, without anybody else hearing it. */
export function SoundCheck() {
  const { media } = useRoom();
  const { track } = useLocalMediaState(media).microphone;
  const [level, setLevel] = useState(0);
  useEffect(() => (track ? measure(track, setLevel) : undefined), [track]);
  if (!track) return null;
  const lit = Math.round(level * bars);
  return (
    <p className={classes.root}>
      <IconMicrophone size={20} aria-hidden />
      <span>Say something: the bar moves when your microphone works.</span>
      <span className={classes.meter} role="img" aria-label={lit > 0 ? 'Your microphone works' : 'Your microphone is quiet'}>
        {Array.from({ length: bars }, (_, index) => (
          <span key={index} className={classes.bar} data-lit={index < lit || undefined} />
        ))}
      </span>
    </p>
  );
}
