import { listNotes, readSession } from '@rejoin/shared';
import { IconClipboardText } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { may, useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { TimeText } from '../../ui/TimeText';
import { NotesDesk } from './NotesDesk';

export function NotesPage() {
  return may(useMe(), 'note.list') ? <Notes /> : <RefusedPage />;
}

function Notes() {
  const me = useMe();
  const { sessionId = '' } = useParams();
  const input = { params: { sessionId } };
  const session = useCall(readSession, input);
  const notes = useCall(listNotes, input, { everyMs: 30_000 });
  const seat = session.data?.seats.find((each) => each.personId === me.personId && !each.endedAt);
  const leads = seat?.capacity === 'lead' || seat?.capacity === 'coLead';
  const crumbs = [
    { label: 'Schedule', to: '/sessions' },
    { label: session.data?.title ?? 'Session', to: `/sessions/${sessionId}` },
  ];
  return (
    <Page
      title="Notes"
      width="wide"
      crumbs={crumbs}
      lead={
        session.data && (
          <>
            {session.data.title}, <TimeText at={session.data.startsAt} zone={session.data.zone} />
          </>
        )
      }
      loading={!notes.data || session.isPending}
      error={notes.data ? null : notes.error}
      onRetry={() => void notes.refetch()}
    >
      {notes.data?.patients.length === 0 && (
        <EmptyState icon={IconClipboardText} title="No patients, no notes">
          This session has no seat for a patient.
        </EmptyState>
      )}
      {notes.data && notes.data.patients.length > 0 && (
        <NotesDesk key={sessionId} notes={notes.data} mayWrite={leads && may(me, 'note.write')} />
      )}
    </Page>
  );
}
