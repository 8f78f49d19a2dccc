import type { BreakInView } from '@rejoin/shared';
import { pauseWords } from '../../../lib/pauseWords';
import { useNow } from '../state/useNow';
import { clockOf, passedOf, secondsLeft } from './countdown';
import classes from './Pauses.module.css';

const radius = 92;
const around = 2 * Math.PI * radius;

/** What is left of a break: a ring that grows empty, and the time. Who wants less movement reads whole minutes. */
export function Countdown({ now }: { now: BreakInView }) {
  const time = useNow();
  const left = secondsLeft(now.endsAt, time);
  const minutes = Math.ceil(left / 60);
  return (
    <div className={classes.countdown} role="timer" aria-label={pauseWords.break.left} aria-live="off">
      <svg viewBox="0 0 200 200" aria-hidden>
        <circle cx="100" cy="100" r={radius} />
        <circle
          className={classes.left}
          cx="100"
          cy="100"
          r={radius}
          strokeDasharray={around}
          strokeDashoffset={passedOf(now, time) * around}
        />
      </svg>
      <p className={classes.clock}>
        <span className={classes.exact}>{clockOf(left)}</span>
        <span className={classes.whole}>{pauseWords.break.minutes(minutes)}</span>
      </p>
    </div>
  );
}
