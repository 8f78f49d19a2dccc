import { IconVolume3 } from '@tabler/icons-react';
import { useRoom } from '../state/roomContext';
import type { OfSeat } from '../stage/slots';

/** For staff: this person hears nobody just now, by their own wish. */
export function HushMark({ seatId }: OfSeat) {
  const { view } = useRoom();
  if (!view.people[seatId]?.hushed || seatId === view.me.seatId) return null;
  return (
    <span role="img" aria-label="Has silenced the room" title="Has silenced the room">
      <IconVolume3 size={18} stroke={2} aria-hidden />
    </span>
  );
}
