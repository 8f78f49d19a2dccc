import type { NewRoomEvent, RoomEvent } from '../event.js';
import type { RoomLogState } from '../state.js';
import type { Round } from '../talk.js';

type Timed = NewRoomEvent & { at: string };

export type OfTalk = Extract<
  RoomEvent,
  {
    type:
      | 'hand.raised'
      | 'hand.lowered'
      | 'hand.called'
      | 'round.prepared'
      | 'round.put'
      | 'round.started'
      | 'turn.ended'
      | 'round.ended'
      | 'voice.changed';
  }
>;

function began({ kind, queue, absent, had, oneVoice }: Round, at: string): Timed[] {
  const done = Object.keys(had).map((seatId): Timed => ({ type: 'turn.ended', v: 1, payload: { seatId, how: 'done' }, at }));
  return [
    { type: 'round.prepared', v: 1, payload: { kind, order: [...queue, ...absent] }, at },
    { type: 'round.started', v: 1, payload: { oneVoice }, at },
    ...done,
  ];
}

/** A round becomes known when it starts; how a turn ended never does. */
export function talkSeen(event: OfTalk, { talk }: RoomLogState): Timed[] {
  const isRunning = talk.round?.running ?? false;
  switch (event.type) {
    case 'round.prepared':
      return [];
    case 'round.started':
      return talk.round ? began({ ...talk.round, had: {}, oneVoice: event.payload.oneVoice }, event.at) : [];
    case 'round.put':
    case 'round.ended':
      return isRunning ? [event] : [];
    case 'turn.ended':
      return isRunning ? [{ ...event, payload: { ...event.payload, how: 'done' } }] : [];
    default:
      return [event];
  }
}

/** What one finds on coming in: the hands in their order, the round that runs, and whether one voice is heard at a time. */
export function talkFound(kept: RoomLogState['talk'], { talk }: RoomLogState, at: string): Timed[] {
  const lower = kept.hands.map(({ seatId }): Timed => ({ type: 'hand.lowered', v: 1, payload: { seatId }, at }));
  const raise = talk.hands.map((hand): Timed => ({ type: 'hand.raised', v: 1, payload: { seatId: hand.seatId }, at: hand.at }));
  const call: Timed[] = talk.called === null ? [] : [{ type: 'hand.called', v: 1, payload: { seatId: talk.called }, at }];
  const over: Timed[] = kept.round ? [{ type: 'round.ended', v: 1, payload: {}, at }] : [];
  const round = talk.round?.running ? began(talk.round, at) : [];
  const voice: Timed = { type: 'voice.changed', v: 1, payload: { one: talk.oneVoice }, at };
  return [...lower, ...over, voice, ...round, ...raise, ...call];
}
