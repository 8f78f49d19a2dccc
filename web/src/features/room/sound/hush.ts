import { useEffect, useRef, useSyncExternalStore } from 'react';
import { announce } from '../../../lib/announce';
import { soundWords } from '../../../lib/soundWords';
import { soundOutput } from '../../../lib/sound/sound';
import { useRoom } from '../state/roomContext';

let hushed = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (hushed === next) return;
  hushed = next;
  soundOutput()?.hush(next);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the person has silenced the room for themselves. */
export function useHushed(): boolean {
  return useSyncExternalStore(subscribe, () => hushed);
}

export function setHushed(next: boolean): void {
  set(next);
  announce(next ? soundWords.hushed : soundWords.heard);
}

/** Silent at once, whatever the network does; the server is told, for a reload and for staff. Once per stage. */
export function useHushKept(): void {
  const { view, commands } = useRoom();
  const isHushed = useHushed();
  const { hushed: known = false } = view.me;
  // What was so before a reload is so again; after that this page decides.
  useEffect(() => {
    set(known);
    return () => set(false);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only once, when the stage appears
  }, []);
  const told = useRef(known);
  const { run } = commands;
  useEffect(() => {
    if (told.current === isHushed) return;
    told.current = isHushed;
    run({ type: 'hush', on: isHushed });
  }, [isHushed, run]);
}
