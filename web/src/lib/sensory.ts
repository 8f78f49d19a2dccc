import { changeSensory, type Me, readMe, type SensoryProfile, usualSensory } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { onForget } from './auth';
import { useMe } from './me';
import { remember, useCommand } from './query';
import { setSound } from './sound/sound';

/** The page's script before the first paint reads the same words. */
const key = 'rejoin-look';

function lookOf({ dim, largerText, reducedMotion }: SensoryProfile): string[] {
  return [dim && 'dim', largerText && 'large', reducedMotion && 'still'].filter((word) => word !== false);
}

/** Sound and screen of this page, from now on. */
export function applySensory(profile: SensoryProfile): void {
  setSound(profile);
  const look = lookOf(profile);
  const { dataset } = document.documentElement;
  for (const word of ['dim', 'large', 'still']) {
    if (look.includes(word)) dataset[word] = '';
    else delete dataset[word];
  }
  try {
    if (look.length > 0) localStorage.setItem(key, look.join(' '));
    else localStorage.removeItem(key);
  } catch {
    // Without storage the page is as usual until it knows who is signed in.
  }
}

onForget(() => applySensory(usualSensory));

const quietMs = 400;

/** One's own profile, and changing it: felt at once, kept for every device a moment later. */
export function useSensory() {
  const me = useMe();
  const client = useQueryClient();
  const command = useCommand(changeSensory);
  const { run } = command;
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; send: () => void } | null>(null);
  useEffect(
    () => () => {
      clearTimeout(waiting.current?.timer);
      waiting.current?.send();
    },
    [],
  );
  const change = (part: Partial<SensoryProfile>) => {
    const now = client.getQueryData<Me>([readMe.path]) ?? me;
    const sensory = { ...now.sensory, ...part };
    remember(client, readMe, { ...now, sensory });
    clearTimeout(waiting.current?.timer);
    const send = () => {
      waiting.current = null;
      run({ body: sensory });
    };
    waiting.current = { timer: setTimeout(send, quietMs), send };
  };
  return { profile: me.sensory, change, error: command.error, kept: command.done && !command.running };
}
