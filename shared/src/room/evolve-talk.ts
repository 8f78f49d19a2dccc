import type { RoomEvent } from './event.js';
import type { RoomLogState } from './state.js';
import type { Round, TalkState, TurnEnd } from './talk.js';

type Of<T extends RoomEvent['type']> = Extract<RoomEvent, { type: T }>;

function without(list: readonly string[], seatId: string): string[] {
  return list.filter((one) => one !== seatId);
}

function lowered(talk: TalkState, seatId: string): TalkState {
  const hands = talk.hands.filter((hand) => hand.seatId !== seatId);
  return { ...talk, hands, called: talk.called === seatId ? null : talk.called };
}

function raised(talk: TalkState, { payload: { seatId }, at }: Of<'hand.raised'>): TalkState {
  return talk.hands.some((hand) => hand.seatId === seatId) ? talk : { ...talk, hands: [...talk.hands, { seatId, at }] };
}

/** Who was called before has had the turn. */
function called(talk: TalkState, seatId: string): TalkState {
  if (!talk.hands.some((hand) => hand.seatId === seatId)) return talk;
  const before = talk.called !== null && talk.called !== seatId ? lowered(talk, talk.called) : talk;
  return { ...before, called: seatId };
}

function inRound(talk: TalkState, change: (round: Round) => Round): TalkState {
  return talk.round ? { ...talk, round: change(talk.round) } : talk;
}

function put(round: Round, seatId: string, before: string | undefined): Round {
  const { [seatId]: _, ...had } = round.had;
  const rest = without(round.queue, seatId);
  const at = before === undefined ? -1 : rest.indexOf(before);
  const queue = at < 0 ? [...rest, seatId] : rest.toSpliced(at, 0, seatId);
  return { ...round, had, queue, absent: without(round.absent, seatId) };
}

function turnEnded(round: Round, seatId: string, how: TurnEnd): Round {
  return { ...round, queue: without(round.queue, seatId), absent: without(round.absent, seatId), had: { ...round.had, [seatId]: how } };
}

/** After the turn a hand is down, whichever way the turn ended. */
function endTurn(talk: TalkState, { payload: { seatId, how } }: Of<'turn.ended'>): TalkState {
  const hadTurn = talk.round?.running === true && talk.round.queue[0] === seatId;
  return inRound(hadTurn ? lowered(talk, seatId) : talk, (round) => turnEnded(round, seatId, how));
}

function prepared({ payload: { kind, order } }: Of<'round.prepared'>): Round {
  return { kind, running: false, oneVoice: false, queue: order, absent: [], had: {} };
}

/** Turned off it is off for the round too. */
function voice(talk: TalkState, one: boolean): TalkState {
  const next = { ...talk, oneVoice: one };
  return one ? next : inRound(next, (round) => ({ ...round, oneVoice: false }));
}

function reacted(talk: TalkState, { payload: { seatId, kind, to }, at, seq }: Of<'reaction.given'>): TalkState {
  const reactions = { ...talk.reactions, [seatId]: { kind, at, seq } };
  return { ...talk, reactions, meToo: to === undefined ? talk.meToo : { ...talk.meToo, [seatId]: { to, at, seq } } };
}

function remember(talk: TalkState, event: RoomEvent): TalkState {
  switch (event.type) {
    case 'hand.raised':
      return raised(talk, event);
    case 'hand.lowered':
      return lowered(talk, event.payload.seatId);
    case 'hand.called':
      return called(talk, event.payload.seatId);
    case 'voice.changed':
      return voice(talk, event.payload.one);
    case 'round.prepared':
      return { ...talk, round: prepared(event) };
    case 'round.put':
      return inRound(talk, (round) => put(round, event.payload.seatId, event.payload.before));
    case 'round.started':
      return inRound(talk, (round) => ({ ...round, running: true, oneVoice: event.payload.oneVoice }));
    case 'turn.ended':
      return endTurn(talk, event);
    case 'round.ended':
      return { ...talk, round: null };
    case 'reaction.given':
      return reacted(talk, event);
    default:
      return talk;
  }
}

/**
 * Who leaves takes the hand down; who leaves or is away gives up the place in the round, and has the last one on coming back.
 * Who is awaited after an end that was taken back keeps the place.
 */
function followPlaces(talk: TalkState, standings: RoomLogState['standings']): TalkState {
  const isIn = (seatId: string) => standings[seatId]?.place === 'main';
  const isHere = (seatId: string) => isIn(seatId) && (standings[seatId]?.online === true || standings[seatId]?.awaited === true);
  const gone = talk.hands.filter(({ seatId }) => !isIn(seatId));
  const kept = gone.reduce((so, { seatId }) => lowered(so, seatId), talk);
  const moves = kept.round?.queue.some((seatId) => !isHere(seatId)) || kept.round?.absent.some(isHere);
  if (!moves) return kept;
  return inRound(kept, (round) => ({
    ...round,
    queue: [...round.queue.filter(isHere), ...round.absent.filter(isHere)],
    absent: [...round.absent.filter((seatId) => !isHere(seatId)), ...round.queue.filter((seatId) => !isHere(seatId))],
  }));
}

/** Hands, rounds and signs after one more event. An end that can be taken back leaves them as they were. */
export function evolveTalk(log: RoomLogState, event: RoomEvent): RoomLogState {
  const talk = remember(log.talk, event);
  const isOver = log.endedAt !== null || event.type === 'session.endUndone';
  const next = isOver ? talk : followPlaces(talk, log.standings);
  return next === log.talk ? log : { ...log, talk: next };
}
