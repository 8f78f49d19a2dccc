import { Button } from '@mantine/core';
import type { Note, PersonAttendance } from '@rejoin/shared';
import { IconLock } from '@tabler/icons-react';
import { TimeText } from '../../ui/TimeText';
import classes from './Notes.module.css';
import { Presence } from './Presence';

interface Props {
  note: Note;
  presence: PersonAttendance | undefined;
  onNext?: () => void;
}

export function SignedNote({ note, presence, onNext }: Props) {
  return (
    <section className={classes.sheet} aria-labelledby="note-of">
      <h2 id="note-of" className={classes.name}>
        {note.patientName}
      </h2>
      <Presence presence={presence} />
      <div className={classes.signedBody}>{note.body}</div>
      <p className={classes.signature}>
        <IconLock size={18} aria-hidden />
        <span>
          Signed by{' '}
          <strong>
            {note.signerName}
            {note.signerCredentials && `, ${note.signerCredentials}`}
          </strong>
          {note.signedAt && (
            <>
              , <TimeText at={note.signedAt} />
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
