import { Button } from '@mantine/core';
import type { BreakInView } from '@rejoin/shared';
import { WaitingStrip } from '../stage/WaitingStrip';
import { useRoom } from '../state/roomContext';
import classes from './Pauses.module.css';
import { whoIsOut } from './whoIsOut';

const extend = { type: 'break.extend', minutes: 5 } as const;
const end = { type: 'break.end' } as const;
const goBack = { type: 'break.return' } as const;

/** For staff on their own break screen: who is back, the way back before the others, and the length of the break. */
export function BreakForStaff({ now, isOver }: { now: BreakInView; isOver: boolean }) {
  const { view, commands } = useRoom();
  return (
    <div className={classes.staff}>
      <p role="status">{whoIsOut(view, now)}</p>
      <div className={classes.buttons}>
        {!isOver && (
          <Button variant="default" loading={commands.isRunning(goBack)} onClick={() => commands.run(goBack)}>
            Come back early
          </Button>
        )}
        {!isOver && (
          <Button variant="default" loading={commands.isRunning(extend)} onClick={() => commands.run(extend)}>
            5 minutes more
          </Button>
        )}
        {!now.over && (
          <Button variant="default" loading={commands.isRunning(end)} onClick={() => commands.run(end)}>
            Go on now
          </Button>
        )}
      </div>
      <WaitingStrip />
    </div>
  );
}
