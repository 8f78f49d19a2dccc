import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import { mayStillWrite } from './door.js';

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

/** A private line between staff and one person: in the thread of that person, who has come to the door at least. */
export function sayPrivately({ state, seat, context }: Asked, { threadId, textId }: Command<'message.say'>): Decision {
  if (!seat.staff && threadId !== seat.seatId) return refuse('room.notAllowed');
  const other = state.roster[threadId];
  if (!other || other.ended) return refuse('room.notSeated');
  if (other.staff) return refuse('room.notAllowed');
  if (!mayStillWrite(state.endedAt, context.now)) return refuse('room.wordsOver');
  const standing = state.standings[threadId];
  if (!standing) return refuse(seat.staff ? 'room.notHere' : 'room.notAllowed');
  if (standing.place === 'removed' && !standing.mayReturn) return refuse(seat.staff ? 'room.notHere' : 'room.removed');
  if (state.messages.some((said) => said.textId === textId)) return nothing;
  return happened({ type: 'message.said', v: 1, payload: { seatId: seat.seatId, threadId, textId } });
}

/** How a person is who leaves. It keeps nobody in, is taken wherever they stand by now, and can be said anew. */
export function answerLeaving({ state, seat, context }: Asked, { answer }: Command<'answerLeaving'>): Decision {
  if (seat.staff || seat.capacity === 'observer') return refuse('room.notAllowed');
  if (!state.standings[seat.seatId]) return refuse('room.notAllowed');
  if (!mayStillWrite(state.endedAt, context.now)) return refuse('room.wordsOver');
  const before = state.leaving[seat.seatId];
  if (before?.answer === answer && !before.mark) return nothing;
  return happened({ type: 'seat.leavingAnswered', v: 1, payload: { seatId: seat.seatId, answer } });
}

/** Staff have seen an answer, or called: from then on it no longer asks for anybody. After the end too. */
export function markAnswer({ state, seat }: Asked, { seatId, mark }: Command<'markAnswer'>): Decision {
  if (!seat.staff) return refuse('room.notAllowed');
  const answered = state.leaving[seatId];
  if (!answered) return refuse('room.nothingToMark');
  if (answered.mark === mark || answered.mark === 'called') return nothing;
  return happened({ type: 'seat.answerMarked', v: 1, payload: { seatId, mark } });
}
