import type { PersonAttendance } from '@rejoin/shared';
import classes from './Attendance.module.css';
import { useClock } from './useClock';

type Connection = PersonAttendance['connections'][number];

const sourceWords: Record<Connection['fromSource'], string> = {
  webhook: 'told by the video server',
  heartbeat: 'last sign of life from the page',
  sweep: 'found by a check of who is connected',
  socket: 'the page’s connection closed',
  server: 'by our own record',
  correction: 'entered by hand',
};
const placeWords = { waiting: 'Waiting', main: 'In the room' };
const activityWords = { break: 'Break', steppedOut: 'Stepped out', away: 'Away' };

function endWords({ to, toSource, precisionMs }: Connection): string {
  if (to === null) return 'Goes on now';
  const source = toSource ? `End: ${sourceWords[toSource]}` : 'End: not known yet';
  if (precisionMs === null) return source;
  return precisionMs < 1_000 ? `${source}, exact` : `${source}, right within ${Math.ceil(precisionMs / 1_000)} s`;
}

/** The raw intervals, as they were measured. */
export function Intervals({ person }: { person: PersonAttendance }) {
  const clock = useClock();
  if (person.connections.length === 0) return <p className={classes.quiet}>No connection was seen.</p>;
  return (
    <section className={classes.part}>
      <h3>Measured</h3>
      <ul className={classes.intervals}>
        {person.connections.map((connection) => (
          <li key={connection.place + connection.from} className={classes.interval}>
            {placeWords[connection.place]}, {clock(connection.from)} – {connection.to ? clock(connection.to) : 'now'}
            <span className={classes.quiet}>
              Begin: {sourceWords[connection.fromSource]}. {endWords(connection)}.
            </span>
          </li>
        ))}
        {person.activities.map((activity) => (
          <li key={activity.kind + activity.from} className={classes.interval}>
            {activityWords[activity.kind]}, {clock(activity.from)} – {activity.to ? clock(activity.to) : 'now'}
          </li>
        ))}
      </ul>
    </section>
  );
}
