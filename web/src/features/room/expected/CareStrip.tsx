import { useRoom } from '../state/roomContext';
import classes from './Expected.module.css';
import { LeavingCare } from './LeavingCare';
import { rosterOf } from './roster';

/** For staff: who left and needs somebody. It stays until one of them has seen to it. */
export function CareStrip() {
  const { view } = useRoom();
  const people = rosterOf(view).find(({ part }) => part === 'needsStaff')?.people ?? [];
  if (people.length === 0) return null;
  return (
    <section className={classes.strip} aria-label="Please look after">
      {people.map((person) => (
        <LeavingCare key={person.seatId} person={person} withName />
      ))}
    </section>
  );
}
