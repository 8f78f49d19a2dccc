import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { changeSession, listSessions, readDay, readSession, type Session } from '@rejoin/shared';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { announce } from '../../lib/announce';
import { call } from '../../lib/api';
import { focusFirstError, showRefusal } from '../../lib/form';
import { may, useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { useFormDraft } from '../../lib/useFormDraft';
import { DraftOffer } from '../../ui/DraftOffer';
import { Note } from '../../ui/Note';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { changeOf, errorsOf, fieldOf, SessionValues, valuesOf } from './sessionForm';
import { SessionForm } from './SessionForm';

export function EditSessionPage() {
  const { sessionId = '' } = useParams();
  const me = useMe();
  const session = useCall(readSession, { params: { sessionId } }, { staleMs: Infinity });
  if (!may(me, 'session.change')) return <RefusedPage />;
  const crumbs = [
    { label: 'Schedule', to: '/sessions' },
    { label: session.data?.title ?? 'Session', to: `/sessions/${sessionId}` },
  ];
  return (
    <Page
      title="Change the plan"
      crumbs={crumbs}
      loading={!session.data}
      error={session.data ? null : session.error}
      onRetry={() => void session.refetch()}
    >
      {session.data && <EditSession session={session.data} />}
    </Page>
  );
}

function EditSession({ session }: { session: Session }) {
  const navigate = useNavigate();
  const back = `/sessions/${session.id}`;
  const form = useForm<SessionValues>({ initialValues: valuesOf(session), validate: (values) => errorsOf(values, false) });
  const draft = useFormDraft(form, `session-${session.id}`, SessionValues);
  const command = useCommand(changeSession, { refresh: [readSession, listSessions, readDay] });
  const send = async (values: SessionValues) => {
    try {
      await command.ask({ params: { sessionId: session.id }, body: changeOf(values) });
      draft.done();
      announce('The plan is changed.');
      void navigate(back);
    } catch (cause) {
      showRefusal(form, cause, fieldOf);
    }
  };
  return (
    <>
      {session.startedAt && <Note>This session is running: its title and the blocks still to come can be changed, the rest stands.</Note>}
      <DraftOffer draft={draft} />
      <SessionForm
        form={form}
        programFixed
        leads={session.seats
          .filter((seat) => !seat.endedAt && (seat.capacity === 'lead' || seat.capacity === 'coLead'))
          .map((seat) => ({ value: seat.personId, label: seat.name }))}
        submitLabel="Save the plan"
        running={command.running}
        error={command.error}
        cancelTo={back}
        onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}
        errorActions={
          command.error?.code === 'row.changed' && (
            <Collision
              sessionId={session.id}
              onMine={(saved) => form.setFieldValue('version', saved.version)}
              onTheirs={(saved) => form.setValues(valuesOf(saved))}
              onDone={command.reset}
            />
          )
        }
      />
    </>
  );
}

interface CollisionProps {
  sessionId: string;
  onMine: (saved: Session) => void;
  onTheirs: (saved: Session) => void;
  onDone: () => void;
}

/** Two people changed the plan: the one here decides, nothing is lost unasked. */
function Collision({ sessionId, onMine, onTheirs, onDone }: CollisionProps) {
  const [failed, setFailed] = useState(false);
  const choose = async (apply: (saved: Session) => void) => {
    try {
      apply(await call(readSession, { params: { sessionId } }));
      onDone();
    } catch {
      setFailed(true);
    }
  };
  return (
    <Group mt="sm" gap="sm">
      <Button size="sm" variant="default" onClick={() => void choose(onTheirs)}>
        Show what is saved now
      </Button>
      <Button size="sm" variant="default" onClick={() => void choose(onMine)}>
        Keep mine, then save again
      </Button>
      {failed && <span role="alert">That did not work. Please try again.</span>}
    </Group>
  );
}
