import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import { placeOf } from './standing.js';

/** Staff have no quiet screen, and who only observes has nothing to turn off. */
function mayNotRest({ state, seat }: Asked): Decision | undefined {
  if (state.endedAt) return refuse('room.ended');
  if (seat.staff || seat.capacity === 'observer') return refuse('room.notAllowed');
  return placeOf(state, seat.seatId) === 'main' ? undefined : refuse('room.notAdmitted');
}

/** A person needs a minute: only staff learn of it. */
export function takeMinute(asked: Asked): Decision {
  const { seatId } = asked.seat;
  const refusal = mayNotRest(asked);
  return refusal ?? (asked.state.minutes[seatId] ? nothing : happened({ type: 'minute.began', v: 1, payload: { seatId } }));
}

/** Back among the others, with everything off. */
export function endMinute(asked: Asked): Decision {
  const { seatId } = asked.seat;
  const refusal = mayNotRest(asked);
  return refusal ?? (asked.state.minutes[seatId] ? happened({ type: 'minute.ended', v: 1, payload: { seatId } }) : nothing);
}

/** To staff who knocked. Who is back already needs no answer. */
export function answerKnock(asked: Asked, { answer }: Extract<RoomCommand, { type: 'minute.answer' }>): Decision {
  const { seatId } = asked.seat;
  const refusal = mayNotRest(asked);
  if (refusal) return refusal;
  const now = asked.state.minutes[seatId];
  return now ? happened({ type: 'minute.answered', v: 1, payload: { seatId, answer } }) : nothing;
}
