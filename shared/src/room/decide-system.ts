import type { SystemCommand } from './command.js';
import { endBreakInTime } from './decide-break.js';
import type { DecideContext, Decision } from './decision.js';
import { happened, nothing } from './decision.js';
import { mayUndoEnd } from './door.js';
import { later } from './evolve.js';
import type { RoomState, Standing } from './state.js';
import { unattendedMinutes } from './state.js';

function standingHere(state: RoomState, seatId: string): Standing | undefined {
  const standing = state.standings[seatId];
  return standing?.place === 'waiting' || standing?.place === 'main' ? standing : undefined;
}

/** A loss cannot lie before the person came, nor after now. */
function lose(state: RoomState, { seatId, at }: Extract<SystemCommand, { type: 'lose' }>, now: string): Decision {
  const standing = standingHere(state, seatId);
  if (!standing?.online && !standing?.awaited) return nothing;
  const since = later(at, now) === at ? now : later(at, standing.since);
  return happened({ type: 'seat.lost', v: 1, payload: { seatId, since } });
}

function find(state: RoomState, seatId: string): Decision {
  const standing = standingHere(state, seatId);
  return !standing || standing.online ? nothing : happened({ type: 'seat.back', v: 1, payload: { seatId } });
}

/** Whose seat the schedule ended is out: with the place end the minute, the hand and the turn that went with it. */
function unseat(state: RoomState, seatId: string): Decision {
  const isOut = state.roster[seatId]?.ended === true && !state.endedAt && standingHere(state, seatId) !== undefined;
  return isOut ? happened({ type: 'seat.left', v: 1, payload: { seatId } }) : nothing;
}

/** Nobody came back for a quarter of an hour: the session ended when the last one went. A planned end that passes ends nothing. */
function endUnattended(state: RoomState, now: string): Decision {
  const { emptySince } = state;
  if (emptySince === null || Date.parse(now) - Date.parse(emptySince) < unattendedMinutes * 60_000) return nothing;
  return happened({ type: 'session.ended', v: 1, payload: { ending: 'everyoneLeft', endedAt: emptySince } });
}

/** The end can no longer be taken back. */
function close(state: RoomState, now: string): Decision {
  if (!state.endedAt || state.closedAt || mayUndoEnd(state, now)) return nothing;
  return happened({ type: 'session.closed', v: 1, payload: {} });
}

/** What follows from something the server found out. */
export function decideSystem(state: RoomState, command: SystemCommand, { now }: DecideContext): Decision {
  switch (command.type) {
    case 'lose':
      return lose(state, command, now);
    case 'find':
      return find(state, command.seatId);
    case 'unseat':
      return unseat(state, command.seatId);
    case 'endUnattended':
      return endUnattended(state, now);
    case 'close':
      return close(state, now);
    case 'endBreak':
      return endBreakInTime(state, now);
  }
}
