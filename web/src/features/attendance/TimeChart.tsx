import { UnstyledButton } from '@mantine/core';
import type { AttendanceReport, PersonAttendance } from '@rejoin/shared';
import { useMe } from '../../lib/me';
import { formatInstant } from '../../lib/time';
import { capacityWords } from '../../lib/words';
import { Legend } from './Legend';
import classes from './TimeChart.module.css';
import { inOrder, lengthWords, placed, type Span, spanOf, stretchOf, ticksOf } from './spans';
import { useTicking } from './useTicking';

interface Props {
  report: AttendanceReport;
  now: string;
  onOpen: (seatId: string) => void;
}

export function TimeChart({ report, now, onOpen }: Props) {
  const stretch = stretchOf(report, now);
  const running: Span = { from: Date.parse(report.startedAt ?? now), to: Date.parse(report.endedAt ?? now) };
  return (
    <div className={classes.chart}>
      <Axis stretch={stretch} />
      <ul className={classes.people}>
        {inOrder(report).map((person) => (
          <Lane
            key={person.seatId}
            person={person}
            report={report}
            stretch={stretch}
            running={running}
            now={now}
            onOpen={() => onOpen(person.seatId)}
          />
        ))}
      </ul>
      <Legend />
    </div>
  );
}

function Axis({ stretch }: { stretch: Span }) {
  const { zone } = useMe();
  return (
    <div className={classes.axis} aria-hidden>
      {ticksOf(stretch).map((at) => (
        <span key={at} className={classes.tick} style={{ left: placed({ from: at, to: at }, stretch).left }}>
          {formatInstant(new Date(at).toISOString(), zone, 'time')}
        </span>
      ))}
    </div>
  );
}

interface LaneProps {
  person: PersonAttendance;
  report: AttendanceReport;
  stretch: Span;
  running: Span;
  now: string;
  onOpen: () => void;
}

function Lane({ person, report, stretch, running, now, onOpen }: LaneProps) {
  const { present, counted } = useTicking(person, report, now);
  return (
    <li className={classes.lane}>
      <UnstyledButton className={classes.who} onClick={onOpen} aria-haspopup="dialog">
        <span className={classes.name}>{person.name}</span>
        <span className={classes.capacity}>{capacityWords[person.capacity]}</span>
      </UnstyledButton>
      <div className={classes.track} aria-hidden>
        <span className={classes.session} style={placed(running, stretch)} />
        {ticksOf(stretch).map((at) => (
          <span key={at} className={classes.rule} style={{ left: placed({ from: at, to: at }, stretch).left }} />
        ))}
        {person.connections.map((connection) => (
          <span
            key={connection.place + connection.from}
            className={classes.bar}
            data-place={connection.place}
            data-live={connection.to === null || undefined}
            style={placed(spanOf(connection, now), stretch)}
          />
        ))}
        {person.activities.map((activity) => (
          <span key={activity.kind + activity.from} className={classes.pause} style={placed(spanOf(activity, now), stretch)} />
        ))}
        {person.corrections.map((correction) => (
          <span
            key={correction.id}
            className={classes.correction}
            data-effect={correction.effect}
            style={placed(spanOf(correction, now), stretch)}
          />
        ))}
      </div>
      <p className={classes.minutes}>
        {present === 0 ? (
          report.endedAt ? (
            'Was not there'
          ) : (
            'Not here yet'
          )
        ) : (
          <>
            <strong>{lengthWords(present)}</strong> <span>{lengthWords(counted)} count</span>
          </>
        )}
      </p>
    </li>
  );
}
