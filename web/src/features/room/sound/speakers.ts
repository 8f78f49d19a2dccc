import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { soundOutput } from '../../../lib/sound/sound';

interface Speaker {
  id: string;
  label: string;
}

async function list(): Promise<Speaker[]> {
  const all = await navigator.mediaDevices?.enumerateDevices().catch(() => []);
  return (all ?? []).flatMap(({ kind, deviceId, label }) => (kind === 'audiooutput' && deviceId && label ? [{ id: deviceId, label }] : []));
}

function useSpeakers(): Speaker[] {
  const [speakers, setSpeakers] = useState<Speaker[]>([]);
  useEffect(() => {
    let gone = false;
    const look = () => void list().then((found) => gone || setSpeakers(found));
    look();
    navigator.mediaDevices?.addEventListener('devicechange', look);
    return () => {
      gone = true;
      navigator.mediaDevices?.removeEventListener('devicechange', look);
    };
  }, []);
  return speakers;
}

/** The loudspeakers to choose from, and the chosen one; none where the browser leaves that to the system. */
export function useSpeakerChoice(): { speakers: Speaker[]; chosen: string; choose: (id: string) => void } {
  const speakers = useSpeakers();
  const [wished, setWished] = useLocalStorage({ key: 'rejoin-speaker', defaultValue: '', getInitialValueInEffect: false });
  const isThere = speakers.some(({ id }) => id === wished);
  const chosen = isThere ? wished : (speakers[0]?.id ?? '');
  return { speakers: soundOutput()?.hasSpeakers() ? speakers : [], chosen, choose: setWished };
}

/** Plays through the chosen loudspeaker, from anywhere on the stage; one that was unplugged gives way to the standard one. */
export function SpeakerKeeper() {
  const { chosen } = useSpeakerChoice();
  useEffect(() => {
    if (chosen)
      void soundOutput()
        ?.useSpeaker(chosen)
        .catch(() => undefined);
  }, [chosen]);
  return null;
}
