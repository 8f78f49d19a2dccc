import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useMe } from '../../lib/me';
import { formatInstant } from '../../lib/time';
import type { Day } from './day';
import classes from './StaffDay.module.css';

/** Parts that people I supervise have signed, and that are not done before I have. */
export function NotesToCosign({ notes }: { notes: Day['notesToCosign'] }) {
  const { zone } = useMe();
  if (notes.length === 0) return null;
  return (
    <section className={classes.todo} aria-labelledby="notes-to-cosign">
      <h2 id="notes-to-cosign" className={classes.todoTitle}>
        Notes to co-sign
      </h2>
      <ul className={classes.items}>
        {notes.map((note) => (
          <li key={note.noteId} className={classes.item}>
            <Anchor component={Link} to={`/notes/${note.noteId}`} fw={600}>
              {note.patientName ?? 'Group part'}
            </Anchor>
            <span className={classes.small}>
              {note.authorName} · {note.title}, {formatInstant(note.startsAt, zone, 'day')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
