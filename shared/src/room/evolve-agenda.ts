import type { RoomEvent } from './event.js';
import type { RoomLogState } from './state.js';

function skip(log: RoomLogState, blockId: string, skipped: boolean): RoomLogState {
  const { [blockId]: _, ...rest } = log.agenda.skipped;
  return { ...log, agenda: { ...log.agenda, skipped: skipped ? { ...rest, [blockId]: true } : rest } };
}

/** What was changed of the agenda. A part that begins is no longer skipped. */
export function evolveAgenda(log: RoomLogState, { type, payload }: RoomEvent): RoomLogState {
  const { agenda } = log;
  switch (type) {
    case 'block.began':
      return agenda.skipped[payload.blockId] ? skip(log, payload.blockId, false) : log;
    case 'block.skipped':
      return skip(log, payload.blockId, payload.skipped);
    case 'block.timed':
      return { ...log, agenda: { ...agenda, minutes: { ...agenda.minutes, [payload.blockId]: payload.minutes } } };
    case 'block.named':
      return { ...log, agenda: { ...agenda, topics: { ...agenda.topics, [payload.blockId]: payload.textId } } };
    case 'agenda.ordered':
      return { ...log, agenda: { ...agenda, order: payload.blockIds } };
    default:
      return log;
  }
}
