import { useNow } from '../../lib/useNow';
import { TimeText } from '../../ui/TimeText';
import classes from './Notes.module.css';

/** How long signing asks no password again. */
export function SigningOpen({ until }: { until: string }) {
  const now = useNow(10_000);
  if (until <= now) return null;
  return (
    <p className={classes.quiet}>
      Signing is open until <TimeText at={until} style="time" />
    </p>
  );
}
