import type { PersonInView, RoomView } from '@rejoin/shared';

export interface WaitingPerson extends PersonInView {
  seatId: string;
}

/** Who waits, first come first. */
export function waitingOf(view: RoomView): WaitingPerson[] {
  return Object.entries(view.people)
    .filter(([seatId, person]) => person.place === 'waiting' && seatId !== view.me.seatId)
    .map(([seatId, person]) => ({ ...person, seatId }))
    .sort((a, b) => (a.since ?? '').localeCompare(b.since ?? '') || a.name.localeCompare(b.name));
}
