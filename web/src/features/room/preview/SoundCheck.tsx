import { IconMicrophone } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';
import classes from './SoundCheck.module.css';

const bars = 12;

/** Measures a copy of the track: the track itself stays off. Nothing leaves the page. */
function measure(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const copy = track.clone();
  copy.enabled = true;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(new MediaStream([copy])).connect(analyser);
  const wave = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(wave);
    const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length;
    onLevel(Math.min(1, Math.sqrt(power) * 6));
  }, 100);
  return () => {
    clearInterval(timer);
    copy.stop();
    void context.close();
  };
}

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
