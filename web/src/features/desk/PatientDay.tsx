import { IconCalendarHeart } from '@tabler/icons-react';
import { byDay, dayFrom, minutesLater, todayIn } from '../../lib/days';
import { useMe } from '../../lib/me';
import { sessionState } from '../../lib/sessionState';
import { useNow } from '../../lib/useNow';
import { listed } from '../../lib/words';
import { EmptyState } from '../../ui/EmptyState';
import { Row, Rows } from '../../ui/Rows';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { TimeText } from '../../ui/TimeText';
import type { Day } from './day';
import classes from './PatientDay.module.css';
import { FirstStepsLink } from './FirstStepsLink';
import { NextSession } from './NextSession';

/** What a patient needs: where to go next, and when the others are. Nothing is counted, nothing is judged. */
export function PatientDay({ day }: { day: Day }) {
  const now = useNow();
  const ahead = day.sessions.filter((session) => {
    const state = sessionState(session, now);
    return state !== 'finished' && state !== 'missed' && !(state === 'cancelled' && session.startsAt < now);
  });
  const next = ahead.find((session) => !session.cancelled);
  const later = ahead.filter((session) => session !== next);
  return (
    <div className={classes.page}>
      {next ? <NextSession session={next} now={now} /> : <NothingPlanned />}
      <FirstStepsLink />
      {later.length > 0 && <Later sessions={later} />}
    </div>
  );
}

function NothingPlanned() {
  return (
    <EmptyState icon={IconCalendarHeart} title="Nothing is planned right now">
      Your next session will show here as soon as your program has set it.
    </EmptyState>
  );
}

function Later({ sessions }: { sessions: Day['sessions'] }) {
  const { zone } = useMe();
  const today = todayIn(zone);
  return (
    <Section title="After that" variant="plain">
      <div className={classes.days}>
        {byDay(sessions, zone).map(([date, rows]) => (
          <div key={date}>
            <h3 className={classes.date}>{dayFrom(date, today)}</h3>
            <Rows>
              {rows.map((session) => (
                <Row
                  key={session.id}
                  title={
                    <TimeText
                      at={session.startsAt}
                      to={minutesLater(session.startsAt, session.plannedMinutes)}
                      zone={session.zone}
                      style="time"
                    />
                  }
                  detail={[session.title, session.leadNames.length > 0 && `with ${listed(session.leadNames)}`].filter(Boolean).join(', ')}
                  end={
                    session.cancelled ? (
                      <StatusBadge tone="problem">Does not take place</StatusBadge>
                    ) : (
                      session.mode === 'inPerson' && <StatusBadge>In person</StatusBadge>
                    )
                  }
                />
              ))}
            </Rows>
          </div>
        ))}
      </div>
    </Section>
  );
}
