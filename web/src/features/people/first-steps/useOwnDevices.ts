import { useCallback, useEffect, useState } from 'react';
import { measure } from '../../../lib/soundLevel';

const loudEnough = 0.04;

/** Asks for both, and for one alone where the other is missing. */
async function ask(): Promise<MediaStream> {
  for (const wanted of [{ video: true, audio: true }, { audio: true }, { video: true }]) {
    const stream = await navigator.mediaDevices.getUserMedia(wanted).catch(() => null);
    if (stream) return stream;
  }
  throw new Error('none');
}

/** One's own camera and microphone while this is on the page; let go when it is not. */
export function useOwnDevices() {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [starting, setStarting] = useState(false);
  const [isBlocked, setIsBlocked] = useState(false);
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  const start = useCallback(() => {
    setStarting(true);
    setIsBlocked(false);
    ask()
      .then(setStream, () => setIsBlocked(true))
      .finally(() => setStarting(false));
  }, []);
  useEffect(() => () => stream?.getTracks().forEach((track) => track.stop()), [stream]);
  const audio = stream?.getAudioTracks()[0];
  useEffect(() => {
    if (!audio) return undefined;
    return measure(audio, (now) => {
      setLevel(now);
      if (now > loudEnough) setHeard(true);
    });
  }, [audio]);
  return { stream, video: stream?.getVideoTracks()[0] ?? null, starting, isBlocked, level, heard, start };
}
