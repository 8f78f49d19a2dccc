import type { RoomEvent } from './event.js';
import type { SharedMaterial } from './materials.js';
import { placeOf } from './standing.js';
import type { RoomLogState, RoomState, RosterSeat } from './state.js';
import type { PersonInView, RoomView } from './view.js';

/** What is shown and shared in a room. */
export interface SharingLog {
  /** Who shows a screen now; `identity` is the device it is on. */
  share: { seatId: string; identity: string } | null;
  /** Who may show a screen although they are not staff. */
  sharers: Readonly<Record<string, true>>;
  materials: Readonly<Record<string, SharedMaterial>>;
}

export const emptySharing: SharingLog = { share: null, sharers: {}, materials: {} };

/** Whether a seat may show a screen at all: staff always, others where staff allowed it. Who only observes never. */
export function mayShare(state: Pick<RoomState, 'sharers'>, { seatId, staff, capacity }: RosterSeat): boolean {
  return staff || (capacity !== 'observer' && state.sharers[seatId] === true);
}

/** The seat that shows its screen now. The SFU lets nobody else send one. */
export function sharingSeat(state: RoomState): string | undefined {
  const seatId = state.share?.seatId;
  if (seatId === undefined || placeOf(state, seatId) !== 'main') return undefined;
  const seat = state.roster[seatId];
  return seat && mayShare(state, seat) ? seatId : undefined;
}

/** Whoever is in the room learns who shows a screen. */
export function shareOf(state: RoomState, viewer: RosterSeat): Pick<RoomView, 'share'> {
  const seatId = placeOf(state, viewer.seatId) === 'main' ? sharingSeat(state) : undefined;
  return seatId === undefined ? {} : { share: { seatId } };
}

/** That a person may show a screen: for staff, and for the person. */
export function sharerOf(state: RoomState, seat: RosterSeat, viewer: RosterSeat): Pick<PersonInView, 'mayShare'> {
  const isTold = viewer.staff || viewer.seatId === seat.seatId;
  return isTold && mayShare(state, seat) ? { mayShare: true } : {};
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!(key in record)) return record;
  const { [key]: _, ...rest } = record;
  return rest;
}

function remembered(log: RoomLogState, event: RoomEvent): RoomLogState {
  switch (event.type) {
    case 'share.allowed':
      return { ...log, sharers: { ...log.sharers, [event.payload.seatId]: true } };
    case 'share.disallowed':
    case 'seat.putBack':
    case 'seat.removed':
    case 'seat.refused':
      return { ...log, sharers: without(log.sharers, event.payload.seatId) };
    case 'share.began': {
      const { seatId } = event.payload;
      const identity = log.standings[seatId]?.identity;
      return identity === undefined ? log : { ...log, share: { seatId, identity } };
    }
    case 'share.ended':
      return log.share?.seatId === event.payload.seatId ? { ...log, share: null } : log;
    case 'break.began':
      return { ...log, share: null };
    case 'minute.began':
      return log.share?.seatId === event.payload.seatId ? { ...log, share: null } : log;
    case 'material.shared': {
      const { seatId, textId, kind } = event.payload;
      return { ...log, materials: { ...log.materials, [textId]: { seatId, textId, kind, at: event.at } } };
    }
    case 'material.removed':
      return { ...log, materials: without(log.materials, event.payload.textId) };
    default:
      return log;
  }
}

/** A screen is shown by one device: whoever goes out of sight, or on with another device, shows none any more. */
function isStillShown({ share, standings }: RoomLogState): boolean {
  const standing = share ? standings[share.seatId] : undefined;
  return standing?.place === 'main' && standing.online && standing.identity === share?.identity;
}

/** The sharing area of `evolve`. */
export function evolveSharing(log: RoomLogState, event: RoomEvent): RoomLogState {
  const after = remembered(log, event);
  return after.share && !isStillShown(after) ? { ...after, share: null } : after;
}
