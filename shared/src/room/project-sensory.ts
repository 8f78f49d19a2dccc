import type { PersonInView } from './view.js';
import type { RoomState, RosterSeat } from './state.js';
import { placeOf } from './standing.js';

/** For staff: how sound and screen are for this person, and that the person has silenced the room. */
export function sensoryForStaff(state: RoomState, { seatId, staff, sensory }: RosterSeat): Pick<PersonInView, 'sensory' | 'hushed'> {
  return {
    ...(sensory && !staff ? { sensory } : {}),
    ...(seatId in state.hushed && placeOf(state, seatId) === 'main' ? { hushed: true } : {}),
  };
}

/** One's own silence, to be kept over a reload. */
export function ownHush(state: RoomState, seatId: string): { hushed?: true } {
  return seatId in state.hushed && placeOf(state, seatId) === 'main' ? { hushed: true } : {};
}
