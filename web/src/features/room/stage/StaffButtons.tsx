import { Button } from '@mantine/core';
import { type Place, undoEndSeconds } from '@rejoin/shared';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { StatusBadge } from '../../../ui/StatusBadge';
import { useRoom } from '../state/roomContext';
import { namesOf } from '../state/words';
import classes from './TopBar.module.css';

/** Who would be sent out by the end. */
function StillHere() {
  const { view } = useRoom();
  const others = Object.entries(view.people).filter(([seatId]) => seatId !== view.me.seatId);
  const names = (place: Place) => others.filter(([, person]) => person.place === place).map(([, { name }]) => name);
  const [here, waiting] = [names('main'), names('waiting')];
  return (
    <p>
      {here.length > 0 ? `Still here: ${namesOf(here)}.` : 'Nobody else is in the room.'}
      {waiting.length > 0 && ` ${namesOf(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} outside.`}
    </p>
  );
}

/** Start, and end for all. */
export function StaffButtons() {
  const { view, commands } = useRoom();
  const [asking, setAsking] = useState(false);
  if (view.phase === 'open') {
    return (
      <Button
        size="sm"
        className={classes.action}
        loading={commands.isRunning({ type: 'start' })}
        onClick={() => commands.run({ type: 'start' })}
      >
        Start session
      </Button>
    );
  }
  return (
    <>
      <span className={classes.live}>
        <StatusBadge tone="active" live>
          In session
        </StatusBadge>
      </span>
      <Button size="sm" variant="default" className={classes.action} onClick={() => setAsking(true)}>
        End for everyone
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="End the session for everyone?"
        confirmLabel="Yes, end it"
        cancelLabel="Go on"
        running={commands.isRunning({ type: 'end' })}
        error={commands.error}
        onConfirm={() => commands.run({ type: 'end' })}
      >
        <StillHere />
        <p>Everyone leaves the room and the time stops now. You can take it back for {undoEndSeconds} seconds.</p>
      </ConfirmDialog>
    </>
  );
}
