import type { Place } from './event.js';
import type { RoomState, RosterSeat } from './state.js';
import type { Phase } from './view.js';

/** Where a seat stands now: by the log, unless the seat or the whole session was taken back. */
export function placeOf(state: RoomState, seatId: string): Place {
  const standing = state.standings[seatId];
  if (!standing) return 'outside';
  const isOver = state.plan.cancelled || (state.roster[seatId]?.ended ?? true);
  return isOver && standing.place !== 'removed' ? 'left' : standing.place;
}

export function phaseOf(state: RoomState): Phase {
  if (state.plan.cancelled) return 'cancelled';
  if (state.endedAt) return 'ended';
  if (state.startedAt) return 'running';
  return state.opened ? 'open' : 'planned';
}

/** The seat that may be in this media room under this identity now; none for an identity that another device replaced. */
export function seatInMedia(state: RoomState, mediaRoom: string, identity: string): RosterSeat | null {
  const phase = phaseOf(state);
  const isOpen = (phase === 'open' || phase === 'running') && state.opened?.mediaRoom === mediaRoom;
  const seatId = state.identities[identity];
  if (!isOpen || seatId === undefined || placeOf(state, seatId) !== 'main') return null;
  return state.standings[seatId]?.identity === identity ? (state.roster[seatId] ?? null) : null;
}

/** Every identity that may be in the media room now. */
export function identitiesInMedia(state: RoomState): string[] {
  const room = state.opened?.mediaRoom;
  if (room === undefined) return [];
  return Object.keys(state.identities).filter((identity) => seatInMedia(state, room, identity) !== null);
}
