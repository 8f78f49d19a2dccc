import { Button } from '@mantine/core';
import { type Note, takeOverNote } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../lib/announce';
import { useCommand } from '../../lib/query';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { rememberNote } from './cache';
import classes from './Notes.module.css';

/** Goes on with a colleague’s draft, so that nobody is stuck. */
export function TakeOver({ note }: { note: Note }) {
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const command = useCommand(takeOverNote, {
    onDone: (changed) => {
      rememberNote(client, changed);
      announce('You write this part now.');
      setAsks(false);
    },
  });
  return (
    <div className={classes.theirs}>
      <p>{note.authorName} writes this part. Only they can change and sign it.</p>
      <Button variant="default" size="sm" onClick={() => setAsks(true)}>
        Take it over…
      </Button>
      <ConfirmDialog
        opened={asks}
        title="Take over this part?"
        confirmLabel="Take it over"
        running={command.running}
        error={command.error}
        onConfirm={() => command.run({ params: { noteId: note.id }, body: { version: note.version } })}
        onClose={() => setAsks(false)}
      >
        The text stays. You write and sign it from now on, and {note.authorName} no longer can. The record keeps whose it was.
      </ConfirmDialog>
    </div>
  );
}
