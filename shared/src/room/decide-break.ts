import { agendaOf } from './agenda.js';
import type { AgendaBlock } from './agenda.js';
import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import type { NewRoomEvent } from './event.js';
import { fold } from './evolve.js';
import { returnLeewayMs } from './pauses.js';
import { placeOf } from './standing.js';
import type { RoomState } from './state.js';

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

const plus = (at: string | number, minutes: number): string =>
  new Date((typeof at === 'number' ? at : Date.parse(at)) + minutes * 60_000).toISOString();
const ended = (blockId: string | null): NewRoomEvent => ({ type: 'break.ended', v: 1, payload: blockId ? { blockId } : {} });

interface BreakBlock {
  blockId: string;
  beganAt: string;
  endsAt: string;
}

/** The part of the agenda that runs, where it is a break. */
function breakBlock(state: RoomState): BreakBlock | undefined {
  const { block } = state;
  const found = agendaOf(state).find(({ id, kind }) => id === block?.blockId && kind === 'break');
  return block && found ? { ...block, endsAt: plus(block.beganAt, found.minutes) } : undefined;
}

function nextBlock(state: RoomState, blockId: string): AgendaBlock | undefined {
  const all = agendaOf(state);
  return all.slice(all.findIndex(({ id }) => id === blockId) + 1).find(({ skipped }) => !skipped);
}

/** Staff call a break of so many minutes; in a part of the agenda that is a break already, that becomes longer. */
export function beginBreak(asked: Asked, { minutes }: Command<'break.begin'>): Decision {
  const { state, context } = asked;
  if (!state.startedAt) return refuse('room.notStarted');
  if (state.break && !state.break.over) return nothing;
  if (breakBlock(state)) return extendBreak(asked, { type: 'break.extend', minutes });
  return happened({ type: 'break.began', v: 1, payload: { endsAt: plus(context.now, minutes) } });
}

/** So many minutes more, from the end that was said or from now. */
export function extendBreak({ state, context }: Asked, { minutes }: Command<'break.extend'>): Decision {
  const now = state.break;
  if (!now) return refuse('room.noBreak');
  const endsAt = plus(Math.max(Date.parse(now.endsAt), Date.parse(context.now)), minutes);
  const block = breakBlock(state);
  if (!block) return now.over ? refuse('room.noBreak') : happened({ type: 'break.moved', v: 1, payload: { endsAt } });
  const length = Math.ceil((Date.parse(endsAt) - Date.parse(block.beganAt)) / 60_000);
  return happened({ type: 'block.timed', v: 1, payload: { blockId: block.blockId, minutes: length } });
}

/** The group goes on: with the next part, where the agenda called the break. */
export function endBreak({ state }: Asked): Decision {
  const block = breakBlock(state);
  const next = block && nextBlock(state, block.blockId);
  if (next) return happened({ type: 'block.began', v: 1, payload: { blockId: next.id } });
  return state.break && !state.break.over ? happened(ended(state.break.blockId)) : nothing;
}

/** "I am back": from the end on, for staff also before. Microphone and camera stay off. */
export function returnFromBreak({ state, seat, context }: Asked): Decision {
  if (state.endedAt) return refuse('room.ended');
  if (placeOf(state, seat.seatId) !== 'main') return refuse('room.notAdmitted');
  const now = state.break;
  if (!now?.resting[seat.seatId]) return nothing;
  const isTime = now.over || Date.parse(context.now) >= Date.parse(now.endsAt) - returnLeewayMs;
  if (!isTime && !seat.staff) return refuse('room.breakRuns');
  return happened({ type: 'break.returned', v: 1, payload: { seatId: seat.seatId } });
}

/** The time is over: the group goes on, whoever is back. */
export function endBreakInTime(state: RoomState, now: string): Decision {
  const { break: current } = state;
  if (!current || current.over || state.endedAt || Date.parse(now) < Date.parse(current.endsAt)) return nothing;
  return happened(ended(current.blockId));
}

/** What a change of the agenda means for breaks: a part that is a break begins one, any other part ends it. */
export function withBreaks(state: RoomState, decision: Decision, now: string): Decision {
  if ('refusal' in decision || !decision.events.some(({ type }) => type === 'block.began' || type === 'block.timed')) return decision;
  const rows = decision.events.map((event, index) => ({ ...event, seq: state.seq + 1 + index, at: now, actor: null }));
  const after: RoomState = { ...state, ...fold(rows, state) };
  return { events: [...decision.events, ...following(state, after)] };
}

function following(before: RoomState, after: RoomState): NewRoomEvent[] {
  const block = breakBlock(after);
  const on = before.break;
  const isNew = before.block?.blockId !== after.block?.blockId || before.block?.beganAt !== after.block?.beganAt;
  if (!block) return isNew && on && !on.over ? [ended(on.blockId)] : [];
  const { blockId, endsAt } = block;
  if (isNew) return [{ type: 'break.began', v: 1, payload: { blockId, endsAt } }];
  return on?.blockId === blockId && on.endsAt !== endsAt ? [{ type: 'break.moved', v: 1, payload: { endsAt } }] : [];
}
