import type { CheckIn } from './check-in.js';
import { answersForPicture, thumbs } from './check-in.js';
import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import { placeOf } from './standing.js';

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

/** One question at a time. */
export function openCheckIn({ state }: Asked, { checkInId, kind, picture, textId }: Command<'checkIn.open'>): Decision {
  if (state.checkIns[checkInId]) return nothing;
  if (Object.values(state.checkIns).some(({ closedAt }) => closedAt === null)) return refuse('room.checkInOpen');
  return happened({ type: 'checkIn.opened', v: 1, payload: { checkInId, kind, picture, textId } });
}

/** Whoever is in the room and neither leads nor observes may answer, or not, and answer anew until it is closed. */
function answerable({ state, seat }: Asked, checkInId: string, isFor: (one: CheckIn) => boolean): CheckIn | Decision {
  if (state.endedAt) return refuse('room.ended');
  if (seat.staff || seat.capacity === 'observer') return refuse('room.notAllowed');
  if (placeOf(state, seat.seatId) !== 'main') return refuse('room.notAdmitted');
  const one = state.checkIns[checkInId];
  return !one || one.closedAt !== null || !isFor(one) ? refuse('room.checkInClosed') : one;
}

const isThumb = (value: number) => thumbs.some((thumb) => thumb === value);

export function answerCheckIn(asked: Asked, { checkInId, value }: Command<'checkIn.answer'>): Decision {
  const one = answerable(asked, checkInId, ({ kind }) => kind === 'number' || (kind === 'thumbs' && isThumb(value)));
  if (!('kind' in one)) return one;
  const { seatId } = asked.seat;
  if (one.answers[seatId]?.value === value) return nothing;
  return happened({ type: 'checkIn.answered', v: 1, payload: { checkInId, seatId, value } });
}

export function sayInCheckIn(asked: Asked, { checkInId, textId }: Command<'checkIn.say'>): Decision {
  const one = answerable(asked, checkInId, ({ kind }) => kind === 'words');
  if (!('kind' in one)) return one;
  const { seatId } = asked.seat;
  if (one.answers[seatId]?.textId === textId) return nothing;
  return happened({ type: 'checkIn.said', v: 1, payload: { checkInId, seatId, textId } });
}

export function closeCheckIn({ state }: Asked, { checkInId }: Command<'checkIn.close'>): Decision {
  const one = state.checkIns[checkInId];
  if (!one) return refuse('room.checkInClosed');
  return one.closedAt === null ? happened({ type: 'checkIn.closed', v: 1, payload: { checkInId } }) : nothing;
}

/** All answers as one picture without names: once, after closing, with enough answers, and only where people knew before they answered. */
export function showCheckIn({ state }: Asked, { checkInId }: Command<'checkIn.show'>): Decision {
  const one = state.checkIns[checkInId];
  if (!one) return refuse('room.checkInClosed');
  if (!one.picture) return refuse('room.checkInPrivate');
  if (one.closedAt === null) return refuse('room.checkInOpen');
  if (one.shownAt !== null) return one.awayAt === null ? nothing : refuse('room.checkInShown');
  if (Object.keys(one.answers).length < answersForPicture) return refuse('room.checkInFew');
  return happened({ type: 'checkIn.shown', v: 1, payload: { checkInId } });
}

export function putCheckInAway({ state }: Asked, { checkInId }: Command<'checkIn.putAway'>): Decision {
  const one = state.checkIns[checkInId];
  if (!one || one.shownAt === null || one.awayAt !== null) return nothing;
  return happened({ type: 'checkIn.putAway', v: 1, payload: { checkInId } });
}
