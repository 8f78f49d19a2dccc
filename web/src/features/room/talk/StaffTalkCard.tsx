import { Button } from '@mantine/core';
import { useRoom } from '../state/roomContext';
import { useStage } from '../stage/stageContext';
import classes from './Talk.module.css';
import { handsOf, turnSeat } from './turns';
import { lineOf } from './line';

/** For staff: whose turn it is and whose hand comes next, with the one button that goes on. */
export function StaffTalkCard() {
  const { view } = useRoom();
  const { panel } = useStage();
  if (panel === 'talk') return null;
  const { round } = view.talk;
  return (
    <>
      {round && !round.prepared && <RoundLine />}
      <HandsLine />
    </>
  );
}

function RoundLine() {
  const { view, commands } = useRoom();
  const { togglePanel } = useStage();
  const [now, next] = lineOf(view);
  const words = now ? `${now.name} has the turn.` : 'Everyone in line had a turn.';
  return (
    <section className={classes.staff} aria-label="Round">
      <p className={classes.words}>
        <strong>{words}</strong> {next ? `Next: ${next.name}.` : ''}
      </p>
      <div className={classes.buttons}>
        {now ? (
          <Button size="sm" onClick={() => commands.run({ type: 'turn.done', seatId: now.seatId })}>
            {next ? 'Next' : 'Done'}
          </Button>
        ) : (
          <Button size="sm" onClick={() => commands.run({ type: 'round.end' })}>
            End the round
          </Button>
        )}
        <Button size="sm" variant="default" onClick={() => togglePanel('talk')}>
          Order
        </Button>
      </div>
    </section>
  );
}

function HandsLine() {
  const { view, commands } = useRoom();
  const hands = handsOf(view).filter(({ seatId }) => seatId !== view.me.seatId);
  if (hands.length === 0) return null;
  const called = hands.find(({ place }) => place === 0);
  const up = hands.filter(({ place }) => place > 0);
  const first = up[0];
  return (
    <section className={classes.staff} aria-label="Raised hands">
      <p className={classes.words}>
        {called && <strong>{called.name} has the turn. </strong>}
        {up.length > 0 && `Hands up: ${up.map(({ name }) => name).join(', ')}.`}
      </p>
      <div className={classes.buttons}>
        {called && turnSeat(view) !== view.me.seatId && (
          <Button size="sm" variant="default" onClick={() => commands.run({ type: 'hand.lower', seatId: called.seatId })}>
            Done
          </Button>
        )}
        {first && (
          <Button size="sm" onClick={() => commands.run({ type: 'hand.call', seatId: first.seatId })}>
            {`Give ${first.name} the turn`}
          </Button>
        )}
      </div>
    </section>
  );
}
