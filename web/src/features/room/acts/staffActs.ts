import { useSyncExternalStore } from 'react';

/** What staff can do to a person who is in the room. */
export type StaffAct = 'microphone' | 'camera' | 'putBack' | 'remove';

interface Asked {
  seatId: string;
  act: StaffAct;
}

interface State {
  /** The act whose sentence is being written. */
  asked: Asked | null;
  /** The person whose page is open in the panel. */
  open: string | null;
}

let state: State = { asked: null, open: null };
const listeners = new Set<() => void>();

function change(part: Partial<State>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the sentence of an act: from a tile, a row, a key or a person's page alike. */
export const askFor = (seatId: string, act: StaffAct): void => change({ asked: { seatId, act } });
export const askNothing = (): void => change({ asked: null });
export const openPerson = (seatId: string | null): void => change({ open: seatId });

export const useStaffActs = (): State => useSyncExternalStore(subscribe, () => state);
