import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import type { NewRoomEvent } from './event.js';
import { gateRefusal } from './gate.js';
import type { RoomState, Standing } from './state.js';

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

function isHere(standing: Standing | undefined): standing is Standing {
  return standing?.place === 'waiting' || standing?.place === 'main';
}

function opening(state: RoomState, mediaRoom: string | undefined): NewRoomEvent[] {
  if (state.opened) return [];
  if (mediaRoom === undefined) throw new Error('Arriving needs a name for the media room.');
  return [{ type: 'room.opened', v: 1, payload: { mediaRoom } }];
}

function coming({ state, seat, context }: Asked, device: string, place: 'waiting' | 'main'): Decision {
  const { identity, mediaRoom } = context;
  if (identity === undefined) throw new Error('Arriving needs an identity.');
  const payload = { seatId: seat.seatId, device, identity };
  if (place === 'waiting') return happened({ type: 'seat.waiting', v: 1, payload });
  return happened(...opening(state, mediaRoom), { type: 'seat.entered', v: 1, payload });
}

/** Staff come in and open the room; who was admitted comes back in; everyone else waits. One device holds the seat. */
export function arrive(asked: Asked, { device, stayHere }: Command<'arrive'>): Decision {
  const { state, seat } = asked;
  if (state.endedAt) return refuse('room.ended');
  const standing = state.standings[seat.seatId];
  if (standing?.place === 'removed' && !standing.mayReturn) return refuse('room.removed');
  const atGate = gateRefusal(seat.gate);
  if (atGate && !seat.staff && !(standing?.place === 'main' && standing.admittedSeq !== null)) return refuse(atGate);
  const isAdmitted = seat.staff || (standing?.admittedSeq ?? null) !== null;
  const place = isAdmitted ? 'main' : 'waiting';
  if (!isHere(standing)) return coming(asked, device, place);
  if (standing.device !== device) return standing.online && !stayHere ? refuse('room.otherDevice') : coming(asked, device, place);
  if (standing.place !== place) return coming(asked, device, place);
  return standing.online ? nothing : happened({ type: 'seat.back', v: 1, payload: { seatId: seat.seatId } });
}

/** A page that no longer holds the seat cannot give it up. */
export function leave({ state, seat }: Asked, { device }: Command<'leave'>): Decision {
  const standing = state.standings[seat.seatId];
  if (!isHere(standing) || standing.device !== device) return nothing;
  return happened({ type: 'seat.left', v: 1, payload: { seatId: seat.seatId } });
}
