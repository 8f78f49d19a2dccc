import { agendaOf, mayRunAgenda, minutesPassed } from './agenda.js';
import type { AgendaBlock } from './agenda.js';
import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import type { NewRoomEvent } from './event.js';
import { placeOf } from './standing.js';

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

/** For staff and the patient who helps lead, while they stand in the room and the session is not over. */
export function byRunner<C extends RoomCommand>(rule: (asked: Asked, command: C) => Decision) {
  return (asked: Asked, command: C): Decision => {
    if (!mayRunAgenda(asked.seat)) return refuse('room.notAllowed');
    if (asked.state.endedAt) return refuse('room.ended');
    return placeOf(asked.state, asked.seat.seatId) === 'main' ? rule(asked, command) : refuse('room.notAllowed');
  };
}

const began = (blockId: string): NewRoomEvent => ({ type: 'block.began', v: 1, payload: { blockId } });

/** Start begins the first part of the agenda too. Two leads may press it at once: the second changes nothing. */
export function start({ state }: Asked): Decision {
  if (state.startedAt) return nothing;
  const first = agendaOf(state).find(({ skipped }) => !skipped);
  const started: NewRoomEvent = { type: 'session.started', v: 1, payload: {} };
  return first ? happened(started, began(first.id)) : happened(started);
}

function blockIn({ state }: Asked, blockId: string): AgendaBlock | undefined {
  return agendaOf(state).find(({ id }) => id === blockId);
}

export function goToBlock(asked: Asked, { blockId }: Command<'goToBlock'>): Decision {
  if (!asked.state.startedAt) return refuse('room.notStarted');
  if (!blockIn(asked, blockId)) return refuse('room.unknownBlock');
  return asked.state.block?.blockId === blockId ? nothing : happened(began(blockId));
}

/** How long a part lasts from its beginning. The part that runs is never made shorter than what has passed of it. */
export function timeBlock(asked: Asked, { blockId, minutes }: Command<'timeBlock'>): Decision {
  const found = blockIn(asked, blockId);
  if (!found) return refuse('room.unknownBlock');
  const { state, context } = asked;
  const passed = state.block?.blockId === blockId ? minutesPassed(state.block.beganAt, context.now) : 0;
  const next = minutes < found.minutes ? Math.min(found.minutes, Math.max(minutes, passed, 1)) : minutes;
  return next === found.minutes ? nothing : happened({ type: 'block.timed', v: 1, payload: { blockId, minutes: next } });
}

/** The whole order is named, so that two who change it at once never mix theirs. */
export function orderBlocks({ state }: Asked, { blockIds }: Command<'orderBlocks'>): Decision {
  const now = agendaOf(state).map(({ id }) => id);
  const isSame = now.length === blockIds.length && new Set(blockIds).size === now.length && now.every((id) => blockIds.includes(id));
  if (!isSame) return refuse('room.agendaChanged');
  return now.every((id, index) => id === blockIds[index]) ? nothing : happened({ type: 'agenda.ordered', v: 1, payload: { blockIds } });
}

export function skipBlock(asked: Asked, { blockId, skipped }: Command<'skipBlock'>): Decision {
  const found = blockIn(asked, blockId);
  if (!found) return refuse('room.unknownBlock');
  if (found.skipped === skipped) return nothing;
  if (asked.state.block?.blockId === blockId) return refuse('room.blockRuns');
  return happened({ type: 'block.skipped', v: 1, payload: { blockId, skipped } });
}

export function nameBlock(asked: Asked, { blockId, textId }: Command<'nameBlock'>): Decision {
  if (!blockIn(asked, blockId)) return refuse('room.unknownBlock');
  const isSaid = asked.state.agenda.topics[blockId] === textId;
  return isSaid ? nothing : happened({ type: 'block.named', v: 1, payload: { blockId, textId } });
}
