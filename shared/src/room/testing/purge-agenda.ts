import type { NewRoomEvent } from '../event.js';
import type { RoomLogState } from '../state.js';

type Timed = NewRoomEvent & { at: string };

/** The changes of the agenda that one finds on coming in: none where it is as one knew it. */
export function agendaChanges(kept: RoomLogState, { agenda }: RoomLogState, at: string): Timed[] {
  const known = kept.agenda;
  const isOrdered = agenda.order.join() === known.order.join();
  const ordered: Timed[] = isOrdered ? [] : [{ type: 'agenda.ordered', v: 1, payload: { blockIds: [...agenda.order] }, at }];
  const timed = Object.entries(agenda.minutes)
    .filter(([blockId, minutes]) => known.minutes[blockId] !== minutes)
    .map(([blockId, minutes]): Timed => ({ type: 'block.timed', v: 1, payload: { blockId, minutes }, at }));
  const named = Object.entries(agenda.topics)
    .filter(([blockId, textId]) => known.topics[blockId] !== textId)
    .map(([blockId, textId]): Timed => ({ type: 'block.named', v: 1, payload: { blockId, textId }, at }));
  const skipped = [...new Set([...Object.keys(agenda.skipped), ...Object.keys(known.skipped)])]
    .filter((blockId) => agenda.skipped[blockId] !== known.skipped[blockId])
    .map((blockId): Timed => ({ type: 'block.skipped', v: 1, payload: { blockId, skipped: agenda.skipped[blockId] ?? false }, at }));
  return [...ordered, ...timed, ...named, ...skipped];
}

/** The closed door, for one who stands before it. */
export function doorNews(kept: RoomLogState, whole: RoomLogState, viewer: string, at: string): Timed[] {
  const isBefore = whole.standings[viewer]?.place === 'waiting' && whole.endedAt === null;
  if (!isBefore || (kept.lockedAt === null) === (whole.lockedAt === null)) return [];
  return [{ type: whole.lockedAt === null ? 'room.unlocked' : 'room.locked', v: 1, payload: {}, at }];
}
