import type { Place, RoomView } from '@rejoin/shared';
import { useState } from 'react';
import { type Screen, screenOf } from './screen';
import { useNow } from './useNow';

interface Memory {
  place: Place | null;
  wasHere: boolean;
  returning: boolean;
  early: boolean;
  putBack: boolean;
}

const nothingYet: Memory = { place: null, wasHere: false, returning: false, early: false, putBack: false };
const isHere = (place: Place | null) => place === 'waiting' || place === 'main';

/** What follows from a change of place. */
export function remembered(memory: Memory, place: Place): Memory {
  const wasPutBack = memory.place === 'main' && place === 'waiting';
  return {
    ...memory,
    place,
    wasHere: memory.wasHere || isHere(place),
    returning: isHere(place) ? false : memory.returning,
    putBack: place === 'waiting' && (wasPutBack || memory.putBack),
  };
}

export interface UsedScreen {
  screen: Screen | null;
  putBack: boolean;
  /** Lets the person past the page that says that they left, or that it is early. */
  comeBack: () => void;
  goInEarly: () => void;
}

export function useScreen(view: RoomView | null, device: string): UsedScreen {
  const now = useNow(5_000);
  const [memory, setMemory] = useState(nothingYet);
  const place = view?.me.place ?? null;
  if (place !== null && place !== memory.place) setMemory(remembered(memory, place));
  return {
    screen: view && screenOf(view, { ...memory, device, now }),
    putBack: memory.putBack,
    comeBack: () => setMemory((was) => ({ ...was, returning: true })),
    goInEarly: () => setMemory((was) => ({ ...was, early: true })),
  };
}
