import { Button } from '@mantine/core';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { blockName } from '../state/words';
import classes from './Agenda.module.css';
import { minutesAfter, nextOf, partsOf } from './changes';
import { Changeable } from './Changeable';

/** For who leads the agenda: time and the next part at hand, everything else behind each part. */
export function AgendaControls() {
  const { view } = useRoom();
  const parts = partsOf(view.agenda);
  return (
    <>
      <RunningPart />
      {parts.length === 0 && <p className={classes.hint}>There is no plan for this session.</p>}
      <ol className={classes.list}>
        {parts.map((part) => (
          <Changeable key={part.blockId} part={part} parts={parts} />
        ))}
      </ol>
    </>
  );
}

function RunningPart() {
  const { view, commands } = useRoom();
  const { current } = view.agenda;
  const next = nextOf(view.agenda);
  const running = partsOf(view.agenda).find(({ blockId }) => blockId === current?.blockId);
  if (view.phase !== 'running') return null;
  const goOn = next && ({ type: 'goToBlock', blockId: next.blockId } as const);
  return (
    <div className={classes.running}>
      {running && <MoreOrLess blockId={running.blockId} />}
      {goOn && (
        <Button fullWidth loading={commands.isRunning(goOn)} onClick={() => commands.run(goOn)}>
          Go on: {blockName(next)}
        </Button>
      )}
    </div>
  );
}

/** Five minutes less or more of the part that runs. */
function MoreOrLess({ blockId }: { blockId: string }) {
  const { view, commands } = useRoom();
  const now = useNow();
  const { current } = view.agenda;
  const part = partsOf(view.agenda).find((one) => one.blockId === blockId);
  if (!part) return null;
  const change = (by: number) => ({ type: 'timeBlock', blockId, minutes: minutesAfter(part, by, current, now) }) as const;
  const less = change(-5);
  const running = commands.isRunning(less);
  return (
    <div className={classes.pair}>
      <Button variant="default" disabled={less.minutes >= part.minutes || running} onClick={() => commands.run(less)}>
        {part.minutes - less.minutes > 0 && part.minutes - less.minutes < 5 ? 'End it soon' : '5 minutes less'}
      </Button>
      <Button variant="default" disabled={running} onClick={() => commands.run(change(5))}>
        5 minutes more
      </Button>
    </div>
  );
}
