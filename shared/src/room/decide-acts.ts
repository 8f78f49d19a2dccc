import type { Sentence } from './acts.js';
import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import { placeOf } from './standing.js';

/** The words that come with an act: their id only. */
export const said = (sentence: Sentence | undefined) => (sentence ? { textId: sentence.textId } : {});

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

/** Turns off a person's microphone or camera. Nobody does that to staff, nor to who sends nothing. */
export function stopGear({ state }: Asked, { seatId, kind, sentence }: Command<'stopGear'>): Decision {
  const seat = state.roster[seatId];
  if (!seat || seat.ended) return refuse('room.notSeated');
  if (seat.staff || seat.capacity === 'observer') return refuse('room.notAllowed');
  if (placeOf(state, seatId) !== 'main') return refuse('room.notHere');
  return happened({ type: 'gear.stopped', v: 1, payload: { seatId, kind, ...said(sentence) } });
}

/** The person has read what staff said with an act; a newer one is not put away with it. */
export function readAct({ state, seat }: Asked, { at }: Command<'readAct'>): Decision {
  const act = state.acts[seat.seatId];
  return act?.at !== at || act.readAt ? nothing : happened({ type: 'act.read', v: 1, payload: { seatId: seat.seatId } });
}

export const lock = ({ state }: Asked): Decision =>
  state.lockedAt === null ? happened({ type: 'room.locked', v: 1, payload: {} }) : nothing;

export const unlock = ({ state }: Asked): Decision =>
  state.lockedAt === null ? nothing : happened({ type: 'room.unlocked', v: 1, payload: {} });
