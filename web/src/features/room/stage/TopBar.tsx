import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { Logo } from '../../../ui/Logo';
import { StatusBadge } from '../../../ui/StatusBadge';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { blockName } from '../state/words';
import { timeLeft } from './timeLeft';
import classes from './TopBar.module.css';

export function TopBar() {
  const { view } = useRoom();
  return (
    <header className={classes.bar}>
      <span className={classes.logo}>
        <Logo size={26} withName={false} />
      </span>
      <div className={classes.words}>
        <p className={classes.title}>{view.title}</p>
        <Now />
      </div>
      {view.me.staff && <StaffButtons />}
    </header>
  );
}

/** The current part of the session and what is left of it. */
function Now() {
  const { view } = useRoom();
  const now = useNow();
  const { current, blocks } = view.agenda;
  const block = current && blocks[current.blockId];
  if (view.phase !== 'running') return <p className={classes.now}>Not started yet</p>;
  if (!block || !current) return <p className={classes.now}>In session</p>;
  return (
    <p className={classes.now}>
      {blockName(block)} · <span className={classes.left}>{timeLeft(current.endsAt, now)}</span>
    </p>
  );
}

function StaffButtons() {
  const { view, commands } = useRoom();
  const [asking, setAsking] = useState(false);
  if (view.phase === 'open') {
    return (
      <Button size="sm" className={classes.action} loading={commands.isRunning({ type: 'start' })} onClick={() => commands.run({ type: 'start' })}>
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
