import { WaitingList } from '../panels/WaitingList';
import { useRoom } from '../state/roomContext';
import { useStage } from './stageContext';
import { waitingOf } from './waiting';
import classes from './WaitingStrip.module.css';

/** A silent sign for staff that somebody waits, with the way to let them in. */
export function WaitingStrip() {
  const { view } = useRoom();
  const { panel } = useStage();
  if (panel === 'people' || waitingOf(view).length === 0) return null;
  return (
    <section className={classes.strip} aria-label="Waiting room">
      <WaitingList />
    </section>
  );
}
