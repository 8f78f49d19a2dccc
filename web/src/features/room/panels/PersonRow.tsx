import { PersonChip } from '../../../ui/PersonChip';
import { useRoom } from '../state/roomContext';
import { seatName } from '../state/words';
import type { Listed } from './listed';
import classes from './PeoplePanel.module.css';

/** Somebody in the room, as everyone sees them. */
export function PersonRow({ person }: { person: Listed }) {
  const { view } = useRoom();
  const isMe = person.seatId === view.me.seatId;
  const detail = [person.pronouns, seatName(person.capacity), person.online ? '' : 'connecting again'].filter(Boolean).join(' · ');
  return (
    <li className={classes.row}>
      <PersonChip name={isMe ? `${person.name} (you)` : person.name} detail={detail} />
    </li>
  );
}
