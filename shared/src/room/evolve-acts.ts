import type { Act } from './acts.js';
import type { RoomEvent } from './event.js';
import type { RoomLogState } from './state.js';

function keep(log: RoomLogState, seatId: string, act: Act): RoomLogState {
  return { ...log, acts: { ...log.acts, [seatId]: act } };
}

function forget(log: RoomLogState, seatId: string): RoomLogState {
  const { [seatId]: _, ...acts } = log.acts;
  return { ...log, acts };
}

const said = ({ textId }: { textId?: string }) => (textId === undefined ? {} : { textId });

/** What staff did to people, until it is over, and the closed door. */
export function evolveActs(log: RoomLogState, { type, payload, at }: RoomEvent): RoomLogState {
  switch (type) {
    case 'gear.stopped':
      return keep(log, payload.seatId, { kind: payload.kind, at, ...said(payload) });
    case 'seat.putBack':
      return keep(log, payload.seatId, { kind: 'putBack', at, ...said(payload) });
    case 'seat.removed':
      return keep(log, payload.seatId, { kind: 'removed', at, ...said(payload) });
    case 'seat.admitted':
    case 'seat.refused':
      return forget(log, payload.seatId);
    case 'act.read': {
      const act = log.acts[payload.seatId];
      return act ? keep(log, payload.seatId, { ...act, readAt: at }) : log;
    }
    case 'room.locked':
      return { ...log, lockedAt: at };
    case 'room.unlocked':
      return { ...log, lockedAt: null };
    default:
      return log;
  }
}
