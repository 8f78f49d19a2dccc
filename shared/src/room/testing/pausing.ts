import type { CheckIn } from '../check-in.js';
import type { RoomCommand } from '../command.js';
import type { RoomLogState } from '../state.js';
import { at, idOf } from './play.js';

const numbers = idOf(811);
const wordsAsked = idOf(812);
const toShow = idOf(813);

const asked = (kind: CheckIn['kind'], more: Partial<CheckIn> = {}): CheckIn => ({
  kind,
  picture: true,
  textId: idOf(710),
  openedAt: at(10),
  closedAt: null,
  shownAt: null,
  shownSeq: null,
  awayAt: null,
  answers: {},
  ...more,
});

/** A break from which this seat is not back, a minute of theirs, and check-ins that are open, or closed with enough answers. */
export function paused(seatId: string): Pick<RoomLogState, 'break' | 'minutes' | 'checkIns'> {
  const five = [1, 2, 3, 4, 5].map((n) => [idOf(600 + n), { value: n * 20, at: at(20) }] as const);
  return {
    break: { beganAt: at(30), endsAt: at(60), blockId: null, over: false, resting: { [seatId]: true } },
    minutes: { [seatId]: { since: at(30) } },
    checkIns: {
      [numbers]: asked('number'),
      [wordsAsked]: asked('words'),
      [toShow]: asked('number', { closedAt: at(40), answers: Object.fromEntries(five) }),
    },
  };
}

/** Each command of breaks, minutes and check-ins, as it can be given in such a room. */
export const pausingCommands = {
  'break.begin': { type: 'break.begin', minutes: 10 },
  'break.extend': { type: 'break.extend', minutes: 5 },
  'break.end': { type: 'break.end' },
  'break.return': { type: 'break.return' },
  'minute.take': { type: 'minute.take' },
  'minute.answer': { type: 'minute.answer', answer: 'ok' },
  'minute.back': { type: 'minute.back' },
  'checkIn.open': { type: 'checkIn.open', checkInId: numbers, kind: 'number', picture: true, textId: idOf(710), body: 'How are you?' },
  'checkIn.answer': { type: 'checkIn.answer', checkInId: numbers, value: 50 },
  'checkIn.say': { type: 'checkIn.say', checkInId: wordsAsked, textId: idOf(711), body: 'Tired' },
  'checkIn.close': { type: 'checkIn.close', checkInId: numbers },
  'checkIn.show': { type: 'checkIn.show', checkInId: toShow },
  'checkIn.putAway': { type: 'checkIn.putAway', checkInId: toShow },
} as const satisfies Partial<Record<RoomCommand['type'], RoomCommand>>;
