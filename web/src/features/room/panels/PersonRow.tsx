import { Button } from '@mantine/core';
import { PersonChip } from '../../../ui/PersonChip';
import { useRoom } from '../state/roomContext';
import { seatName } from '../state/words';
import type { Listed } from './listed';
import classes from './PeoplePanel.module.css';

function detailOf(person: Listed): string {
  const states = {
    outside: 'not here yet',
    left: 'has left',
    removed: 'sent out',
    waiting: 'waits',
    main: person.online ? '' : 'connecting again',
  };
  return [person.pronouns, seatName(person.capacity), states[person.place]].filter(Boolean).join(' · ');
}

export function PersonRow({ person, onRemove }: { person: Listed; onRemove: () => void }) {
  const { view, commands } = useRoom();
  const isMe = person.seatId === view.me.seatId;
  const canMove = view.me.staff && !person.staff && !isMe;
  const back = { type: 'putBack', seatId: person.seatId } as const;
  return (
    <li className={classes.row}>
      <PersonChip name={isMe ? `${person.name} (you)` : person.name} detail={detailOf(person)} />
      {canMove && person.place === 'main' && (
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Put ${person.name} back to the waiting room`}
            loading={commands.isRunning(back)}
            onClick={() => commands.run(back)}
          >
            Back to the waiting room
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" aria-label={`Remove ${person.name}`} onClick={onRemove}>
            Remove
          </Button>
        </div>
      )}
    </li>
  );
}
