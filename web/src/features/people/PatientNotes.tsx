import { Button } from '@mantine/core';
import { listPatientNotes, type PatientNote, readNote } from '@rejoin/shared';
import { useState } from 'react';
import { dateName } from '../../lib/days';
import { useCall } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { Section } from '../../ui/Section';
import classes from './People.module.css';

/** The signed notes of a patient, for those who may read them; others are not told that there are any. */
export function PatientNotes({ patientId }: { patientId: string }) {
  const notes = useCall(listPatientNotes, { params: { patientId } });
  const code = notes.error?.code;
  if (code === 'row.notFound' || code === 'access.refused') return null;
  return (
    <Section title="Signed notes">
      {notes.error && !notes.data ? (
        <ErrorNote error={notes.error} onRetry={() => void notes.refetch()} />
      ) : (
        <Loaded query={notes}>
          {(rows) =>
            rows.length === 0 ? (
              <p className={classes.quiet}>No note is signed yet.</p>
            ) : (
              <ul className={classes.list}>
                {rows.map((note) => (
                  <NoteItem key={note.id} note={note} />
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </Section>
  );
}

function NoteItem({ note }: { note: PatientNote }) {
  const [shown, setShown] = useState(false);
  const name = `${note.title}, ${dateName(note.serviceDate)}`;
  return (
    <li className={classes.item}>
      <span>
        <strong>{name}</strong> · {note.authorName}
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={shown}
        aria-label={`${shown ? 'Close' : 'Read'} ${name}`}
        onClick={() => setShown(!shown)}
      >
        {shown ? 'Close' : 'Read'}
      </Button>
      {shown && <NoteText noteId={note.id} />}
    </li>
  );
}

function NoteText({ noteId }: { noteId: string }) {
  const page = useCall(readNote, { params: { noteId } });
  return (
    <div className={classes.noteText}>
      <Loaded query={page}>
        {({ note, group }) => (
          <>
            {group && <p>{group.fields.Note}</p>}
            <p>{note.fields.Note}</p>
            {note.addenda.map((addendum) => (
              <p key={addendum.id}>
                Added {dateName(addendum.signature.at.slice(0, 10))} by {addendum.signature.name}: {addendum.text}
              </p>
            ))}
          </>
        )}
      </Loaded>
    </div>
  );
}
