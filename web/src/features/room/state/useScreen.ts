import type { RoomView } from '@rejoin/shared';
import { useState } from 'react';
import { nothingYet, remembered } from './memory';
import { type Screen, screenOf } from './screen';
import { useNow } from './useNow';

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
