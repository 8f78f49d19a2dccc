import { Button, SegmentedControl } from '@mantine/core';
import { type AttendanceReport, readAttendance, readSession, type Session } from '@rejoin/shared';
import { IconPrinter, IconUsersGroup } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { may, useMe } from '../../lib/me';
import { keyOf, useCall } from '../../lib/query';
import { useNews } from '../../lib/socket';
import { useNow } from '../../lib/useNow';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { TimeText } from '../../ui/TimeText';
import classes from './Attendance.module.css';
import { AttendanceTable } from './AttendanceTable';
import { HowMeasured } from './HowMeasured';
import { PersonDrawer } from './PersonDrawer';
import { Summary } from './Summary';
import { TimeChart } from './TimeChart';

export function AttendancePage() {
  return may(useMe(), 'attendance.read') ? <Attendance /> : <RefusedPage />;
}

function useReport(sessionId: string) {
  const client = useQueryClient();
  const live = useCallback(
    (news: { sessionId: string }) => {
      if (news.sessionId === sessionId) void client.invalidateQueries({ queryKey: keyOf(readAttendance, { params: { sessionId } }) });
    },
    [client, sessionId],
  );
  useNews('attendance.changed', live);
  // The socket may miss something while it reconnects.
  return useCall(readAttendance, { params: { sessionId } }, { everyMs: 15_000, staleMs: 0 });
}

function Attendance() {
  const { sessionId = '' } = useParams();
  const session = useCall(readSession, { params: { sessionId } });
  const report = useReport(sessionId);
  const both = session.data && report.data;
  const crumbs = [
    { label: 'Schedule', to: '/sessions' },
    { label: session.data?.title ?? 'Session', to: `/sessions/${sessionId}` },
  ];
  const error = both ? null : (session.error ?? report.error);
  return (
    <Page
      title="Attendance"
      width="wide"
      crumbs={crumbs}
      lead={session.data && <Lead session={session.data} />}
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => window.print()}
          className={classes.screenOnly}
        >
          Print
        </Button>
      }
      loading={!both}
      error={error}
      onRetry={() => void Promise.all([session.refetch(), report.refetch()])}
    >
      {session.data && report.data && <Report session={session.data} report={report.data} />}
    </Page>
  );
}

function Lead({ session }: { session: Session }) {
  return (
    <>
      {session.title} · <TimeText at={session.startsAt} zone={session.zone} />
    </>
  );
}

function Report({ session, report }: { session: Session; report: AttendanceReport }) {
  const running = report.startedAt !== null && report.endedAt === null;
  const now = useNow(running ? 1_000 : 60_000);
  const [view, setView] = useState('chart');
  const [opened, setOpened] = useState<string | null>(null);
  const person = report.people.find((each) => each.seatId === opened);
  if (!report.startedAt) {
    return (
      <EmptyState icon={IconUsersGroup} title="The session has not started yet">
        Attendance is measured by itself from the start. Nobody types it in.
      </EmptyState>
    );
  }
  return (
    <>
      <Summary session={session} report={report} now={now} />
      <div className={classes.bar}>
        <h2 className={classes.heading}>Who was there</h2>
        <SegmentedControl
          className={classes.screenOnly}
          aria-label="Show as"
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: 'Timeline' },
            { value: 'table', label: 'Table' },
          ]}
        />
      </div>
      {view === 'chart' && <TimeChart report={report} now={now} onOpen={setOpened} />}
      <div className={view === 'chart' ? classes.paperOnly : undefined}>
        <AttendanceTable report={report} now={now} onOpen={setOpened} />
      </div>
      <div className={classes.after}>
        <HowMeasured />
      </div>
      <PersonDrawer session={session} report={report} person={person} now={now} onClose={() => setOpened(null)} />
    </>
  );
}
