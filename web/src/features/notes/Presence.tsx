import type { PersonAttendance } from '@rejoin/shared';
import { formatMinutes } from '../../lib/time';
import { TimeText } from '../../ui/TimeText';
import classes from './Notes.module.css';

/** The patient's own minutes, beside the text about them. */
export function Presence({ presence }: { presence: PersonAttendance | undefined }) {
  if (!presence) return null;
  if (presence.presentSeconds === 0 || !presence.firstIn) return <p className={classes.presence}>Was not in the session.</p>;
  return (
    <p className={classes.presence}>
      <strong>{formatMinutes(presence.presentSeconds / 60)}</strong> in the session, {formatMinutes(presence.countedSeconds / 60)} count. In
      at <TimeText at={presence.firstIn} style="time" />
      {presence.lastOut && (
        <>
          , out at <TimeText at={presence.lastOut} style="time" />
        </>
      )}
      .
    </p>
  );
}
