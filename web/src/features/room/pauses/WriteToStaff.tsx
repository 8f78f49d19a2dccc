import { Button } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Thread } from '../messages/Thread';
import { useRoom } from '../state/roomContext';
import classes from './Pauses.module.css';

interface Props {
  label: string;
  close: string;
  /** Whether to say that something new is in it; not where the newest line is on the screen already. */
  counts?: boolean;
}

/** The private thread with staff, on a screen that shows nothing else. Opened where something new is in it. */
export function WriteToStaff({ label, close, counts = true }: Props) {
  const { view, unread } = useRoom();
  const [open, setOpen] = useState(false);
  const news = unread.of(view.me.seatId);
  if (!open) {
    return (
      <Button variant="default" leftSection={<IconMessageCircle size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {counts && news > 0 ? `${label} (${news})` : label}
      </Button>
    );
  }
  return (
    <section className={classes.thread} aria-label={label}>
      <Thread threadId={view.me.seatId} takesFocus />
      <Button variant="subtle" onClick={() => setOpen(false)}>
        {close}
      </Button>
    </section>
  );
}
