import type { RoomEvent } from './event.js';
import { returnLeewayMs, type Break } from './pauses.js';
import type { RoomLogState } from './state.js';

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...rest } = record;
  return rest;
}

function everyoneHere({ standings }: RoomLogState): Break['resting'] {
  const here = Object.entries(standings).filter(([, { place }]) => place === 'main');
  return Object.fromEntries(here.map(([seatId]): [string, boolean] => [seatId, true]));
}

function begun(log: RoomLogState, { payload, at }: Extract<RoomEvent, { type: 'break.began' }>): Break {
  return { beganAt: at, endsAt: payload.endsAt, blockId: payload.blockId ?? null, over: false, resting: everyoneHere(log) };
}

/** One that goes on after people could come back is there for all of them again: nobody shows who had come back. */
function moved(log: RoomLogState, now: Break, { payload: { endsAt }, at }: Extract<RoomEvent, { type: 'break.moved' }>): Break {
  const couldReturn = now.over || Date.parse(at) >= Date.parse(now.endsAt) - returnLeewayMs;
  return { ...now, endsAt, over: false, resting: couldReturn ? everyoneHere(log) : now.resting };
}

/** Who comes in during a break has it too; who came back from it, and only changes the device, does not. */
function joined(now: Break, seatId: string): Break {
  return now.over || seatId in now.resting ? now : { ...now, resting: { ...now.resting, [seatId]: true } };
}

function change(log: RoomLogState, next: (now: Break) => Break): RoomLogState {
  return log.break ? { ...log, break: next(log.break) } : log;
}

/** Who is out of the room has neither a break nor a minute. */
function gone(log: RoomLogState, seatId: string): RoomLogState {
  const after = change(log, (now) => ({ ...now, resting: without(now.resting, seatId) }));
  return { ...after, minutes: without(after.minutes, seatId) };
}

function evolveMinute(log: RoomLogState, { type, payload, at }: RoomEvent): RoomLogState {
  switch (type) {
    case 'minute.began':
      return { ...log, minutes: { ...log.minutes, [payload.seatId]: { since: at } } };
    case 'minute.answered': {
      const was = log.minutes[payload.seatId];
      return was
        ? { ...log, minutes: { ...log.minutes, [payload.seatId]: { since: was.since, answer: payload.answer, answeredAt: at } } }
        : log;
    }
    case 'minute.ended':
      return { ...log, minutes: without(log.minutes, payload.seatId) };
    default:
      return log;
  }
}

/** Breaks of everyone, and minutes that one person needs. Both outlive an end that is taken back. */
export function evolvePauses(log: RoomLogState, event: RoomEvent): RoomLogState {
  const { type, payload } = event;
  switch (type) {
    case 'break.began':
      return { ...log, break: begun(log, event) };
    case 'break.moved':
      return change(log, (now) => moved(log, now, event));
    case 'break.ended':
      return change(log, (now) => ({ ...now, over: true }));
    case 'break.returned':
      return change(log, (now) => ({ ...now, resting: { ...now.resting, [payload.seatId]: false } }));
    case 'seat.admitted':
    case 'seat.entered':
      return change(log, (now) => joined(now, payload.seatId));
    case 'seat.left':
    case 'seat.putBack':
    case 'seat.removed':
    case 'seat.refused':
      return gone(log, payload.seatId);
    case 'session.closed':
      return { ...log, break: null, minutes: {} };
    default:
      return evolveMinute(log, event);
  }
}
