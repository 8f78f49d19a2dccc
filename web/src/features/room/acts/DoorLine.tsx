import { Button } from '@mantine/core';
import { useRoom } from '../state/roomContext';
import classes from './Acts.module.css';

/** Whether somebody new can be let in together with others; for staff in the room. */
export function DoorLine() {
  const { view, commands } = useRoom();
  if (view.me.place !== 'main' || (view.phase !== 'open' && view.phase !== 'running')) return null;
  const closed = view.doorClosed ?? false;
  const command = { type: closed ? 'unlock' : 'lock' } as const;
  return (
    <div className={classes.door} data-closed={closed || undefined}>
      <p role="status">
        {closed
          ? 'The door is closed. Who was in comes back in; let others in one by one.'
          : 'The door is open: people can come to the waiting room.'}
      </p>
      <Button size="compact-md" variant="default" loading={commands.isRunning(command)} onClick={() => commands.run(command)}>
        {closed ? 'Open the door' : 'Close the door'}
      </Button>
    </div>
  );
}
