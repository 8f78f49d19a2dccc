import { IconEye } from '@tabler/icons-react';
import classes from './Seeing.module.css';
import { seeingWords } from './words';

/** Those who only listen: named, and not among the pictures, where an empty one would look like a patient. */
export function Observers({ people }: { people: readonly { seatId: string; name: string }[] }) {
  if (people.length === 0) return null;
  return (
    <ul className={classes.observers} aria-label={seeingWords.observers}>
      {people.map(({ seatId, name }) => (
        <li key={seatId}>
          <IconEye size={18} aria-hidden />
          <strong>{name}</strong> {seeingWords.observer}
        </li>
      ))}
    </ul>
  );
}
