import type { NewRoomEvent } from '../event.js';
import type { RoomLogState } from '../state.js';

type Timed = NewRoomEvent & { at: string };

const isIn = (log: RoomLogState, seatId: string) => log.standings[seatId]?.place === 'main';

/** That somebody may show a screen is known to others only while they show one. */
function screens(kept: RoomLogState, whole: RoomLogState, viewer: string): NewRoomEvent[] {
  const [was, is] = [kept.share?.seatId, whole.share?.seatId];
  if (!isIn(whole, viewer) || was === is) return [];
  const over: NewRoomEvent[] = was === undefined ? [] : [{ type: 'share.ended', v: 1, payload: { seatId: was } }];
  if (is === undefined) return over;
  const isAllowed = whole.sharers[is] === true && kept.sharers[is] !== true;
  const allowed: NewRoomEvent[] = isAllowed ? [{ type: 'share.allowed', v: 1, payload: { seatId: is } }] : [];
  return [...over, ...allowed, { type: 'share.began', v: 1, payload: { seatId: is } }];
}

function ownRight(kept: RoomLogState, whole: RoomLogState, viewer: string): NewRoomEvent[] {
  const [was, is] = [kept.sharers[viewer] === true, whole.sharers[viewer] === true];
  return was === is ? [] : [{ type: is ? 'share.allowed' : 'share.disallowed', v: 1, payload: { seatId: viewer } }];
}

function materials(kept: RoomLogState, whole: RoomLogState, viewer: string, at: string): Timed[] {
  const standing = whole.standings[viewer];
  const reads = (standing?.place === 'main' || standing?.place === 'left') && standing.admittedSeq !== null;
  if (!reads) return [];
  const gone = Object.keys(kept.materials).filter((textId) => !whole.materials[textId]);
  const come = Object.values(whole.materials).filter(({ textId }) => !kept.materials[textId]);
  return [
    ...gone.map((textId): Timed => ({ type: 'material.removed', v: 1, payload: { textId }, at })),
    ...come.map(({ at: then, ...payload }): Timed => ({ type: 'material.shared', v: 1, payload, at: then })),
  ];
}

/** What a viewer learns of screens and of shared things: what they see now, and no more. */
export function sharingNews(kept: RoomLogState, whole: RoomLogState, viewer: string, at: string): Timed[] {
  const now = [...ownRight(kept, whole, viewer), ...screens(kept, whole, viewer)].map((event): Timed => ({ ...event, at }));
  return [...now, ...materials(kept, whole, viewer, at)];
}
