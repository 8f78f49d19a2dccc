import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useMe } from '../../lib/me';
import { formatInstant } from '../../lib/time';
import { counted } from '../../lib/words';
import type { Day } from './day';
import classes from './StaffDay.module.css';

export function NotesToSign({ notes }: { notes: Day['notesToSign'] }) {
  const { zone } = useMe();
  return (
    <section className={classes.todo} aria-labelledby="notes-to-sign">
      <h2 id="notes-to-sign" className={classes.todoTitle}>
        Notes to sign
      </h2>
      {notes.length === 0 ? (
        <p className={classes.todoText}>All your notes are signed.</p>
      ) : (
        <ul className={classes.items}>
          {notes.map((note) => (
            <li key={note.sessionId} className={classes.item}>
              <Anchor component={Link} to={`/sessions/${note.sessionId}/notes`} fw={600}>
                {note.title}
              </Anchor>
              <span className={classes.small}>
                {formatInstant(note.startsAt, zone, 'day')} · {note.unsigned} of {counted(note.parts, 'part')} to sign
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
