import { Button } from '@mantine/core';
import { askFor, openPerson } from '../acts/staffActs';
import type { Listed } from '../panels/listed';
import { useRoom } from '../state/roomContext';
import classes from './Expected.module.css';

interface Props {
  person: Listed;
  isWriting: boolean;
  onMessage: () => void;
  onOut: () => void;
}

/** What staff can do with a person; moving people needs staff to be in the room. */
export function RowActions({ person, isWriting, onMessage, onOut }: Props) {
  const { view } = useRoom();
  if (person.staff) return null;
  const isIn = view.me.place === 'main';
  return (
    <div className={classes.actions}>
      {isIn && person.place === 'waiting' && <AdmitButton person={person} />}
      {isIn && person.place === 'main' && <PutBackButton person={person} />}
      {person.place !== 'outside' && <MessageButton person={person} isWriting={isWriting} onMessage={onMessage} />}
      {isIn && person.place === 'waiting' && (
        <Button size="compact-sm" variant="subtle" color="gray" title="Not now (R)" aria-label={`Not now: ${person.name}`} onClick={onOut}>
          Not now
        </Button>
      )}
      {isIn && person.place === 'main' && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          title="Remove (R)"
          aria-label={`Remove ${person.name}`}
          onClick={() => askFor(person.seatId, 'remove')}
        >
          Remove
        </Button>
      )}
      {isIn && (
        <Button size="compact-sm" variant="subtle" aria-label={`More about ${person.name}`} onClick={() => openPerson(person.seatId)}>
          More
        </Button>
      )}
      {isIn && person.place === 'removed' && person.mayReturn === false && <ReturnButton person={person} />}
    </div>
  );
}

function AdmitButton({ person: { name, seatId } }: { person: Listed }) {
  const { commands } = useRoom();
  const admit = { type: 'admit', seatId } as const;
  return (
    <Button
      size="compact-sm"
      title="Admit (A)"
      aria-label={`Admit ${name}`}
      loading={commands.isRunning(admit)}
      onClick={() => commands.run(admit)}
    >
      Admit
    </Button>
  );
}

function PutBackButton({ person: { name, seatId } }: { person: Listed }) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      title="Back to the waiting room (B)"
      aria-label={`Put back ${name} to the waiting room`}
      onClick={() => askFor(seatId, 'putBack')}
    >
      Put back
    </Button>
  );
}

function ReturnButton({ person: { name, seatId } }: { person: Listed }) {
  const { commands } = useRoom();
  const letReturn = { type: 'letReturn', seatId } as const;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`Let them come back: ${name}`}
      loading={commands.isRunning(letReturn)}
      onClick={() => commands.run(letReturn)}
    >
      Let them come back
    </Button>
  );
}

function MessageButton({ person: { name, seatId }, isWriting, onMessage }: Pick<Props, 'person' | 'isWriting' | 'onMessage'>) {
  const { unread } = useRoom();
  const fresh = unread.of(seatId);
  return (
    <Button
      size="compact-sm"
      variant={fresh > 0 ? 'light' : 'default'}
      title="Write (W)"
      aria-label={fresh > 0 ? `${fresh} new from ${name}: read and write` : `Write to ${name}`}
      aria-expanded={isWriting}
      onClick={onMessage}
    >
      {fresh > 0 ? `${fresh} new` : 'Write'}
    </Button>
  );
}
