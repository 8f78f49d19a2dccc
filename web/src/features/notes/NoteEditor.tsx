import { Textarea, TextInput } from '@mantine/core';
import { noteLength, type NoteSlot, openNote } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../lib/api';
import { ErrorNote } from '../../ui/ErrorNote';
import { rememberNote } from './cache';
import classes from './Notes.module.css';
import type { NoteSaver, SaverState } from './noteSaver';
import { nameOfPart } from './parts';

interface Props {
  slot: NoteSlot;
  saver: NoteSaver;
  state: SaverState;
  writable: boolean;
  autoFocus: boolean;
}

const openAgainAfterMs = 3_000;

const isGroup = (slot: NoteSlot): boolean => slot.patientId === null;

function hint(slot: NoteSlot, writable: boolean): string {
  if (!writable) return 'Nothing written yet.';
  return isGroup(slot)
    ? 'Topics and what you did with the group. It names nobody.'
    : 'What this patient did and how they responded, in your words.';
}

/** The server hears that its author has this version before them. */
function useOpened(slot: NoteSlot, writable: boolean): void {
  const client = useQueryClient();
  const [tries, setTries] = useState(0);
  const noteId = writable && slot.note && !slot.note.opened ? slot.note.id : null;
  const version = slot.note?.version ?? 0;
  useEffect(() => {
    if (!noteId) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    call(openNote, { params: { noteId }, body: { version } }).then(
      (note) => rememberNote(client, note),
      () => {
        timer = setTimeout(() => setTries((count) => count + 1), openAgainAfterMs);
      },
    );
    return () => clearTimeout(timer);
  }, [client, noteId, version, tries]);
}

export function NoteEditor({ slot, saver, state, writable, autoFocus }: Props) {
  useOpened(slot, writable);
  return (
    <>
      <Textarea
        label={`Note of ${nameOfPart(slot)}`}
        labelProps={{ className: classes.hiddenLabel }}
        placeholder={hint(slot, writable)}
        autosize
        minRows={8}
        maxLength={noteLength}
        readOnly={!writable}
        autoFocus={autoFocus && writable}
        onFocus={(event) => event.currentTarget.setSelectionRange(event.currentTarget.value.length, event.currentTarget.value.length)}
        value={state.body}
        onChange={(event) => saver.type(event.currentTarget.value)}
        classNames={{ input: classes.input }}
      />
      <ErrorNote error={state.phase === 'refused' ? state.error : null} onRetry={() => saver.again()} />
    </>
  );
}

/** Where the clinician was, in the facts: the one that the record cannot know. */
export function PlaceField({ saver, state }: Pick<Props, 'saver' | 'state'>) {
  return (
    <TextInput
      size="xs"
      aria-label="Clinician was at"
      placeholder="The program"
      maxLength={120}
      value={state.place}
      onChange={(event) => saver.typePlace(event.currentTarget.value)}
      classNames={{ input: classes.placeInput }}
    />
  );
}
