import type { RoomCommand } from './command.js';
import { silence } from './decide-talk.js';
import type { Asked, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import type { NewRoomEvent } from './event.js';
import { placeOf } from './standing.js';
import type { RosterSeat } from './state.js';
import { turnNow } from './project-talk.js';
import type { RoundOrder, TurnEnd } from './talk.js';

type Command<T extends RoomCommand['type']> = Extract<RoomCommand, { type: T }>;

/** Numbers that look thrown, and are the same for the same seed (mulberry32). */
function thrown(seed: number): () => number {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const next = thrown(seed);
  return list
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function ordered(seats: readonly RosterSeat[], by: RoundOrder, { seed = 0, spoken = {} }: Asked['context']): string[] {
  const byName = seats.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.seatId < b.seatId ? -1 : 1));
  const mixed = by === 'name' ? byName : shuffled(byName, seed);
  const said = ({ seatId }: RosterSeat) => spoken[seatId] ?? 0;
  return (by === 'leastHeard' ? mixed.toSorted((a, b) => said(a) - said(b)) : mixed).map(({ seatId }) => seatId);
}

/** Who is asked unless staff choose otherwise: everyone here who takes part, but who leads and who asked not to be called on. */
function asked({ state }: Asked): RosterSeat[] {
  return Object.values(state.roster).filter(
    ({ seatId, staff, capacity }) =>
      !staff && capacity !== 'observer' && placeOf(state, seatId) === 'main' && !state.wishes[seatId]?.dontCall,
  );
}

/** Puts an order together, which nobody but staff sees. A round that runs is ended first. */
export function prepareRound(who: Asked, { kind, by }: Command<'round.prepare'>): Decision {
  if (who.state.talk.round?.running) return refuse('room.roundRuns');
  return happened({ type: 'round.prepared', v: 1, payload: { kind, order: ordered(asked(who), by, who.context) } });
}

/** Takes somebody in, moves them, or comes back to them. The turn that somebody has is theirs. */
export function putInRound({ state }: Asked, { seatId, before }: Command<'round.put'>): Decision {
  const { round } = state.talk;
  if (!round) return refuse('room.noRound');
  const seat = state.roster[seatId];
  if (!seat || seat.capacity === 'observer' || placeOf(state, seatId) !== 'main') return refuse('room.notHere');
  const now = turnNow(state);
  if (now === seatId) return nothing;
  const to = before === now ? round.queue.find((one) => one !== now && one !== seatId) : before;
  return happened({ type: 'round.put', v: 1, payload: { seatId, ...(to !== undefined && to !== seatId ? { before: to } : {}) } });
}

export function startRound({ state }: Asked, { oneVoice }: Command<'round.start'>): Decision {
  const { round } = state.talk;
  if (!round) return refuse('room.noRound');
  return round.running ? nothing : happened({ type: 'round.started', v: 1, payload: { oneVoice } });
}

const over = (seatId: string, how: TurnEnd): Decision => {
  const event: NewRoomEvent = { type: 'turn.ended', v: 1, payload: { seatId, how } };
  return happened(event);
};

const isInLine = ({ state }: Asked, seatId: string): boolean =>
  [state.talk.round?.queue, state.talk.round?.absent].some((list) => list?.includes(seatId));

/** Past somebody, before or during their turn. */
export function skipInRound(who: Asked, { seatId }: Command<'round.skip'>): Decision {
  return isInLine(who, seatId) ? over(seatId, 'skipped') : nothing;
}

/** By the person, or by staff for them: who pressed later ends nobody else's turn. */
export function turnDone(who: Asked, { seatId }: Command<'turn.done'>): Decision {
  const silent = silence(who);
  if (silent) return silent;
  if (seatId !== who.seat.seatId && !who.seat.staff) return refuse('room.notAllowed');
  return turnNow(who.state) === seatId ? over(seatId, 'done') : nothing;
}

/** Without a word, now or ahead of one's turn. */
export function passTurn(who: Asked): Decision {
  const silent = silence(who);
  if (silent) return silent;
  const { seatId } = who.seat;
  return who.state.talk.round?.running && isInLine(who, seatId) ? over(seatId, 'passed') : nothing;
}

export function endRound({ state }: Asked): Decision {
  return state.talk.round ? happened({ type: 'round.ended', v: 1, payload: {} }) : nothing;
}
