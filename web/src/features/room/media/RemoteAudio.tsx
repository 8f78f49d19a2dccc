import { useEffect, useRef } from 'react';
import { soundOutput } from '../../../lib/sound/sound';
import type { Voice } from '../../../lib/sound/voice';
import { useVolume } from '../sound/volumes';
import type { Playable } from './mediaTypes';

interface Props {
  track: Playable;
  /** Whose volume it has. */
  seatId: string;
  /** What else comes from the same person, such as a shared screen. */
  part?: string;
}

/** Sound of somebody else. The element is silent: browsers only decode what one plays, and what is heard goes through the page's one output. */
export function RemoteAudio({ track, seatId, part = '' }: Props) {
  const element = useRef<HTMLAudioElement>(null);
  const voice = useRef<Voice | null>(null);
  const [volume] = useVolume(seatId);
  useEffect(() => {
    const audio = element.current;
    if (!audio) return;
    const output = soundOutput();
    if (!output) {
      track.attach(audio);
      return () => void track.detach(audio);
    }
    // Not attached by the media client, which makes its elements heard: nothing may pass beside the one output.
    const stream = new MediaStream([track.mediaStreamTrack]);
    audio.muted = true;
    audio.srcObject = stream;
    void audio.play().catch(() => undefined);
    voice.current = output.hear(stream, `${seatId}${part}`);
    return () => {
      voice.current?.close();
      voice.current = null;
      audio.srcObject = null;
    };
  }, [track, seatId, part]);
  useEffect(() => voice.current?.setVolume(volume), [track, volume]);
  return <audio ref={element} autoPlay />;
}
