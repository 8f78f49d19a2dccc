import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import type { NewRoomEvent, Place } from './event.js';
import { gateRefusal } from './gate.js';
import { said } from './decide-acts.js';
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

/** Lets in everyone who waits, unless the door is closed: first come first; who lost the connection while waiting keeps that too. */
export function admitAll({ state }: Asked): Decision {
  if (state.lockedAt !== null) return refuse('room.locked');
  const isReady = ({ seatId, gate }: RosterSeat) => placeOf(state, seatId) === 'waiting' && !gateRefusal(gate);
  const waiting = Object.values(state.roster)
    .filter(isReady)
    .map(({ seatId }) => seatId);
  const since = (seatId: string) => state.standings[seatId]?.since ?? '';
  waiting.sort((a, b) => (since(a) + a < since(b) + b ? -1 : 1));
  return happened(...waiting.map(admitted));
}

/** Back to the waiting room. Nobody sends a lead there. */
export function putBack(asked: Asked, { seatId, sentence }: Command<'putBack'>): Decision {
  const found = target(asked, seatId);
  if (!found) return refuse('room.notSeated');
  if (found.seat.staff) return refuse('room.notAllowed');
  if (found.place === 'waiting') return nothing;
  if (found.place !== 'main') return refuse('room.notHere');
  return happened({ type: 'seat.putBack', v: 1, payload: { seatId, ...said(sentence) } });
}

/** Not let in, with a reason: only a person who waits. Of two choices at once the stricter one stands. */
export function refuseEntry(asked: Asked, { seatId, reason, mayReturn }: Command<'refuse'>): Decision {
  const found = target(asked, seatId);
  if (!found) return refuse('room.notSeated');
  if (found.seat.staff) return refuse('room.notAllowed');
  if (found.place !== 'waiting' && found.place !== 'removed') return refuse('room.notWaiting');
  if (found.place === 'removed' && !isStricter(asked, seatId, mayReturn)) return nothing;
  return happened({ type: 'seat.refused', v: 1, payload: { seatId, reason, mayReturn } });
}

function isStricter({ state }: Asked, seatId: string, mayReturn: boolean): boolean {
  return !mayReturn && (state.standings[seatId]?.mayReturn ?? true);
}

/** Ends a person's place in this session, for now or for good. Of two choices at once the stricter one stands. Nobody removes a lead. */
export function remove(asked: Asked, { seatId, mayReturn, sentence }: Command<'remove'>): Decision {
  const found = target(asked, seatId);
  if (!found) return refuse('room.notSeated');
  if (found.seat.staff) return refuse('room.notAllowed');
  if (found.place === 'outside') return refuse('room.notHere');
  if (found.place === 'removed' && !isStricter(asked, seatId, mayReturn)) return nothing;
  return happened({ type: 'seat.removed', v: 1, payload: { seatId, mayReturn, ...said(sentence) } });
}

/** Opens the door again to a person who was not to come back: said on purpose, never as the echo of an older choice. */
export function letReturn(asked: Asked, { seatId }: Command<'letReturn'>): Decision {
  const found = target(asked, seatId);
  if (!found) return refuse('room.notSeated');
  if (found.place !== 'removed') return refuse('room.notRemoved');
  return asked.state.standings[seatId]?.mayReturn ? nothing : happened({ type: 'seat.mayReturn', v: 1, payload: { seatId } });
}
