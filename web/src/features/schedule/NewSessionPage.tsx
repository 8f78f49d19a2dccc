import { useForm } from '@mantine/form';
import { createSession, listSessions, readDay } from '@rejoin/shared';
import { useNavigate } from 'react-router';
import { announce } from '../../lib/announce';
import { todayIn } from '../../lib/days';
import { focusFirstError, showRefusal } from '../../lib/form';
import { may, useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { useFormDraft } from '../../lib/useFormDraft';
import { DraftOffer } from '../../ui/DraftOffer';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { SeatsFields } from './SeatsFields';
import { blankSession, errorsOf, fieldOf, newSessionOf, SessionValues } from './sessionForm';
import { SessionForm } from './SessionForm';

export function NewSessionPage() {
  return may(useMe(), 'session.create') ? <NewSession /> : <RefusedPage />;
}

function NewSession() {
  const me = useMe();
  const navigate = useNavigate();
  const leads = me.roles.some((held) => held.role === 'therapist' || held.role === 'prescriber');
  const form = useForm<SessionValues>({
    initialValues: blankSession(me.programs[0]?.id ?? '', todayIn(me.programs[0]?.zone ?? me.zone), leads ? me.personId : null),
    validate: (values) => errorsOf(values, true),
  });
  const draft = useFormDraft(form, 'session-new', SessionValues);
  const command = useCommand(createSession, { refresh: [listSessions, readDay] });
  const send = async (values: SessionValues) => {
    try {
      const session = await command.ask({ body: newSessionOf(values) });
      draft.done();
      announce('The session is planned.');
      await navigate(`/sessions/${session.id}`);
    } catch (cause) {
      showRefusal(form, cause, fieldOf);
    }
  };
  return (
    <Page title="Plan a session" crumbs={[{ label: 'Schedule', to: '/sessions' }]}>
      <DraftOffer draft={draft} />
      <SessionForm
        form={form}
        programFixed={false}
        submitLabel="Plan this session"
        running={command.running}
        error={command.error}
        cancelTo="/sessions"
        onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}
      >
        <SeatsFields form={form} />
      </SessionForm>
    </Page>
  );
}
