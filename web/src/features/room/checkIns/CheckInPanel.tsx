import { useRoom } from '../state/roomContext';
import { Answers } from './Answers';
import { checkInsOf, openOne } from './checkIns';
import classes from './CheckIn.module.css';
import { OpenForm } from './OpenForm';

/** For staff: ask everyone something, and see who answered what. */
export function CheckInPanel() {
  const { view } = useRoom();
  const all = checkInsOf(view);
  return (
    <div className={classes.panel}>
      {!openOne(view) && <OpenForm />}
      {all.map((one) => (
        <Answers key={one.id} checkIn={one} />
      ))}
      {all.length === 0 && <p className={classes.who}>Answers appear here, for staff only.</p>}
    </div>
  );
}
