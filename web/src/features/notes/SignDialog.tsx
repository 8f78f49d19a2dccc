import { Button, Group, Kbd, Modal, PasswordInput } from '@mantine/core';
import { listNotes, type NoteSlot, openSigning, readDay, type SessionNotes, signNotes } from '@rejoin/shared';
import { type KeyboardEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './SignDialog.module.css';
import type { NoteSaver } from './noteSaver';
import { nameOfPart } from './parts';

interface Props {
  slot: NoteSlot;
  saver: NoteSaver;
  signing: SessionNotes['signing'];
  onClose: () => void;
}

export function SignDialog({ slot, saver, signing, onClose }: Props) {
  const [unsaved, setUnsaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const command = useCommand(signNotes, { refresh: [listNotes, readDay] });
  const window = useCommand(openSigning, {});
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [openedAt] = useState(() => Date.now());
  const isOpen = signing.until !== null && Date.parse(signing.until) > openedAt;
  const signPart = async (id: string, version: number) => {
    if (!isOpen) await window.ask({ body: { password } });
    const parts = [{ id, version, pass: refused !== null }];
    const reply = await command.ask({ params: { sessionId: slot.note?.sessionId ?? '' }, body: { parts } });
    const refusal = reply.parts[0]?.refusal;
    setRefused(refusal?.message ?? null);
    if (refusal) return;
    announce(`Signed: ${nameOfPart(slot)}.`);
    onClose();
  };
  const sign = async () => {
    setBusy(true);
    const saved = await saver.flush();
    setUnsaved(!saved);
    const note = saver.note();
    if (saved && note) await signPart(note.id, note.version).catch(() => undefined);
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy) return;
    event.preventDefault();
    void sign();
  };
  return (
    <Modal opened onClose={onClose} title={`Sign: ${nameOfPart(slot)}?`} closeButtonProps={{ 'aria-label': 'Close' }} onKeyDown={onKeyDown}>
      <p>Your name, credentials and the time stand under it. After that nobody can change it.</p>
      <p className={classes.excerpt}>{saver.current().body}</p>
      {!isOpen && (
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <ErrorNote error={refused ?? window.error} />
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
