import { Section } from '../../ui/Section';
import classes from './Attendance.module.css';

export function HowMeasured() {
  return (
    <Section title="How this is measured" variant="plain">
      <div className={classes.how}>
        <p>
          Nobody types these minutes. They are the time a person was connected to the room, between the actual start and end of the session.
          Waiting before being let in does not count. Neither does a break, where the program's rule leaves breaks out: <em>Counts</em>{' '}
          shows what is left.
        </p>
        <p>
          When someone leaves with the button, we know the second. When a browser or a network dies, the end is the last sign of life we had
          from that page, right within about two seconds. A correction never changes what was measured: it stands beside it, with its author
          and reason.
        </p>
      </div>
    </Section>
  );
}
