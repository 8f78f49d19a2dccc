import { Button } from '@mantine/core';
import { listSessions } from '@rejoin/shared';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { type ApiError, callWith } from '../../lib/api';
import { addDays, dayOf, mondayOf, startOfDay, todayIn } from '../../lib/days';
import { may, useMe } from '../../lib/me';
import { keyOf } from '../../lib/query';
import { useNow } from '../../lib/useNow';
import { EmptyState } from '../../ui/EmptyState';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { AgendaDay, type SessionRow } from './AgendaDay';
import classes from './Schedule.module.css';
import { WeekControls } from './WeekControls';

function useWeek(monday: string, programId: string | undefined, zone: string) {
  const query = { from: startOfDay(monday, zone), to: startOfDay(addDays(monday, 7), zone), programId };
  return useQuery<SessionRow[], ApiError>({
    queryKey: keyOf(listSessions, { query }),
    queryFn: ({ signal }) => callWith(listSessions, { query }, signal),
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  });
}

export function SchedulePage() {
  const me = useMe();
  return may(me, 'session.list') ? <Schedule /> : <RefusedPage />;
}

function Schedule() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const today = todayIn(me.zone);
  const asked = search.get('week') ?? '';
  const monday = mondayOf(/^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today);
  const programId = search.get('program') ?? undefined;
  const week = useWeek(monday, programId, me.zone);
  const go = (next: { week?: string; program?: string | null }) => {
    const to = { week: monday, ...(programId ? { program: programId } : {}), ...next };
    setSearch(
      Object.entries(to).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      { preventScrollReset: true },
    );
  };
  return (
    <Page
      title="Schedule"
      width="normal"
      actions={
        may(me, 'session.create') && (
          <Button component={Link} to="/sessions/new" leftSection={<IconPlus size={20} aria-hidden />}>
            Plan a session
          </Button>
        )
      }
    >
      <WeekControls
        monday={monday}
        today={today}
        programId={programId}
        onWeek={(next) => go({ week: next })}
        onProgram={(program) => go({ program })}
      />
      <Loaded query={week}>{(sessions) => <Week sessions={sessions} monday={monday} today={today} />}</Loaded>
    </Page>
  );
}

function Week({ sessions, monday, today }: { sessions: readonly SessionRow[]; monday: string; today: string }) {
  const { zone } = useMe();
  const now = useNow();
  const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset));
  const of = (day: string) => sessions.filter((session) => dayOf(session.startsAt, zone) === day);
  if (!days.some((day) => of(day).length > 0)) {
    return (
      <EmptyState icon={IconCalendarEvent} title="Nothing is planned this week">
        Look at another week, or plan a session.
      </EmptyState>
    );
  }
  // An empty Saturday or Sunday says nothing.
  const shown = days.filter((day, at) => at < 5 || of(day).length > 0);
  return (
    <div className={classes.agenda}>
      {shown.map((day) => (
        <AgendaDay key={day} day={day} today={today} sessions={of(day)} now={now} />
      ))}
    </div>
  );
}
