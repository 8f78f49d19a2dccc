import type { PersonInView, RoomView } from '@rejoin/shared';
import type { Listed } from '../panels/listed';

/** The parts of the one list, in the order in which they need staff. */
export const parts = ['needsStaff', 'waiting', 'gate', 'main', 'toCome', 'left', 'out'] as const;
export type Part = (typeof parts)[number];

export const partTitles: Record<Part, string> = {
  needsStaff: 'Please look after',
  waiting: 'Waiting',
  gate: 'At the gate',
  main: 'In the room',
  toCome: 'Not here yet',
  left: 'Left',
  out: 'Not let in, or sent out',
};

/** Somebody who left with a wish that nobody has taken care of. */
export function needsStaff({ leaving }: Pick<PersonInView, 'leaving'>): boolean {
  return leaving !== undefined && leaving.answer !== 'fine' && leaving.mark === undefined;
}

function isAtGate({ gate }: PersonInView): boolean {
  return gate !== undefined && gate.step !== 'notBegun' && gate.step !== 'done';
}

function partOf(person: PersonInView): Part {
  if (needsStaff(person)) return 'needsStaff';
  switch (person.place) {
    case 'waiting':
      return 'waiting';
    case 'main':
      return 'main';
    case 'left':
      return isAtGate(person) ? 'gate' : 'left';
    case 'removed':
      return 'out';
    case 'outside':
      return isAtGate(person) ? 'gate' : 'toCome';
  }
}

function urgency({ leaving, gate, staff }: Listed): number {
  if (leaving?.answer === 'unsafe' && !leaving.mark) return 0;
  if (gate?.refusal) return 1;
  return staff ? 2 : 3;
}

const since = (person: Listed) => (person.place === 'waiting' ? (person.since ?? '') : '');

function order(a: Listed, b: Listed): number {
  return urgency(a) - urgency(b) || since(a).localeCompare(since(b)) || a.name.localeCompare(b.name) || (a.seatId < b.seatId ? -1 : 1);
}

/** Everyone expected, in one list that does not jump: only the parts that have somebody. */
export function rosterOf(view: Pick<RoomView, 'people'>): { part: Part; people: Listed[] }[] {
  const all = Object.entries(view.people).map(([seatId, person]): Listed => ({ ...person, seatId }));
  return parts
    .map((part) => ({ part, people: all.filter((person) => partOf(person) === part).sort(order) }))
    .filter(({ people }) => people.length > 0);
}

/** "9 expected · 5 in · 2 wait · 1 at the gate". */
export function countsOf(view: Pick<RoomView, 'people'>): string {
  const all = Object.values(view.people);
  const count = (isIt: (person: PersonInView) => boolean) => all.filter(isIt).length;
  const [inside, waiting] = [count(({ place }) => place === 'main'), count(({ place }) => place === 'waiting')];
  const atGate = count((person) => partOf(person) === 'gate');
  return [
    `${all.length} expected`,
    `${inside} in`,
    waiting > 0 && `${waiting} ${waiting === 1 ? 'waits' : 'wait'}`,
    atGate > 0 && `${atGate} at the gate`,
  ]
    .filter(Boolean)
    .join(' · ');
}
