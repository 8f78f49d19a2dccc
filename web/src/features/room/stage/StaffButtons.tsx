import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { StatusBadge } from '../../../ui/StatusBadge';
import { useRoom } from '../state/roomContext';
import classes from './TopBar.module.css';

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
        Everyone leaves the room and the time stops now. It cannot be opened again.
      </ConfirmDialog>
    </>
  );
}
