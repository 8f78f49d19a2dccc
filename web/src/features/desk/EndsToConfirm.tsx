import { Button } from '@mantine/core';
import { commandRoom, readDay } from '@rejoin/shared';
import { useState } from 'react';
import { announce } from '../../lib/announce';
import { useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { formatInstant } from '../../lib/time';
import { ErrorNote } from '../../ui/ErrorNote';
import type { Day } from './day';
import classes from './StaffDay.module.css';

type End = Day['endsToConfirm'][number];

/** Sessions that nobody ended: their end was set to the last leaving, and the lead says that it is right. */
export function EndsToConfirm({ ends }: { ends: readonly End[] }) {
  if (ends.length === 0) return null;
  return (
    <section className={classes.todo} aria-labelledby="ends-to-confirm">
      <h2 id="ends-to-confirm" className={classes.todoTitle}>
        Ends to confirm
      </h2>
      <p className={classes.todoText}>Nobody chose End. The session ended when the last person left.</p>
      <ul className={classes.items}>
        {ends.map((end) => (
          <EndToConfirm key={end.sessionId} end={end} />
        ))}
      </ul>
    </section>
  );
}

function EndToConfirm({ end }: { end: End }) {
  const { zone } = useMe();
  const [id] = useState(() => crypto.randomUUID());
  const command = useCommand(commandRoom, { refresh: [readDay], onDone: () => announce('The end is confirmed.') });
  return (
    <li className={classes.item}>
      <strong>{end.title}</strong>
      <span className={classes.small}>Ended {formatInstant(end.endedAt, zone)}</span>
      <ErrorNote error={command.error} />
      <Button
        mt="xs"
        size="sm"
        variant="default"
        loading={command.running}
        onClick={() => command.run({ params: { sessionId: end.sessionId }, body: { id, command: { type: 'confirmEnd' } } })}
      >
        Yes, it ended at {formatInstant(end.endedAt, zone, 'time')}
      </Button>
    </li>
  );
}
