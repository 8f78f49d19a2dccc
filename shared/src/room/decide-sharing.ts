import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import type { NewRoomEvent } from './event.js';
import { materialsAtOnce } from './materials.js';
import { mayShare, sharingSeat } from './sharing.js';
import { placeOf } from './standing.js';

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

const ended = (seatId: string): NewRoomEvent => ({ type: 'share.ended', v: 1, payload: { seatId } });

/** Lets one person show a screen. Staff may anyway, and who only observes never does. */
export function allowShare({ state }: Asked, { seatId }: Command<'share.allow'>): Decision {
  const seat = state.roster[seatId];
  if (!seat || seat.ended) return refuse('room.notSeated');
  if (seat.capacity === 'observer') return refuse('room.notAllowed');
  if (mayShare(state, seat)) return nothing;
  if (placeOf(state, seatId) !== 'main') return refuse('room.notHere');
  return happened({ type: 'share.allowed', v: 1, payload: { seatId } });
}

/** Takes that back; a screen that is shown goes at once. */
export function disallowShare({ state }: Asked, { seatId }: Command<'share.disallow'>): Decision {
  const seat = state.roster[seatId];
  if (!seat || seat.ended) return refuse('room.notSeated');
  if (!state.sharers[seatId]) return nothing;
  const taken: NewRoomEvent = { type: 'share.disallowed', v: 1, payload: { seatId } };
  return state.share?.seatId === seatId ? happened(ended(seatId), taken) : happened(taken);
}

/** One screen at a time. Staff take over from a person; nobody takes over from staff. */
export function startShare({ state, seat }: Asked): Decision {
  if (state.endedAt) return refuse('room.ended');
  if (placeOf(state, seat.seatId) !== 'main') return refuse('room.notAdmitted');
  if (!mayShare(state, seat)) return refuse('share.notAllowed');
  const began: NewRoomEvent = { type: 'share.began', v: 1, payload: { seatId: seat.seatId } };
  if (state.break && !state.break.over) return refuse('share.onBreak');
  const before = sharingSeat(state);
  if (before === seat.seatId) return nothing;
  if (before === undefined) return happened(began);
  return seat.staff && !state.roster[before]?.staff ? happened(ended(before), began) : refuse('share.taken');
}

/** Stops the own screen; staff stop any. */
export function stopShare({ state, seat }: Asked): Decision {
  const shown = state.share?.seatId;
  if (shown === undefined) return nothing;
  if (shown !== seat.seatId && !(seat.staff && placeOf(state, seat.seatId) === 'main')) return nothing;
  return happened(ended(shown));
}

/** Puts a page or a file into the panel of the session; the file was sent before. */
export function shareMaterial({ state, seat }: Asked, { textId, kind }: Command<'material.share'>): Decision {
  if (state.materials[textId]) return nothing;
  if (Object.keys(state.materials).length >= materialsAtOnce) return refuse('material.full');
  return happened({ type: 'material.shared', v: 1, payload: { seatId: seat.seatId, textId, kind } });
}

/** Takes it out again: its words and its bytes are erased. Also after the end, by staff. */
export function removeMaterial({ state, seat }: Asked, { textId }: Command<'material.remove'>): Decision {
  if (!seat.staff) return refuse('room.notAllowed');
  return state.materials[textId] ? happened({ type: 'material.removed', v: 1, payload: { textId } }) : nothing;
}
