import type { RoomEvent } from './event.js';
import type { RoomLogState } from './state.js';

/** The last word of each seat on how it wants to take part. */
export function evolveWish(log: RoomLogState, event: RoomEvent): RoomLogState {
  if (event.type !== 'seat.wished') return log;
  const { seatId, ...wish } = event.payload;
  return { ...log, wishes: { ...log.wishes, [seatId]: wish } };
}
