import type { PersonAttendance } from '@rejoin/shared';
import { TimeText } from '../../ui/TimeText';
import classes from './Attendance.module.css';
import { useClock } from './useClock';

export function Corrections({ corrections }: { corrections: PersonAttendance['corrections'] }) {
  const clock = useClock();
  if (corrections.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>Corrections</h3>
      <ul className={classes.intervals}>
        {corrections.map((correction) => (
          <li key={correction.id} className={classes.interval}>
            {correction.effect === 'add' ? 'Added' : 'Taken away'}, {clock(correction.from)} – {clock(correction.to)}: {correction.reason}
            <span className={classes.quiet}>
              {correction.authorName}, <TimeText at={correction.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
