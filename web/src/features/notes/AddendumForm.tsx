import { Button, Group, Textarea } from '@mantine/core';
import { addAddendum, isBlank, type Note, noteLength } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { announce } from '../../lib/announce';
import { useCommand } from '../../lib/query';
import { holdsText } from '../../lib/unsaved';
import { ErrorNote } from '../../ui/ErrorNote';
import { rememberNote } from './cache';
import classes from './Notes.module.css';
import { ProofField } from './ProofField';
import { useProof } from './useProof';

interface Props {
  note: Note;
  /** What was typed after the part had been signed. */
  begun?: string;
  onDone: () => void;
  onClose: () => void;
}

/** Adds to a signed part, which itself stays as it is. */
export function AddendumForm({ note, begun = '', onDone, onClose }: Props) {
  const client = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const [text, setText] = useState(begun);
  const [busy, setBusy] = useState(false);
  const proof = useProof();
  const command = useCommand(addAddendum, { onDone: (changed) => rememberNote(client, changed) });
  useEffect(() => holdsText(() => !isBlank(text)), [text]);
  const send = async () => {
    if (isBlank(text) || busy) return;
    setBusy(true);
    const isDone = await proof.within(async () => {
      await command.ask({ params: { noteId: note.id }, body: { id, text } });
    });
    setBusy(false);
    if (!isDone) return;
    announce('The addendum is signed.');
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        label="Addendum"
        description="It stands under the signed text with your name and today’s date, and cannot be changed."
        autoFocus
        autosize
        minRows={4}
        maxLength={noteLength}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.stopPropagation();
          void send();
        }}
      />
      <ProofField proof={proof} />
      <ErrorNote error={command.error?.code === 'signing.closed' ? null : command.error} />
      <Group gap="sm">
        <Button type="submit" loading={busy} disabled={isBlank(text)}>
          Sign the addendum
        </Button>
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
      </Group>
    </form>
  );
}
