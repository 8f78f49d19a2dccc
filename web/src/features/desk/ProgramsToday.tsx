import { listSessions } from '@rejoin/shared';
import { addDays, minutesLater, startOfDay } from '../../lib/days';
import { useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { sessionState } from '../../lib/sessionState';
import { Row, Rows } from '../../ui/Rows';
import { Section } from '../../ui/Section';
import { SessionBadge } from '../../ui/SessionBadge';
import { TimeText } from '../../ui/TimeText';

interface Props {
  today: string;
  /** Shown already. */
  mine: readonly string[];
  now: string;
}

/** The other sessions of the day, for those who look after a program. */
export function ProgramsToday({ today, mine, now }: Props) {
  const { zone } = useMe();
  const range = { from: startOfDay(today, zone), to: startOfDay(addDays(today, 1), zone) };
  const sessions = useCall(listSessions, { query: range }, { everyMs: 60_000 });
  const others = (sessions.data ?? []).filter((session) => !mine.includes(session.id) && session.startsAt < range.to);
  if (others.length === 0) return null;
  return (
    <Section title="Also today in your programs" variant="plain">
      <Rows>
        {others.map((session) => (
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
                · {session.programName} · {session.leadName}
              </>
            }
            end={<SessionBadge state={sessionState(session, now)} />}
          />
        ))}
      </Rows>
    </Section>
  );
}
