import { agendaOf } from './agenda.js';
import type { RoomState } from './state.js';
import type { BlockInView, RoomView } from './view.js';

/** The agenda as it runs: everyone in the room sees the same. */
export function projectAgenda(state: RoomState): RoomView['agenda'] {
  const { block } = state;
  const all = agendaOf(state);
  const blocks = all.map(({ id, kind, topic, minutes, leadName, skipped }, position): [string, BlockInView] => [
    id,
    { position, kind, topic, minutes, leadName, ...(skipped ? { skipped } : {}) },
  ]);
  const current = all.find(({ id }) => id === block?.blockId);
  if (!current || !block) return { blocks: Object.fromEntries(blocks) };
  const endsAt = new Date(Date.parse(block.beganAt) + current.minutes * 60_000).toISOString();
  return { blocks: Object.fromEntries(blocks), current: { blockId: current.id, beganAt: block.beganAt, endsAt } };
}
