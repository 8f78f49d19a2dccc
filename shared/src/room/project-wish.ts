import type { RoomState, RosterSeat } from './state.js';
import type { PersonInView, RoomView } from './view.js';
import type { WishInView } from './wish.js';

function wishOf(state: RoomState, seatId: string): WishInView | undefined {
  const said = state.wishes[seatId];
  if (!said) return undefined;
  const { textId, ...wish } = said;
  const line = textId === undefined ? null : state.texts[textId];
  return line ? { ...wish, line } : wish;
}

/** What staff see of how a person wants to take part, and of their device. */
export function beforeForStaff(state: RoomState, seat: RosterSeat): Pick<PersonInView, 'wish' | 'check'> {
  const wish = wishOf(state, seat.seatId);
  return { ...(wish ? { wish } : {}), ...(seat.check ? { check: seat.check } : {}) };
}

/** The same of oneself. */
export const ownBefore = (state: RoomState, seat: RosterSeat): Pick<RoomView['me'], 'wish' | 'check'> => beforeForStaff(state, seat);
