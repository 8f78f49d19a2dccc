import { listNotes, readAttendance, readSession } from '@rejoin/shared';
import { IconClipboardText } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { may, useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { TimeText } from '../../ui/TimeText';
import { NotesDesk } from './NotesDesk';
import { partsOf } from './parts';

export function NotesPage() {
  return may(useMe(), 'note.list') ? <Notes /> : <RefusedPage />;
}

function Notes() {
  const me = useMe();
  const { sessionId = '' } = useParams();
  const input = { params: { sessionId } };
  const session = useCall(readSession, input);
  const slots = useCall(listNotes, input);
  const attendance = useCall(readAttendance, input, { everyMs: 60_000 });
  const seat = session.data?.seats.find((each) => each.personId === me.personId && !each.endedAt);
  const crumbs = [
    { label: 'Schedule', to: '/sessions' },
    { label: session.data?.title ?? 'Session', to: `/sessions/${sessionId}` },
  ];
  return (
    <Page
      title="Notes"
      width="wide"
      crumbs={crumbs}
      lead={session.data && <TimeText at={session.data.startsAt} zone={session.data.zone} />}
      loading={!slots.data || session.isPending}
      error={slots.data ? null : slots.error}
      onRetry={() => void slots.refetch()}
    >
      {slots.data?.patients.length === 0 && (
        <EmptyState icon={IconClipboardText} title="No patients, no notes">
          This session has no seat for a patient.
        </EmptyState>
      )}
      {slots.data && slots.data.patients.length > 0 && (
        <NotesDesk
          sessionId={sessionId}
          slots={partsOf(slots.data)}
          signing={slots.data.signing}
          people={attendance.data?.people ?? []}
          mayWrite={seat?.capacity === 'lead' || seat?.capacity === 'coLead'}
        />
      )}
    </Page>
  );
}
