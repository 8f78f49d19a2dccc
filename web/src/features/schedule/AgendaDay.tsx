import type { SessionSummary } from '@rejoin/shared';
import { dayFrom, dayName, minutesLater } from '../../lib/days';
import { useMe } from '../../lib/me';
import { sessionState } from '../../lib/sessionState';
import { counted, kindWords, modeWords } from '../../lib/words';
import { Row, Rows } from '../../ui/Rows';
import { SessionBadge } from '../../ui/SessionBadge';
import { TimeText } from '../../ui/TimeText';
import classes from './Schedule.module.css';

export type SessionRow = SessionSummary;

interface Props {
  day: string;
  today: string;
  sessions: readonly SessionRow[];
  now: string;
}

export function AgendaDay({ day, today, sessions, now }: Props) {
  const [weekday, date] = dayName(day).split(', ');
  const near = dayFrom(day, today);
  return (
    <section className={classes.day} aria-label={dayName(day)} data-today={day === today || undefined}>
      <h3 className={classes.date}>
        <span className={classes.weekday}>{near === dayName(day) ? weekday : near}</span>
        <span className={classes.dayOfMonth}>{near === dayName(day) ? date : dayName(day)}</span>
      </h3>
      <div className={classes.sessions}>
        {sessions.length === 0 ? <p className={classes.free}>Nothing planned</p> : <DayRows sessions={sessions} now={now} />}
      </div>
    </section>
  );
}

function DayRows({ sessions, now }: { sessions: readonly SessionRow[]; now: string }) {
  const several = useMe().programs.length > 1;
  const sorted = [...sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return (
    <Rows>
      {sorted.map((session) => {
        const state = sessionState(session, now);
        return (
          <Row
            key={session.id}
            stacked
            to={`/sessions/${session.id}`}
            past={state === 'cancelled' || state === 'missed'}
            start={
              <span className={classes.time}>
                <TimeText
                  at={session.startsAt}
                  to={minutesLater(session.startsAt, session.plannedMinutes)}
                  zone={session.zone}
                  style="time"
                />
              </span>
            }
            title={session.title}
            detail={[
              session.leadName,
              counted(session.patients, 'patient'),
              kindWords[session.kind],
              modeWords[session.mode],
              several && session.programName,
            ]
              .filter(Boolean)
              .join(' · ')}
            end={<SessionBadge state={state} />}
          />
        );
      })}
    </Rows>
  );
}
