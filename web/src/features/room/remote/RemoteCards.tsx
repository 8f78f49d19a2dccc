import { ActDialog } from '../acts/ActDialog';
import { CareStrip } from '../expected/CareStrip';
import { BreakCard, MinuteCards } from '../pauses/staff';
import { WaitingStrip } from '../stage/WaitingStrip';
import classes from './Remote.module.css';

/** What asks for staff, as over the pictures of the room. */
export function RemoteCards() {
  return (
    <div className={classes.cards}>
      <CareStrip />
      <WaitingStrip />
      <MinuteCards />
      <BreakCard />
      <ActDialog />
    </div>
  );
}
