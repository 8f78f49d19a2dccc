import { Button } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { clockOf, secondsLeft } from './countdown';
import classes from './Pauses.module.css';
import { whoIsOut } from './whoIsOut';

const extend = { type: 'break.extend', minutes: 5 } as const;
const end = { type: 'break.end' } as const;

/** For staff who are back from a break: what is left of it, and who is not back yet. */
export function BreakCard() {
  const { view, commands } = useRoom();
  const left = secondsLeft(view.break?.endsAt ?? '', useNow());
  const now = view.break;
  if (!now || now.resting) return null;
  const isOver = now.over || left === 0;
  return (
    <section className={classes.card} aria-label="Break">
      <IconCoffee size={22} stroke={1.75} aria-hidden />
      <p>
        <strong>{isOver ? 'The break is over' : `Break: ${clockOf(left)} left`}</strong> {whoIsOut(view, now)}
      </p>
      <div className={classes.buttons}>
        {!now.over && (
          <>
            <Button size="sm" variant="default" loading={commands.isRunning(extend)} onClick={() => commands.run(extend)}>
              5 minutes more
            </Button>
            <Button size="sm" loading={commands.isRunning(end)} onClick={() => commands.run(end)}>
              Go on now
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
