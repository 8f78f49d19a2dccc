import { useForm } from '@mantine/form';
import { createSession, listPatients, listSessions, readDay } from '@rejoin/shared';
import { useNavigate } from 'react-router';
import { announce } from '../../lib/announce';
import { ApiError } from '../../lib/api';
import { todayIn } from '../../lib/days';
import { focusFirstError, showRefusal } from '../../lib/form';
import { may, useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { useFormDraft } from '../../lib/useFormDraft';
import { fullName } from '../../lib/words';
import { DraftOffer } from '../../ui/DraftOffer';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { SeatsFields } from './SeatsFields';
import { blankSession, errorsOf, fieldOf, newSessionOf, SessionValues } from './sessionForm';
import { SessionForm } from './SessionForm';
import { useStaffChoices } from './useStaffChoices';

export function NewSessionPage() {
  return may(useMe(), 'session.create') ? <NewSession /> : <RefusedPage />;
}

function NewSession() {
  const me = useMe();
  const navigate = useNavigate();
  const mayLead = me.roles.some((held) => held.role === 'therapist' || held.role === 'prescriber');
  const form = useForm<SessionValues>({
    initialValues: blankSession(me.programs[0]?.id ?? '', todayIn(me.programs[0]?.zone ?? me.zone), mayLead ? me.personId : null),
    validate: (values) => errorsOf(values, true),
  });
  const staff = useStaffChoices();
  const patients = useCall(listPatients, { query: { programId: form.values.programId } }, { enabled: form.values.programId !== '' });
  const draft = useFormDraft(form, 'session-new', SessionValues);
  const command = useCommand(createSession, { refresh: [listSessions, readDay] });
  // The server says who is booked elsewhere by name.
  const markSeat = (message: string) => {
    const names = [...staff, ...(patients.data ?? []).map((patient) => ({ value: patient.id, label: fullName(patient) }))];
    const personId = names.find(({ label }) => message.startsWith(label))?.value;
    const at = form.values.seats.findIndex((seat) => seat.personId === personId);
    if (at >= 0) form.setFieldError(`seats.${at}`, 'Already has a seat in another session at that time.');
    focusFirstError();
  };
  const leads = staff.filter(({ value }) =>
    form.values.seats.some((seat) => seat.personId === value && (seat.capacity === 'lead' || seat.capacity === 'coLead')),
  );
  const send = async (values: SessionValues) => {
    try {
      const session = await command.ask({ body: newSessionOf(values) });
      draft.done();
      announce('The session is planned.');
      void navigate(`/sessions/${session.id}`);
    } catch (cause) {
      showRefusal(form, cause, fieldOf);
      if (cause instanceof ApiError && cause.code === 'seat.doubleBooked') markSeat(cause.message);
    }
  };
  return (
    <Page title="Plan a session" crumbs={[{ label: 'Schedule', to: '/sessions' }]}>
      <DraftOffer draft={draft} />
      <SessionForm
        form={form}
        programFixed={false}
        leads={leads}
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
