import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import { mayUndoEnd } from './door.js';

export function end({ state, context }: Asked): Decision {
  if (!state.startedAt) return refuse('room.notStarted');
  return happened({ type: 'session.ended', v: 1, payload: { ending: 'lead', endedAt: context.now } });
}

/** Any staff may take back an end that one of them chose, for a minute. Two may press it at once: the second changes nothing. */
export function undoEnd({ state, seat, context }: Asked): Decision {
  if (!seat.staff) return refuse('room.notAllowed');
  if (!state.endedAt) return state.startedAt ? nothing : refuse('room.notStarted');
  if (!state.beforeEnd || !mayUndoEnd(state, context.now)) return refuse('room.undoOver');
  return happened({ type: 'session.endUndone', v: 1, payload: {} });
}

export function confirmEnd({ state, seat }: Asked): Decision {
  if (!seat.staff || seat.capacity !== 'lead') return refuse('room.notAllowed');
  if (state.ending !== 'everyoneLeft') return refuse('room.nothingToConfirm');
  return state.endConfirmed ? nothing : happened({ type: 'session.endConfirmed', v: 1, payload: {} });
}
