import type { OfSeat } from '../stage/slots';
import { useRoom } from '../state/roomContext';
import { BeforeChips } from './BeforeChips';

/** For staff, on a person's tile. */
export function WishMark({ seatId }: OfSeat) {
  const person = useRoom().view.people[seatId];
  return person?.wish ? <BeforeChips person={{ name: person.name, wish: person.wish }} isOnTile /> : null;
}
