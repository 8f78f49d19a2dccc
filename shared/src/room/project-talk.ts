import { placeOf } from './standing.js';
import type { RoomState, RosterSeat } from './state.js';
import type { Round, TalkInView } from './talk.js';

type Line = TalkInView['hands'];
type RoundInView = NonNullable<TalkInView['round']>;

const isIn = (state: RoomState, seatId: string): boolean => placeOf(state, seatId) === 'main';

/** Who is to come in the round and stands in the room. */
function lineOf(state: RoomState): string[] {
  return (state.talk.round?.queue ?? []).filter((seatId) => isIn(state, seatId));
}

/** Whose turn it is in the round. */
export function turnNow(state: RoomState): string | undefined {
  return state.talk.round?.running ? lineOf(state)[0] : undefined;
}

/** Whether only staff and whose turn it is are to be heard. */
export function isOneVoice({ talk }: RoomState): boolean {
  return talk.oneVoice || (talk.round?.running === true && talk.round.oneVoice);
}

/** Whether this seat's microphone may be on. */
export function mayBeHeardNow(state: RoomState, seatId: string): boolean {
  if (!isOneVoice(state) || state.roster[seatId]?.staff) return true;
  return turnNow(state) === seatId || state.talk.called === seatId;
}

/** Everyone sees whose hand is up and in which order; how long, only staff. */
function hands(state: RoomState, viewer: RosterSeat): Line {
  const { called } = state.talk;
  const up = state.talk.hands.filter(({ seatId }) => isIn(state, seatId));
  const waiting = up.filter(({ seatId }) => seatId !== called);
  const placed = up.map((hand): [string, Line[string]] => {
    const place = hand.seatId === called ? 0 : waiting.indexOf(hand) + 1;
    return [hand.seatId, { place, ...(viewer.staff ? { at: hand.at } : {}) }];
  });
  return Object.fromEntries(placed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function orderOf(state: RoomState, round: Round): RoundInView['order'] {
  const line = lineOf(state);
  const first = round.running ? 0 : 1;
  return {
    ...Object.fromEntries(Object.entries(round.had).map(([seatId, had]) => [seatId, { had }])),
    ...Object.fromEntries(round.absent.map((seatId) => [seatId, { away: true as const }])),
    ...Object.fromEntries(line.map((seatId, index) => [seatId, { place: index + first }])),
  };
}

/** To peers: whose turn it is and their own place. Whether a turn was used, passed or skipped is for staff. */
function roundIn(state: RoomState, viewer: RosterSeat): { round?: RoundInView } {
  const { round } = state.talk;
  if (!round || (!round.running && !viewer.staff)) return {};
  const now = turnNow(state);
  const place = round.running ? lineOf(state).indexOf(viewer.seatId) : -1;
  return {
    round: {
      kind: round.kind,
      ...(now === undefined ? {} : { now }),
      ...(place < 0 ? {} : { place }),
      ...(viewer.staff ? { order: orderOf(state, round), ...(round.running ? {} : { prepared: true as const }) } : {}),
    },
  };
}

/** Signs of those who are here, since the viewer's own admission. */
function signs(state: RoomState, viewer: RosterSeat): Pick<TalkInView, 'reactions' | 'meToo'> {
  const from = state.standings[viewer.seatId]?.admittedSeq ?? Infinity;
  const isSeen = ([seatId, { seq }]: [string, { seq: number }]) => seq > from && isIn(state, seatId);
  const reactions = Object.entries(state.talk.reactions).filter(isSeen);
  const meToo = Object.entries(state.talk.meToo).filter((one) => isSeen(one) && isIn(state, one[1].to));
  const sorted = <T>(all: [string, T][]) => all.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    reactions: Object.fromEntries(sorted(reactions).map(([seatId, { kind, at }]) => [seatId, { kind, at }])),
    meToo: Object.fromEntries(sorted(meToo).map(([seatId, { to, at }]) => [seatId, { to, at }])),
  };
}

/** What goes on in the room among those who stand in it; nothing of it to anybody else. */
export function talkOf(state: RoomState, viewer: RosterSeat): TalkInView {
  if (viewer.ended || !isIn(state, viewer.seatId)) return { hands: {}, oneVoice: false, reactions: {}, meToo: {} };
  return { hands: hands(state, viewer), oneVoice: isOneVoice(state), ...roundIn(state, viewer), ...signs(state, viewer) };
}
