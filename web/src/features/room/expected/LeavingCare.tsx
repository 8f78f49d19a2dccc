import { Button } from '@mantine/core';
import { readCallback } from '@rejoin/shared';
import { useCall } from '../../../lib/query';
import { TimeText } from '../../../ui/TimeText';
import type { Listed } from '../panels/listed';
import { leavingWords } from '../state/doorWords';
import { useRoom } from '../state/roomContext';
import classes from './Expected.module.css';

/** What a person said on leaving, the number to call, and that somebody has taken care of it. */
export function LeavingCare({ person, withName }: { person: Listed; withName?: boolean }) {
  const { leaving, seatId } = person;
  const { commands } = useRoom();
  if (!leaving) return null;
  const seen = { type: 'markAnswer', seatId, mark: 'seen' } as const;
  const called = { type: 'markAnswer', seatId, mark: 'called' } as const;
  const isRunning = commands.isRunning(seen);
  return (
    <div className={classes.care} data-urgent={leaving.answer === 'unsafe' || undefined}>
      <p>
        <strong>
          {withName ? `${person.name} ` : ''}
          {leavingWords[leaving.answer]}
        </strong>{' '}
        · left <TimeText at={leaving.at} style="time" />
      </p>
      <div className={classes.actions}>
        <Callback seatId={seatId} name={person.name} />
        <Button
          size="compact-sm"
          variant="default"
          loading={isRunning}
          aria-label={`${person.name}: called`}
          onClick={() => commands.run(called)}
        >
          Called
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={isRunning}
          aria-label={`${person.name}: seen`}
          onClick={() => commands.run(seen)}
        >
          Seen
        </Button>
      </div>
    </div>
  );
}

function Callback({ seatId, name }: { seatId: string; name: string }) {
  const { sessionId } = useRoom();
  const found = useCall(readCallback, { params: { sessionId, seatId } });
  if (found.isPending) return <span className={classes.number}>Looking up the number…</span>;
  const number = found.data?.number;
  if (!number) return <span className={classes.number}>{found.error ? 'The number cannot be read now.' : 'No number is on record.'}</span>;
  return (
    <Button component="a" size="compact-sm" href={`tel:${number.replace(/[^+\d]/g, '')}`} aria-label={`Call ${number}: ${name}`}>
      Call {number}
    </Button>
  );
}
