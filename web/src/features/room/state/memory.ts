import type { Place } from '@rejoin/shared';

/** What this page has lived through. */
export interface Memory {
  place: Place | null;
  wasHere: boolean;
  returning: boolean;
  early: boolean;
  putBack: boolean;
}

export const nothingYet: Memory = { place: null, wasHere: false, returning: false, early: false, putBack: false };
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
