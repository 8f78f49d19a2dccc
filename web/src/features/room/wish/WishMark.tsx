import { type Icon, IconEar, IconHandOff, IconPencil, IconVideoOff } from '@tabler/icons-react';
import { isPlain, type Wish } from '@rejoin/shared';
import { wishChip } from '../../../lib/wishWords';
import type { OfSeat } from '../stage/slots';
import { useRoom } from '../state/roomContext';
import classes from './Wish.module.css';

function signsOf({ camera, voice, dontCall }: Wish): [Icon, string][] {
  const signs: [boolean, Icon, string][] = [
    [dontCall, IconHandOff, wishChip.dontCall],
    [voice === 'chatOnly', IconPencil, wishChip.chatOnly],
    [voice === 'muted', IconEar, wishChip.muted],
    [camera === 'off', IconVideoOff, wishChip.cameraOff],
  ];
  return signs.filter(([isSaid]) => isSaid).map(([, Sign, text]) => [Sign, text]);
}

/** For staff, on a person's tile: what they wished for today, as signs; with words where the tile is wide. */
export function WishMark({ seatId }: OfSeat) {
  const person = useRoom().view.people[seatId];
  if (!person?.wish || isPlain(person.wish)) return null;
  return (
    <ul className={classes.signs} aria-label={`Today, ${person.name}`}>
      {signsOf(person.wish).map(([Sign, text]) => (
        <li key={text} className={classes.sign} title={text}>
          <Sign size={16} stroke={2} aria-hidden />
          <span className={classes.word}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
