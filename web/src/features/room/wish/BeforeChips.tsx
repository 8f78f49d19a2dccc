import type { PersonInView } from '@rejoin/shared';
import { chipsOf } from './beforeWords';
import classes from './Wish.module.css';

interface Props {
  person: Pick<PersonInView, 'name' | 'wish' | 'check'>;
  /** On a tile there is little room: no line, and nothing that is well. */
  isOnTile?: boolean;
}

/** For staff: the wishes of today and what the device check found, as small quiet chips. */
export function BeforeChips({ person, isOnTile = false }: Props) {
  const chips = chipsOf(person, isOnTile);
  if (chips.length === 0) return null;
  return (
    <ul className={isOnTile ? `${classes.chips} ${classes.onTile}` : classes.chips} aria-label={`Today, ${person.name}`}>
      {chips.map(({ text, tone }) => (
        <li key={text} className={classes.chip} data-tone={tone}>
          {text}
        </li>
      ))}
    </ul>
  );
}
