import type { BreakInView, MinuteInView } from './pauses.js';
import { phaseOf, placeOf } from './standing.js';
import type { RoomState, RosterSeat } from './state.js';

function isIn(state: RoomState, seatId: string): boolean {
  return placeOf(state, seatId) === 'main' && phaseOf(state) !== 'ended';
}

/** Whether a seat's microphone and camera rest in a break that is still on: the SFU takes nothing from it. */
export function mustRest(state: RoomState, seatId: string): boolean {
  const now = state.break;
  if (now === null || now.over || !(seatId in now.resting)) return false;
  // The SFU tells everyone who may send again: before the end that may be staff, and nobody else.
  return now.resting[seatId] || !state.roster[seatId]?.staff;
}

/** A break, until the viewer is back from it, and for staff until everyone is. Nobody else learns who is back. */
export function breakOf(state: RoomState, viewer: Pick<RosterSeat, 'seatId' | 'staff'>): { break?: BreakInView } {
  const now = state.break;
  if (!now || !isIn(state, viewer.seatId)) return {};
  const { beganAt, endsAt, over, blockId } = now;
  const resting = now.resting[viewer.seatId] ?? false;
  const out = Object.keys(now.resting).filter((seatId) => now.resting[seatId] && placeOf(state, seatId) === 'main');
  const isShown = resting || (viewer.staff && (!over || out.length > 0));
  if (!isShown) return {};
  const forStaff = viewer.staff ? { out: Object.fromEntries(out.sort().map((seatId): [string, true] => [seatId, true])) } : {};
  return { break: { beganAt, endsAt, over, resting, planned: blockId !== null, ...forStaff } };
}

/** That a person needs a minute: for staff and for that person. */
export function minuteOf(state: RoomState, seatId: string): { minute?: MinuteInView } {
  const minute = state.minutes[seatId];
  return minute && isIn(state, seatId) ? { minute } : {};
}
