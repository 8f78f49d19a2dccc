import { sensoryLine, type PersonInView } from '@rejoin/shared';
import classes from './SensoryNote.module.css';

type Props = Pick<PersonInView, 'sensory' | 'hushed'>;

/** For staff, in one line: what this person needs of sound and screen, and that they hear nobody just now. */
export function SensoryNote({ sensory, hushed }: Props) {
  const line = [hushed && 'Has silenced the room', sensory && sensoryLine(sensory)].filter(Boolean).join('. ');
  return line ? <p className={classes.note}>{line}</p> : null;
}
