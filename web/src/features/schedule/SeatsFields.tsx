import { Button, MultiSelect, Select } from '@mantine/core';
import { type Capacity, listPatients, listPrograms, type PatientSummary } from '@rejoin/shared';
import { IconUsersPlus } from '@tabler/icons-react';
import { useCall } from '../../lib/query';
import { counted, fullName } from '../../lib/words';
import { ErrorNote } from '../../ui/ErrorNote';
import { Section } from '../../ui/Section';
import type { Form } from './sessionForm';
import classes from './SessionForm.module.css';
import { useStaffChoices } from './useStaffChoices';

function seatsOf(form: Form, capacity: Capacity): string[] {
  return form.values.seats.filter((seat) => seat.capacity === capacity).map((seat) => seat.personId);
}

// One person has one seat: a new choice takes them out of any other.
function setSeats(form: Form, capacity: Capacity, chosen: readonly string[]): void {
  const { seats } = form.values;
  const others = seats.filter((seat) => seat.capacity !== capacity && !chosen.includes(seat.personId));
  const kept = chosen.map((personId) => ({
    id: seats.find((seat) => seat.personId === personId)?.id ?? crypto.randomUUID(),
    personId,
    capacity,
  }));
  const next = [...others, ...kept];
  const leading = next.filter((seat) => seat.capacity === 'lead' || seat.capacity === 'coLead').map((seat) => seat.personId);
  const blocks = form.values.blocks.map((block) => (block.leadId && !leading.includes(block.leadId) ? { ...block, leadId: null } : block));
  form.setValues({ seats: next, blocks });
  form.clearFieldError('lead');
  for (const at of seats.keys()) form.clearFieldError(`seats.${at}`);
}

export function SeatsFields({ form }: { form: Form }) {
  const staff = useStaffChoices();
  const patients = useCall(listPatients, { query: { programId: form.values.programId } }, { enabled: form.values.programId !== '' });
  return (
    <Section title="Who" description="A person without a seat cannot come in.">
      <div className={classes.fields}>
        <Select
          label="Lead"
          searchable
          data={staff}
          value={seatsOf(form, 'lead')[0] ?? null}
          onChange={(personId) => setSeats(form, 'lead', personId ? [personId] : [])}
          error={form.errors['lead'] ?? refusalOf(form, 'lead')}
          nothingFoundMessage="Nobody by this name"
        />
        <People form={form} label="Co-leads" capacity="coLead" data={staff} />
        <Patients form={form} patients={patients.data ?? []} />
        <People form={form} label="Observers" capacity="observer" data={staff} />
      </div>
      <ErrorNote error={patients.error} onRetry={() => void patients.refetch()} />
    </Section>
  );
}

function refusalOf(form: Form, capacity: Capacity) {
  const at = form.values.seats.findIndex((seat, index) => seat.capacity === capacity && seatError(form, index));
  return at < 0 ? undefined : seatError(form, at);
}

function seatError(form: Form, at: number): string | undefined {
  const found = ['', '.personId', '.capacity'].map((part) => form.errors[`seats.${at}${part}`]);
  return found.find((error) => typeof error === 'string');
}

function Refusals({ form, capacity, names }: { form: Form; capacity: Capacity; names: { value: string; label: string }[] }) {
  const refused = form.values.seats.flatMap((seat, at) => {
    const error = seat.capacity === capacity ? seatError(form, at) : undefined;
    return error ? [{ id: seat.id, name: names.find(({ value }) => value === seat.personId)?.label ?? 'Someone', error }] : [];
  });
  if (refused.length === 0) return null;
  return (
    <ul className={classes.refused}>
      {refused.map(({ id, name, error }) => (
        <li key={id}>
          {name}: {error}
        </li>
      ))}
    </ul>
  );
}

function People({
  form,
  label,
  capacity,
  data,
}: {
  form: Form;
  label: string;
  capacity: Capacity;
  data: { value: string; label: string }[];
}) {
  return (
    <div>
      <MultiSelect
        label={label}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': `No ${label.toLowerCase()}` }}
        data={data}
        value={seatsOf(form, capacity)}
        onChange={(chosen) => setSeats(form, capacity, chosen)}
        error={Boolean(refusalOf(form, capacity))}
        nothingFoundMessage="Nobody by this name"
      />
      <Refusals form={form} capacity={capacity} names={data} />
    </div>
  );
}

function Patients({ form, patients }: { form: Form; patients: readonly PatientSummary[] }) {
  const programs = useCall(listPrograms);
  const cohorts = (programs.data?.find((program) => program.id === form.values.programId)?.cohorts ?? []).filter(
    (cohort) => !cohort.archived,
  );
  const chosen = seatsOf(form, 'patient');
  const names = patients.map((patient) => ({ value: patient.id, label: fullName(patient) }));
  const ofCohort = (cohortId: string | null) => patients.filter((patient) => patient.cohortId === cohortId);
  const groups = [
    ...cohorts.map(({ id, name }) => ({ group: name, of: ofCohort(id) })),
    { group: 'Without a cohort', of: patients.filter((patient) => !cohorts.some(({ id }) => id === patient.cohortId)) },
  ];
  return (
    <div className={classes.whole}>
      <MultiSelect
        label={chosen.length > 0 ? `Patients (${chosen.length})` : 'Patients'}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'No patients' }}
        hidePickedOptions
        data={groups
          .filter((group) => group.of.length > 0)
          .map((group) => ({ group: group.group, items: group.of.map((patient) => ({ value: patient.id, label: fullName(patient) })) }))}
        value={chosen.filter((personId) => names.some(({ value }) => value === personId))}
        onChange={(next) => setSeats(form, 'patient', next)}
        error={Boolean(refusalOf(form, 'patient'))}
        nothingFoundMessage="Nobody by this name"
      />
      <Refusals form={form} capacity="patient" names={names} />
      <div className={classes.cohorts}>
        {cohorts.map((cohort) => {
          const members = ofCohort(cohort.id).map((patient) => patient.id);
          const missing = members.filter((personId) => !chosen.includes(personId));
          return (
            <Button
              key={cohort.id}
              variant="default"
              size="sm"
              leftSection={<IconUsersPlus size={18} aria-hidden />}
              disabled={missing.length === 0}
              onClick={() => setSeats(form, 'patient', [...chosen, ...missing])}
            >
              Add all of {cohort.name} ({counted(members.length, 'patient')})
            </Button>
          );
        })}
      </div>
    </div>
  );
}
