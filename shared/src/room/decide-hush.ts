import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import { placeOf } from './standing.js';

/** Whoever silences the room stays in it; staff know, peers do not. */
export function hush({ state, seat: { seatId } }: Asked, { on }: Extract<RoomCommand, { type: 'hush' }>): Decision {
  if (state.endedAt) return refuse('room.ended');
  const place = placeOf(state, seatId);
  if (place !== 'main') return refuse(place === 'removed' ? 'room.removed' : 'room.notAdmitted');
  return seatId in state.hushed === on ? nothing : happened({ type: 'seat.hushed', v: 1, payload: { seatId, on } });
}
