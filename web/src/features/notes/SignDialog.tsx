import { Button, Group, Kbd, Modal } from '@mantine/core';
import { listNotes, type NoteSlot, readDay, signNote } from '@rejoin/shared';
import { type KeyboardEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './SignDialog.module.css';
import type { NoteSaver } from './noteSaver';

interface Props {
  slot: NoteSlot;
  saver: NoteSaver;
  onClose: () => void;
}

export function SignDialog({ slot, saver, onClose }: Props) {
  const [unsaved, setUnsaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const command = useCommand(signNote, {
    refresh: [listNotes, readDay],
    onDone: () => announce(`The note of ${slot.patientName} is signed.`),
  });
  const sign = async () => {
    setBusy(true);
    const saved = await saver.flush();
    setUnsaved(!saved);
    const note = saver.note();
    if (saved && note) await command.ask({ params: { noteId: note.id }, body: { version: note.version } }).then(onClose, () => undefined);
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy) return;
    event.preventDefault();
    void sign();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Sign the note of ${slot.patientName}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onKeyDown={onKeyDown}
    >
      <p>Your name, credentials and the time stand under it. After that nobody can change it.</p>
      <p className={classes.excerpt}>{saver.current().body}</p>
      <ErrorNote
        error={unsaved ? 'The last words are not saved yet, so it was not signed. Please try again in a moment.' : command.error}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
        <Button
          onClick={() => void sign()}
          loading={busy}
          data-autofocus
          rightSection={
            <Kbd size="xs" className={classes.kbd}>
              Enter
            </Kbd>
          }
        >
          Sign
        </Button>
      </Group>
    </Modal>
  );
}
