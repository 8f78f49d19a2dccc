import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import { isOneVoice } from './project-talk.js';
import { placeOf } from './standing.js';
import { reactionEverySeconds } from './talk.js';

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

/** Why a seat cannot speak up now; none where it can. Who only observes keeps silent. */
export function silence({ state, seat }: Asked): Extract<Decision, { refusal: unknown }> | undefined {
  const why = (refusal: 'room.ended' | 'room.removed' | 'room.notAdmitted' | 'room.notAllowed') => ({ refusal });
  if (state.endedAt) return why('room.ended');
  const place = placeOf(state, seat.seatId);
  if (place !== 'main') return why(place === 'removed' ? 'room.removed' : 'room.notAdmitted');
  return seat.capacity === 'observer' ? why('room.notAllowed') : undefined;
}

const isUp = ({ state }: Asked, seatId: string): boolean => state.talk.hands.some((hand) => hand.seatId === seatId);

export function raiseHand(asked: Asked): Decision {
  const { seatId } = asked.seat;
  const silent = silence(asked);
  if (silent) return silent;
  return isUp(asked, seatId) ? nothing : happened({ type: 'hand.raised', v: 1, payload: { seatId } });
}

/** One's own, or as staff anybody's: also after that person's turn. */
export function lowerHand(asked: Asked, { seatId }: Command<'hand.lower'>): Decision {
  const silent = silence(asked);
  if (silent) return silent;
  if (seatId !== asked.seat.seatId && !asked.seat.staff) return refuse('room.notAllowed');
  return isUp(asked, seatId) ? happened({ type: 'hand.lowered', v: 1, payload: { seatId } }) : nothing;
}

/** Gives somebody whose hand is up the turn. A hand that went down a moment ago is called no more. */
export function callHand(asked: Asked, { seatId }: Command<'hand.call'>): Decision {
  if (!isUp(asked, seatId) || asked.state.talk.called === seatId) return nothing;
  return happened({ type: 'hand.called', v: 1, payload: { seatId } });
}

export function changeVoice({ state }: Asked, { on }: Command<'voice.one'>): Decision {
  return isOneVoice(state) === on ? nothing : happened({ type: 'voice.changed', v: 1, payload: { one: on } });
}

/** A silent sign, not too many of them. "Me too" is said to somebody else in the room. */
export function react(asked: Asked, { kind, to }: Command<'react'>): Decision {
  const silent = silence(asked);
  if (silent) return silent;
  const { state, seat, context } = asked;
  const last = state.talk.reactions[seat.seatId];
  if (last && Date.parse(context.now) - Date.parse(last.at) < reactionEverySeconds * 1_000) return refuse('room.reactionsRest');
  const isMeant = kind === 'meToo' && to !== undefined && to !== seat.seatId && placeOf(state, to) === 'main';
  return happened({ type: 'reaction.given', v: 1, payload: { seatId: seat.seatId, kind, ...(isMeant ? { to } : {}) } });
}
