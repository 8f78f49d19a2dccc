import type { PersonInView } from '@rejoin/shared';
import { chipsOf } from './beforeWords';
import classes from './Wish.module.css';

interface Props {
  person: Pick<PersonInView, 'name' | 'wish' | 'check'>;
  /** Below a name that stands beside its sign. */
  isInRow?: boolean;
}

/** For staff: the wishes of today and what the device check found, as small quiet chips. */
export function BeforeChips({ person, isInRow = false }: Props) {
  const chips = chipsOf(person);
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} data-in-row={isInRow || undefined} aria-label={`Today, ${person.name}`}>
      {chips.map(({ text, tone }) => (
        <li key={text} className={classes.chip} data-tone={tone}>
          {text}
        </li>
      ))}
    </ul>
  );
}
