import { IconLeaf } from '@tabler/icons-react';
import type { OfSeat } from '../stage/slots';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { sinceWords } from './countdown';
import classes from './Pauses.module.css';

/** For staff, on the tile: this person needs a minute. */
export function MinuteMark({ seatId }: OfSeat) {
  const { view } = useRoom();
  const now = useNow(10_000);
  const minute = view.people[seatId]?.minute;
  if (!minute) return null;
  const words = `Needs a minute, ${sinceWords(minute.since, now)}`;
  return (
    <span className={classes.mark} title={words}>
      <IconLeaf size={16} stroke={2} aria-hidden /> {words}
    </span>
  );
}
