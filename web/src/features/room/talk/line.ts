import type { RoomView, TurnEnd } from '@rejoin/shared';

type People = Pick<RoomView, 'people' | 'talk'>;

export interface InLine {
  seatId: string;
  name: string;
  place: number;
}

export interface OutOfLine {
  seatId: string;
  name: string;
  why: TurnEnd | 'away' | 'leftOut';
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

/** For staff: who is to come in the round, in order. */
export function lineOf({ talk, people }: People): InLine[] {
  return Object.entries(talk.round?.order ?? {})
    .flatMap(([seatId, { place }]) => (place === undefined ? [] : [{ seatId, name: people[seatId]?.name ?? '', place }]))
    .sort((a, b) => a.place - b.place);
}

/** For staff: everyone else who could be asked, and why they are not in line. */
export function outOfLine({ talk, people }: People): OutOfLine[] {
  const order = talk.round?.order ?? {};
  return Object.entries(people)
    .filter(([seatId, { place, staff, capacity }]) => {
      const isAsked = order[seatId]?.place !== undefined;
      return !isAsked && (order[seatId] !== undefined || (place === 'main' && !staff && capacity !== 'observer'));
    })
    .map(([seatId, { name }]): OutOfLine => {
      const { had, away } = order[seatId] ?? {};
      return { seatId, name, why: had ?? (away ? 'away' : 'leftOut') };
    })
    .sort(byName);
}

/** The seat before which this one comes when it moves by one; undefined for the end. */
export function movedBefore(line: readonly InLine[], index: number, by: -1 | 1): string | undefined {
  return by === -1 ? line[index - 1]?.seatId : line[index + 2]?.seatId;
}
