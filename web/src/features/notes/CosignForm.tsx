import { Button, Group, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { cosignNote, type Note, readDay, returnNote } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { rememberNote } from './cache';
import classes from './Notes.module.css';
import { ProofField } from './ProofField';
import { useProof } from './useProof';

/** The supervisor co-signs, or gives it back with a word. */
export function CosignForm({ note }: { note: Note }) {
  const [returns, setReturns] = useState(false);
  return returns ? <GiveBack note={note} onClose={() => setReturns(false)} /> : <Cosign note={note} onReturn={() => setReturns(true)} />;
}

function Cosign({ note, onReturn }: { note: Note; onReturn: () => void }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const proof = useProof();
  const command = useCommand(cosignNote, { refresh: [readDay], onDone: (changed) => rememberNote(client, changed) });
  const cosign = async () => {
    if (busy) return;
    setBusy(true);
    const isDone = await proof.within(async () => {
      await command.ask({ params: { noteId: note.id }, body: { version: note.version } });
    });
    setBusy(false);
    if (isDone) announce('Co-signed.');
  };
  useHotkeys([['mod+Enter', () => void cosign()]], [], true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void cosign();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.quiet}>
        Your name, credentials, licence and the time stand under it beside {note.authorName}’s. After that nobody can change it.
      </p>
      <ProofField proof={proof} />
      <ErrorNote error={command.error?.code === 'signing.closed' ? null : command.error} />
      <Group gap="sm">
        <Button type="submit" loading={busy} aria-keyshortcuts="Control+Enter">
          Co-sign
        </Button>
        <Button variant="default" onClick={onReturn}>
          Give it back…
        </Button>
      </Group>
    </form>
  );
}

function GiveBack({ note, onClose }: { note: Note; onClose: () => void }) {
  const client = useQueryClient();
  const [word, setWord] = useState('');
  const command = useCommand(returnNote, {
    refresh: [readDay],
    onDone: (changed) => {
      rememberNote(client, changed);
      announce(`Given back to ${changed.authorName}.`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (word.trim()) command.run({ params: { noteId: note.id }, body: { version: note.version, word: word.trim() } });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        label={`A word to ${note.authorName}`}
        description="What should change. They can then write on and sign it again."
        autoFocus
        maxLength={500}
        value={word}
        error={command.error?.fields['word']}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <ErrorNote error={command.error} />
      <Group gap="sm">
        <Button type="submit" loading={command.running} disabled={!word.trim()}>
          Give it back
        </Button>
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
      </Group>
    </form>
  );
}
