import type { RoomEvent } from './event.js';
import { evolveActs } from './evolve-acts.js';
import { evolveAgenda } from './evolve-agenda.js';
import { evolveCheckIn } from './evolve-check-in.js';
import { evolvePauses } from './evolve-pauses.js';
import { evolveTalk } from './evolve-talk.js';
import { evolveWish } from './evolve-wish.js';
import { evolveHush } from './evolve-hush.js';
import { evolveSharing } from './sharing.js';
import type { RoomLogState, Standing } from './state.js';
import { emptyLog } from './state.js';

/** The later of two instants. */
export function later(a: string, b: string): string {
  return Date.parse(a) >= Date.parse(b) ? a : b;
}

type Standings = RoomLogState['standings'];

/** What a seat does changes nothing where the seat never came: an event of another order is no reason to fall. */
function change(log: RoomLogState, seatId: string, next: (standing: Standing) => Standing): RoomLogState {
  const standing = log.standings[seatId];
  return standing ? { ...log, standings: { ...log.standings, [seatId]: next(standing) } } : log;
}

function present(standing: Standing, online: boolean): Standing {
  const { awaited: _, ...rest } = standing;
  return { ...rest, online };
}

function move(standing: Standing, place: Standing['place'], at: string): Standing {
  return standing.place === place ? standing : { ...present(standing, standing.online), place, since: at };
}

type Arrival = Extract<RoomEvent, { type: 'seat.waiting' | 'seat.entered' }>;

function arrive(log: RoomLogState, { payload, type, at, seq }: Arrival): RoomLogState {
  const { seatId, device, identity } = payload;
  const before = log.standings[seatId];
  const place = type === 'seat.entered' ? 'main' : 'waiting';
  const standing: Standing = {
    place,
    since: before?.place === place ? before.since : at,
    device,
    identity,
    online: true,
    admittedSeq: before?.admittedSeq ?? (place === 'main' ? seq : null),
    mayReturn: true,
  };
  return {
    ...log,
    standings: { ...log.standings, [seatId]: standing },
    identities: { ...log.identities, [identity]: seatId },
  };
}

function allLeft(standings: Standings, at: string): Standings {
  const left = Object.entries(standings).map(([seatId, standing]): [string, Standing] => [
    seatId,
    standing.place === 'removed' ? standing : { ...move(standing, 'left', at), online: false },
  ]);
  return Object.fromEntries(left);
}

/** The places are as they were; who is there shows by the next sign of life. */
function undone(log: RoomLogState): RoomLogState {
  if (!log.beforeEnd) return log;
  const back = Object.entries(log.beforeEnd).map(([seatId, was]): [string, Standing] => {
    return [seatId, { ...was, online: false, ...(was.online ? { awaited: true as const } : {}) }];
  });
  return { ...log, ending: null, endedAt: null, endConfirmed: false, beforeEnd: null, standings: Object.fromEntries(back) };
}

type Ended = Extract<RoomEvent, { type: 'session.ended' }>;

/** An end that somebody chose can be taken back for a while; one that the server found out stands. */
function ended(log: RoomLogState, { payload: { ending, endedAt }, at }: Ended): RoomLogState {
  const isChosen = ending === 'lead';
  return {
    ...log,
    ending,
    endedAt,
    closedAt: isChosen ? null : at,
    beforeEnd: isChosen ? log.standings : null,
    standings: allLeft(log.standings, endedAt),
  };
}

type AboutLeaving = Extract<RoomEvent, { type: 'seat.leavingAnswered' | 'seat.answerMarked' }>;

function leaving(log: RoomLogState, { type, payload, at }: AboutLeaving): RoomLogState {
  if (type === 'seat.leavingAnswered') {
    return { ...log, leaving: { ...log.leaving, [payload.seatId]: { answer: payload.answer, at, mark: null } } };
  }
  const was = log.leaving[payload.seatId];
  return was ? { ...log, leaving: { ...log.leaving, [payload.seatId]: { ...was, mark: payload.mark } } } : log;
}

/** Out of the room and of the waiting room. */
function out(standing: Standing, { at, payload }: Extract<RoomEvent, { type: 'seat.removed' | 'seat.refused' }>): Standing {
  const { reason: _, ...rest } = move(standing, 'removed', at);
  const reason = 'reason' in payload ? { reason: payload.reason } : {};
  return { ...rest, admittedSeq: null, online: false, mayReturn: payload.mayReturn, ...reason };
}

function core(log: RoomLogState, event: RoomEvent): RoomLogState {
  const { at, seq } = event;
  switch (event.type) {
    case 'room.opened':
      return { ...log, opened: { mediaRoom: event.payload.mediaRoom, at } };
    case 'seat.waiting':
    case 'seat.entered':
      return arrive(log, event);
    case 'seat.admitted':
      return change(log, event.payload.seatId, (was) => ({ ...move(was, 'main', at), admittedSeq: was.admittedSeq ?? seq }));
    case 'seat.putBack':
      return change(log, event.payload.seatId, (was) => ({ ...move(was, 'waiting', at), admittedSeq: null }));
    case 'seat.removed':
    case 'seat.refused':
      return change(log, event.payload.seatId, (was) => out(was, event));
    case 'seat.mayReturn':
      return change(log, event.payload.seatId, (was) => ({ ...was, mayReturn: true }));
    case 'seat.left':
      return change(log, event.payload.seatId, (was) => ({ ...move(was, 'left', at), online: false }));
    case 'seat.leavingAnswered':
    case 'seat.answerMarked':
      return leaving(log, event);
    case 'seat.lost':
      return change(log, event.payload.seatId, (was) => present(was, false));
    case 'seat.back':
      return change(log, event.payload.seatId, (was) => present(was, true));
    case 'session.started':
      return { ...log, startedAt: at };
    case 'session.ended':
      return ended(log, event);
    case 'session.endUndone':
      return undone(log);
    case 'session.closed':
      return { ...log, closedAt: at, beforeEnd: null };
    case 'session.endConfirmed':
      return { ...log, endConfirmed: true };
    case 'block.began':
      return { ...log, block: { blockId: event.payload.blockId, beganAt: at } };
    case 'chat.said':
      return { ...log, chat: [...log.chat, { ...event.payload, at, seq }] };
    case 'message.said':
      return { ...log, messages: [...log.messages, { ...event.payload, at, seq }] };
    default:
      return log;
  }
}

type Area = (log: RoomLogState, event: RoomEvent) => RoomLogState;

/** Each area of the room remembers its own events. */
const areas: readonly Area[] = [
  core,
  evolveActs,
  evolveAgenda,
  evolveHush,
  evolveSharing,
  evolveWish,
  evolveTalk,
  evolvePauses,
  evolveCheckIn,
];

function isPresent(standing: Standing | undefined): boolean {
  return standing?.place === 'main' && standing.online;
}

/** Who is lost was last here at the last sign of life, not when the server noticed. */
function presence(before: RoomLogState, after: RoomLogState, event: RoomEvent): Pick<RoomLogState, 'presentUntil' | 'emptySince'> {
  const wentAway = Object.keys(after.standings).some((id) => isPresent(before.standings[id]) && !isPresent(after.standings[id]));
  const at = event.type === 'seat.lost' ? event.payload.since : event.at;
  const presentUntil = wentAway ? later(before.presentUntil ?? at, at) : before.presentUntil;
  const isEmpty = !Object.values(after.standings).some(isPresent);
  const runs = after.startedAt !== null && after.endedAt === null;
  return {
    presentUntil,
    emptySince: runs && isEmpty && after.startedAt ? later(presentUntil ?? after.startedAt, after.startedAt) : null,
  };
}

/** What the log has told after one more event. Total: any event in any order gives a state. */
export function evolve(log: RoomLogState, event: RoomEvent): RoomLogState {
  const after = areas.reduce((so, area) => area(so, event), log);
  return { ...after, seq: event.seq, ...presence(log, after, event) };
}

/** The state after a whole log, or after the part of it that follows `from`. */
export function fold(events: Iterable<RoomEvent>, from: RoomLogState = emptyLog): RoomLogState {
  let log = from;
  for (const event of events) log = evolve(log, event);
  return log;
}
