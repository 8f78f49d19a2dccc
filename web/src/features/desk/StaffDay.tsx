import { IconCalendarTime } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { addDays, dayName, dayOf, todayIn } from '../../lib/days';
import { may, useMe } from '../../lib/me';
import { useNow } from '../../lib/useNow';
import { counted } from '../../lib/words';
import { checkLinkWords } from '../../lib/wishWords';
import { EmptyState } from '../../ui/EmptyState';
import { Section } from '../../ui/Section';
import type { Day } from './day';
import { EmergencyReviews } from './EmergencyReviews';
import { EndsToConfirm } from './EndsToConfirm';
import { NotesToCosign } from './NotesToCosign';
import { NotesToSign } from './NotesToSign';
import { ProgramsToday } from './ProgramsToday';
import classes from './StaffDay.module.css';
import { Timeline } from './Timeline';
import { WeekAhead } from './WeekAhead';

export function StaffDay({ day }: { day: Day }) {
  const me = useMe();
  const now = useNow();
  const today = todayIn(me.zone);
  const ofDay = (date: string) => day.sessions.filter((session) => dayOf(session.startsAt, me.zone) === date);
  const week = day.sessions.filter((session) => {
    const date = dayOf(session.startsAt, me.zone);
    return date > today && date <= addDays(today, 7);
  });
  const sessions = ofDay(today);
  const held = sessions.filter((session) => !session.cancelled).length;
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <Section
          title={dayName(today)}
          description={held > 0 ? `${counted(held, 'session')} of yours today.` : undefined}
          actions={<CheckLink />}
          variant="plain"
        >
          {sessions.length > 0 ? <Timeline sessions={sessions} now={now} /> : <FreeDay />}
        </Section>
        {may(me, 'session.list') && <ProgramsToday today={today} mine={day.sessions.map((session) => session.id)} now={now} />}
        {week.length > 0 && <WeekAhead sessions={week} today={today} />}
      </div>
      <aside className={classes.side} aria-label="To do">
        {may(me, 'emergency.reviews') && <EmergencyReviews />}
        <EndsToConfirm ends={day.endsToConfirm} />
        <NotesToCosign notes={day.notesToCosign} />
        {may(me, 'note.write') && <NotesToSign notes={day.notesToSign} />}
      </aside>
    </div>
  );
}

/** Staff try their own devices the same way. */
function CheckLink() {
  return (
    <Button component={Link} to="/check" variant="subtle" size="sm">
      {checkLinkWords.open}
    </Button>
  );
}

function FreeDay() {
  return (
    <EmptyState
      icon={IconCalendarTime}
      title="You have no session today"
      action={
        <Button component={Link} to="/sessions" variant="default">
          Look at the schedule
        </Button>
      }
    >
      Sessions show here when you have a seat in them.
    </EmptyState>
  );
}
