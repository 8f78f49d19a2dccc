import type { Answer, CheckIn, CheckInInView } from './check-in.js';
import { barsFrom, thumbs } from './check-in.js';
import { phaseOf, placeOf } from './standing.js';
import type { RoomState, RosterSeat } from './state.js';
import type { RoomView } from './view.js';

type Texts = RoomState['texts'];

function bodyOf(texts: Texts, textId: string | undefined): { body?: string } {
  const body = textId === undefined ? undefined : texts[textId];
  return typeof body === 'string' ? { body } : {};
}

function given(texts: Texts, { value, textId }: Answer): NonNullable<CheckInInView['mine']> {
  return { ...(value === undefined ? {} : { value }), ...bodyOf(texts, textId) };
}

/** The same for everyone and at every look, and nothing to do with who wrote or when. */
function shuffle(key: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 16_777_619);
  return hash >>> 0;
}

function countsOf(values: readonly number[], from: readonly number[]): number[] {
  const bars = from.map(() => 0);
  for (const value of values) {
    const bar = from.findLastIndex((least) => value >= least);
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return bars;
}

/** All answers without names. */
function resultOf(texts: Texts, { kind, answers }: CheckIn, id: string): NonNullable<CheckInInView['result']> {
  const all = Object.values(answers);
  if (kind !== 'words') {
    const values = all.flatMap(({ value }) => (value === undefined ? [] : [value]));
    return { counts: countsOf(values, kind === 'number' ? barsFrom : thumbs) };
  }
  const order = ({ textId = '' }: Answer) => shuffle(id + textId);
  const words = all.toSorted((a, b) => order(a) - order(b)).flatMap((answer) => Object.values(bodyOf(texts, answer.textId)));
  return { words };
}

const isShown = ({ shownAt, awayAt }: CheckIn) => shownAt !== null && awayAt === null;

function common(texts: Texts, one: CheckIn, id: string): CheckInInView {
  const { kind, picture, openedAt, closedAt } = one;
  const question = bodyOf(texts, one.textId).body;
  return {
    kind,
    picture,
    openedAt,
    ...(question === undefined ? {} : { question }),
    ...(closedAt === null ? {} : { closedAt }),
    ...(isShown(one) ? { shown: true, result: resultOf(texts, one, id) } : {}),
  };
}

function forStaff(texts: Texts, one: CheckIn, id: string): CheckInInView {
  const answers = Object.entries(one.answers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([seatId, answer]) => [seatId, { ...given(texts, answer), at: answer.at }] as const);
  return { ...common(texts, one, id), answers: Object.fromEntries(answers), ...(one.shownAt === null ? {} : { wasShown: true }) };
}

function forPerson(texts: Texts, one: CheckIn, id: string, seatId: string): CheckInInView {
  const mine = one.answers[seatId];
  return { ...common(texts, one, id), ...(mine ? { mine: given(texts, mine) } : {}) };
}

/** Staff see every check-in with who answered what; everyone else the open one with their own answer, and a picture while it is shown. */
export function checkInsOf(state: RoomState, { seatId, staff }: Pick<RosterSeat, 'seatId' | 'staff'>): RoomView['checkIns'] {
  const isIn = placeOf(state, seatId) === 'main' && phaseOf(state) !== 'ended';
  const { texts } = state;
  const all = Object.entries(state.checkIns).sort(([a], [b]) => (a < b ? -1 : 1));
  if (staff) return Object.fromEntries(all.map(([id, one]) => [id, forStaff(texts, one, id)]));
  if (!isIn) return {};
  // The answers were not meant for who was not there when they were shown.
  const from = state.standings[seatId]?.admittedSeq ?? Infinity;
  const seen = all.filter(([, one]) => one.closedAt === null || (isShown(one) && (one.shownSeq ?? 0) > from));
  return Object.fromEntries(seen.map(([id, one]) => [id, forPerson(texts, one, id, seatId)]));
}
