import { Button } from '@mantine/core';
import type { PersonInView } from '@rejoin/shared';
import { useRoom } from '../state/roomContext';
import { useStage } from '../stage/stageContext';
import classes from './Acts.module.css';
import { askFor } from './staffActs';

interface Props {
  seatId: string;
  person: PersonInView;
}

/** What staff can do with a person in the room. */
export function PersonButtons({ seatId, person }: Props) {
  const { live } = useStage();
  const { commands } = useRoom();
  if (person.staff) return null;
  const admit = { type: 'admit', seatId } as const;
  if (person.place === 'waiting') {
    return (
      <Button loading={commands.isRunning(admit)} onClick={() => commands.run(admit)}>
        Admit
      </Button>
    );
  }
  if (person.place !== 'main') return null;
  const muted = person.identity === undefined || live.snapshot.people[person.identity]?.muted !== false;
  return (
    <div className={classes.buttons}>
      {person.capacity !== 'observer' && (
        <>
          <Button variant="default" disabled={muted} onClick={() => askFor(seatId, 'microphone')}>
            {muted ? 'Muted' : 'Mute…'}
          </Button>
          <Button variant="default" onClick={() => askFor(seatId, 'camera')}>
            Camera off…
          </Button>
        </>
      )}
      <Button variant="default" onClick={() => askFor(seatId, 'putBack')}>
        Put back…
      </Button>
      <Button variant="default" color="red" onClick={() => askFor(seatId, 'remove')}>
        Remove…
      </Button>
    </div>
  );
}
