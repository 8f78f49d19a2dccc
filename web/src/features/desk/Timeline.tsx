import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { minutesLater } from '../../lib/days';
import { useMe } from '../../lib/me';
import { isOpenState, type SessionState, sessionState } from '../../lib/sessionState';
import { formatInstant, formatMinutes } from '../../lib/time';
import { capacityWords, listed, modeWords } from '../../lib/words';
import { SessionBadge } from '../../ui/SessionBadge';
import { TimeText } from '../../ui/TimeText';
import type { Day } from './day';
import classes from './Timeline.module.css';

type DaySession = Day['sessions'][number];

export function Timeline({ sessions, now }: { sessions: readonly DaySession[]; now: string }) {
  return (
    <ol className={classes.line}>
      {sessions.map((session) => (
        <Stop key={session.id} session={session} now={now} />
      ))}
    </ol>
  );
}

function Stop({ session, now }: { session: DaySession; now: string }) {
  const { zone, displayName } = useMe();
  const state = sessionState(session, now);
  const others = session.leadNames.filter((name) => name !== displayName);
  return (
    <li className={classes.stop} data-state={state}>
      <span className={classes.time}>{formatInstant(session.startsAt, zone, 'time')}</span>
      <span className={classes.dot} aria-hidden />
      <div className={classes.card}>
        <div className={classes.top}>
          <Link to={`/sessions/${session.id}`} className={classes.title}>
            {session.title}
          </Link>
          <SessionBadge state={state} />
        </div>
        <p className={classes.detail}>
          <TimeText at={session.startsAt} to={minutesLater(session.startsAt, session.plannedMinutes)} zone={session.zone} style="time" />,{' '}
          {formatMinutes(session.plannedMinutes)}
        </p>
        <p className={classes.detail}>
          You: {capacityWords[session.capacity].toLowerCase()} · {modeWords[session.mode]}
          {others.length > 0 && <> · with {listed(others)}</>}
        </p>
        <Ways session={session} state={state} />
      </div>
    </li>
  );
}

function Ways({ session, state }: { session: DaySession; state: SessionState }) {
  const at = `/sessions/${session.id}`;
  const leads = session.capacity === 'lead' || session.capacity === 'coLead';
  if (state === 'cancelled' || state === 'missed') return null;
  if (state === 'finished') {
    if (!leads) return null;
    return (
      <div className={classes.ways}>
        <Button component={Link} to={`${at}/notes`} variant="default" size="sm">
          Notes
        </Button>
        <Button component={Link} to={`${at}/attendance`} variant="default" size="sm">
          Attendance
        </Button>
      </div>
    );
  }
  if (session.mode === 'inPerson') return null;
  return (
    <div className={classes.ways}>
      <Button
        component={Link}
        to={`${at}/room`}
        variant={isOpenState(state) ? 'filled' : 'default'}
        size={isOpenState(state) ? 'md' : 'sm'}
        leftSection={<IconDoorEnter size={20} aria-hidden />}
      >
        Go to the room
      </Button>
    </div>
  );
}
