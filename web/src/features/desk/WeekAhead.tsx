import { byDay, dayFrom, minutesLater } from '../../lib/days';
import { useMe } from '../../lib/me';
import { capacityWords } from '../../lib/words';
import { Row, Rows } from '../../ui/Rows';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { TimeText } from '../../ui/TimeText';
import type { Day } from './day';
import classes from './StaffDay.module.css';

export function WeekAhead({ sessions, today }: { sessions: Day['sessions']; today: string }) {
  const { zone } = useMe();
  return (
    <Section title="The week ahead" variant="plain">
      <div className={classes.days}>
        {byDay(sessions, zone).map(([date, rows]) => (
          <div key={date}>
            <h3 className={classes.date}>{dayFrom(date, today)}</h3>
            <Rows>
              {rows.map((session) => (
                <Row
                  key={session.id}
                  to={`/sessions/${session.id}`}
                  title={session.title}
                  detail={
                    <>
                      <TimeText
                        at={session.startsAt}
                        to={minutesLater(session.startsAt, session.plannedMinutes)}
                        zone={session.zone}
                        style="time"
                      />{' '}
                      · You: {capacityWords[session.capacity].toLowerCase()}
                    </>
                  }
                  end={session.cancelled && <StatusBadge tone="problem">Cancelled</StatusBadge>}
                />
              ))}
            </Rows>
          </div>
        ))}
      </div>
    </Section>
  );
}
