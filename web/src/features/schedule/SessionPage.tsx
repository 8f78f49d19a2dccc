import { Button } from '@mantine/core';
import { readSession, type Session } from '@rejoin/shared';
import { IconClipboardText, IconDoorEnter, IconPencil, IconReportAnalytics } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { minutesLater } from '../../lib/days';
import { may, useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { sessionState } from '../../lib/sessionState';
import { useNow } from '../../lib/useNow';
import { Page } from '../../ui/Page';
import { TimeText } from '../../ui/TimeText';
import { AftercareSection } from './AftercareSection';
import { CancelDialog } from './CancelDialog';
import { GateSection } from './GateSection';
import { PlanSection } from './PlanSection';
import { SeatsSection } from './SeatsSection';
import classes from './SessionPage.module.css';
import { SessionNotes } from './SessionNotes';

export function SessionPage() {
  const { sessionId = '' } = useParams();
  const session = useCall(readSession, { params: { sessionId } });
  return (
    <Page
      title={session.data?.title ?? 'Session'}
      tabTitle="Session"
      crumbs={[{ label: 'Schedule', to: '/sessions' }]}
      lead={session.data && <When session={session.data} />}
      actions={session.data && <Ways session={session.data} />}
      loading={!session.data}
      error={session.data ? null : session.error}
      onRetry={() => void session.refetch()}
    >
      {session.data && <Content session={session.data} />}
    </Page>
  );
}

function When({ session }: { session: Session }) {
  return (
    <>
      <TimeText at={session.startsAt} to={minutesLater(session.startsAt, session.plannedMinutes)} zone={session.zone} /> ·{' '}
      {session.programName}
    </>
  );
}

function Ways({ session }: { session: Session }) {
  const me = useMe();
  const seated = session.seats.some((seat) => seat.personId === me.personId && !seat.endedAt);
  const at = `/sessions/${session.id}`;
  return (
    <>
      {may(me, 'note.list') && session.startedAt && (
        <Button component={Link} to={`${at}/notes`} variant="default" leftSection={<IconClipboardText size={20} aria-hidden />}>
          Notes
        </Button>
      )}
      {may(me, 'attendance.read') && session.startedAt && (
        <Button component={Link} to={`${at}/attendance`} variant="default" leftSection={<IconReportAnalytics size={20} aria-hidden />}>
          Attendance
        </Button>
      )}
      {may(me, 'session.change') && !session.endedAt && !session.cancellation && (
        <Button component={Link} to={`${at}/edit`} variant="default" leftSection={<IconPencil size={20} aria-hidden />}>
          Change the plan
        </Button>
      )}
      {seated && !session.endedAt && !session.cancellation && session.mode !== 'inPerson' && (
        <Button component={Link} to={`${at}/room`} leftSection={<IconDoorEnter size={20} aria-hidden />}>
          Go to the room
        </Button>
      )}
    </>
  );
}

function Content({ session }: { session: Session }) {
  const me = useMe();
  const now = useNow();
  const [cancelling, setCancelling] = useState(false);
  const state = sessionState({ ...session, cancelled: session.cancellation !== null }, now);
  const open = !session.startedAt && !session.cancellation;
  return (
    <div className={classes.sections}>
      <SessionNotes session={session} />
      <AftercareSection session={session} />
      <GateSection session={session} />
      <PlanSection session={session} state={state} />
      <SeatsSection session={session} changeable={may(me, 'session.change') && !session.endedAt && !session.cancellation} />
      {may(me, 'session.change') && open && (
        <div>
          <Button variant="subtle" color="red" onClick={() => setCancelling(true)}>
            Cancel this session…
          </Button>
          <CancelDialog session={session} opened={cancelling} onClose={() => setCancelling(false)} />
        </div>
      )}
    </div>
  );
}
