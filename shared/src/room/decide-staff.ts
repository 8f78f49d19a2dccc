import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import type { NewRoomEvent, Place } from './event.js';
import { gateRefusal } from './gate.js';
import { placeOf } from './standing.js';
import type { RosterSeat } from './state.js';

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

interface Target {
  seat: RosterSeat;
  place: Place;
}

function target({ state }: Asked, seatId: string): Target | undefined {
  const seat = state.roster[seatId];
  return seat && !seat.ended ? { seat, place: placeOf(state, seatId) } : undefined;
}

const admitted = (seatId: string): NewRoomEvent => ({ type: 'seat.admitted', v: 1, payload: { seatId } });

/** Lets one person in, who has passed the gate. A co-lead may have done so a moment ago: then nothing changes. */
export function admit(asked: Asked, { seatId }: Command<'admit'>): Decision {
  const found = target(asked, seatId);
  if (!found) return refuse('room.notSeated');
  if (found.place === 'main') return nothing;
  if (found.place !== 'waiting') return refuse('room.notWaiting');
  return gateRefusal(found.seat.gate) ? refuse('room.gateOpen') : happened(admitted(seatId));
}

/** Lets in everyone who waits, first come first; who lost the connection while waiting keeps that too. */
export function admitAll({ state }: Asked): Decision {
  const isReady = ({ seatId, gate }: RosterSeat) => placeOf(state, seatId) === 'waiting' && !gateRefusal(gate);
  const waiting = Object.values(state.roster)
    .filter(isReady)
    .map(({ seatId }) => seatId);
  const since = (seatId: string) => state.standings[seatId]?.since ?? '';
  waiting.sort((a, b) => (since(a) + a < since(b) + b ? -1 : 1));
  return happened(...waiting.map(admitted));
}

/** Back to the waiting room. Nobody sends a lead there. */
export function putBack(asked: Asked, { seatId }: Command<'putBack'>): Decision {
  const found = target(asked, seatId);
  if (!found) return refuse('room.notSeated');
  if (found.seat.staff) return refuse('room.notAllowed');
  if (found.place === 'waiting') return nothing;
  if (found.place !== 'main') return refuse('room.notHere');
  return happened({ type: 'seat.putBack', v: 1, payload: { seatId } });
}

/** Ends a person's place in this session, for now or for good; said again, it can be changed. Nobody removes a lead. */
export function remove(asked: Asked, { seatId, mayReturn }: Command<'remove'>): Decision {
  const found = target(asked, seatId);
  if (!found) return refuse('room.notSeated');
  if (found.seat.staff) return refuse('room.notAllowed');
  if (found.place === 'outside') return refuse('room.notHere');
  if (found.place === 'removed' && asked.state.standings[seatId]?.mayReturn === mayReturn) return nothing;
  return happened({ type: 'seat.removed', v: 1, payload: { seatId, mayReturn } });
}
