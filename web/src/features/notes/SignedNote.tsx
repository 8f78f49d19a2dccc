import { Button } from '@mantine/core';
import type { Note, NoteSlot, PersonAttendance } from '@rejoin/shared';
import { IconLock } from '@tabler/icons-react';
import { TimeText } from '../../ui/TimeText';
import classes from './Notes.module.css';
import { nameOfPart } from './parts';
import { Presence } from './Presence';

interface Props {
  slot: NoteSlot;
  note: Note;
  presence: PersonAttendance | undefined;
  onNext?: () => void;
}

export function SignedNote({ slot, note, presence, onNext }: Props) {
  return (
    <section className={classes.sheet} aria-labelledby="note-of">
      <h2 id="note-of" className={classes.name}>
        {nameOfPart(slot)}
      </h2>
      <Presence presence={presence} />
      <div className={classes.signedBody}>{note.fields.Note}</div>
      <p className={classes.signature}>
        <IconLock size={18} aria-hidden />
        <span>
          Signed by{' '}
          <strong>
            {note.signature?.name}
            {note.signature?.credentials && `, ${note.signature.credentials}`}
          </strong>
          {note.signature && (
            <>
              , <TimeText at={note.signature.at} />
            </>
          )}
          . It can no longer be changed.
        </span>
      </p>
      {onNext && (
        <Button variant="default" onClick={onNext} aria-keyshortcuts="F8" autoFocus>
          Next unsigned patient
        </Button>
      )}
    </section>
  );
}
