import type { Answer, CheckIn, CheckInsInLog } from './check-in.js';
import type { RoomEvent } from './event.js';
import type { RoomLogState } from './state.js';

type CheckIns = CheckInsInLog['checkIns'];

function change(log: RoomLogState, id: string, next: (was: CheckIn) => CheckIn): RoomLogState {
  const was = log.checkIns[id];
  return was ? { ...log, checkIns: { ...log.checkIns, [id]: next(was) } } : log;
}

/** What the group looks at is put away when the next question comes. */
function putAway(checkIns: CheckIns, at: string): CheckIns {
  const all = Object.entries(checkIns).map(([id, one]): [string, CheckIn] => [
    id,
    one.shownAt !== null && one.awayAt === null ? { ...one, awayAt: at } : one,
  ]);
  return Object.fromEntries(all);
}

function opened(log: RoomLogState, { payload, at }: Extract<RoomEvent, { type: 'checkIn.opened' }>): RoomLogState {
  const { checkInId, kind, picture, textId } = payload;
  const one: CheckIn = { kind, picture, textId, openedAt: at, closedAt: null, shownAt: null, shownSeq: null, awayAt: null, answers: {} };
  return { ...log, checkIns: { ...putAway(log.checkIns, at), [checkInId]: one } };
}

const answered = (was: CheckIn, seatId: string, answer: Answer): CheckIn => ({ ...was, answers: { ...was.answers, [seatId]: answer } });

/** Questions to the group and what was answered: the last answer of each seat. */
export function evolveCheckIn(log: RoomLogState, event: RoomEvent): RoomLogState {
  const { type, payload, at, seq } = event;
  switch (type) {
    case 'checkIn.opened':
      return opened(log, event);
    case 'checkIn.answered':
      return change(log, payload.checkInId, (was) => answered(was, payload.seatId, { value: payload.value, at }));
    case 'checkIn.said':
      return change(log, payload.checkInId, (was) => answered(was, payload.seatId, { textId: payload.textId, at }));
    case 'checkIn.closed':
      return change(log, payload.checkInId, (was) => ({ ...was, closedAt: at }));
    case 'checkIn.shown':
      return change(log, payload.checkInId, (was) => ({ ...was, shownAt: at, shownSeq: seq }));
    case 'checkIn.putAway':
      return change(log, payload.checkInId, (was) => ({ ...was, awayAt: at }));
    default:
      return log;
  }
}
