import type { RoomCommand } from './command.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import { gateOpensHours } from './gate.js';
import type { RoomState } from './state.js';

const openBeforeMs = gateOpensHours * 3_600_000;

function isSame(before: RoomState['wishes'][string] | undefined, wish: RoomState['wishes'][string]): boolean {
  if (!before) return false;
  const keys = ['camera', 'voice', 'dontCall', 'textId'] as const;
  return keys.every((key) => before[key] === wish[key]);
}

/** How one wants to take part today: said on the day, from anywhere, and changed at any time until the end. */
export function wish({ state, seat, context }: Asked, asked: Extract<RoomCommand, { type: 'wish' }>): Decision {
  if (seat.staff || seat.capacity === 'observer') return refuse('room.notAllowed');
  if (state.endedAt) return refuse('room.ended');
  const standing = state.standings[seat.seatId];
  if (standing?.place === 'removed' && !standing.mayReturn) return refuse('room.removed');
  if (Date.parse(context.now) < Date.parse(state.plan.startsAt) - openBeforeMs) return refuse('gate.early');
  const { camera, voice, dontCall, line } = asked;
  const said = { camera, voice, dontCall, ...(line ? { textId: line.textId } : {}) };
  if (isSame(state.wishes[seat.seatId], said)) return nothing;
  return happened({ type: 'seat.wished', v: 1, payload: { seatId: seat.seatId, ...said } });
}
