import { Button } from '@mantine/core';
import { SensoryNote } from '../sound/SensoryNote';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { waitingOf, type WaitingPerson } from '../stage/waiting';
import classes from './WaitingList.module.css';

function waited(since: string | undefined, now: number): string {
  const minutes = since ? Math.floor((now - Date.parse(since)) / 60_000) : 0;
  return minutes < 1 ? '' : `waits ${minutes} min`;
}

/** Who waits, and the way to let one or all of them in. */
export function WaitingList() {
  const { view, commands } = useRoom();
  const now = useNow(10_000);
  const waiting = waitingOf(view);
  if (waiting.length === 0) return null;
  return (
    <div className={classes.root}>
      <p className={classes.title}>{waiting.length === 1 ? '1 person waits' : `${waiting.length} people wait`}</p>
      <ul className={classes.list}>
        {waiting.map((person) => (
          <li key={person.seatId} className={classes.person}>
            <Waiting person={person} detail={person.online ? waited(person.since, now) : 'connection lost'} />
          </li>
        ))}
      </ul>
      {view.doorClosed ? (
        <p className={classes.closed}>The door is closed</p>
      ) : (
        <Button
          size="sm"
          className={classes.all}
          loading={commands.isRunning({ type: 'admitAll' })}
          title="Admit everyone (Shift + A)"
          onClick={() => commands.run({ type: 'admitAll' })}
        >
          Admit everyone
        </Button>
      )}
    </div>
  );
}

function Waiting({ person, detail }: { person: WaitingPerson; detail: string }) {
  const { commands } = useRoom();
  const command = { type: 'admit', seatId: person.seatId } as const;
  return (
    <>
      <div className={classes.name}>
        {person.name}
        {detail && <span className={classes.detail}> {detail}</span>}
        <SensoryNote sensory={person.sensory} />
      </div>
      <Button
        size="compact-md"
        variant="default"
        aria-label={`Admit ${person.name}`}
        loading={commands.isRunning(command)}
        onClick={() => commands.run(command)}
      >
        Admit
      </Button>
    </>
  );
}
