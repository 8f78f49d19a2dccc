import type { RoomEvent } from './event.js';
import type { RoomLogState } from './state.js';

/** Who leaves and comes back hears again. */
export function evolveHush(log: RoomLogState, event: RoomEvent): RoomLogState {
  switch (event.type) {
    case 'seat.hushed':
    case 'seat.left':
    case 'seat.putBack':
    case 'seat.removed':
    case 'seat.refused': {
      const { seatId } = event.payload;
      const { [seatId]: _, ...others } = log.hushed;
      return { ...log, hushed: event.type === 'seat.hushed' && event.payload.on ? { ...others, [seatId]: true } : others };
    }
    default:
      return log;
  }
}
