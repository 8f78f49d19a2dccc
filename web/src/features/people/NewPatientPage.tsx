import { Button, Checkbox, Group, NativeSelect, Select, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { ageOn, enrolPatient, errors as refusals, LevelOfCare, listPatients, listPrograms, NewPatient } from '@rejoin/shared';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { announce } from '../../lib/announce';
import { todayIn } from '../../lib/days';
import { checked, focusFirstError, showRefusal } from '../../lib/form';
import { may, useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { useFormDraft } from '../../lib/useFormDraft';
import { choicesOf, levelWords } from '../../lib/words';
import { DraftOffer } from '../../ui/DraftOffer';
import { ErrorNote } from '../../ui/ErrorNote';
import { Note } from '../../ui/Note';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { Section } from '../../ui/Section';
import classes from './People.module.css';
import { blankPerson, part2Words, PersonValues, sentPerson } from './personForm';
import { PersonFields } from './PersonFields';

const Values = z.object({
  person: PersonValues.extend({ id: z.string() }),
  dateOfBirth: z.string(),
  recordNumber: z.string(),
  programId: z.string(),
  episode: z.object({ id: z.string(), cohortId: z.string().nullable(), part2: z.boolean(), openedOn: z.string(), level: LevelOfCare }),
});
type Values = z.infer<typeof Values>;

const bodyOf = (values: Values) => ({ ...values, person: sentPerson(values.person) });

function isUnder18({ dateOfBirth }: Values): boolean {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return /^\d{4}-\d{2}-\d{2}$/.test(dateOfBirth) && ageOn(dateOfBirth, todayIn(zone)) < 18;
}

function errorsOf(values: Values) {
  const found = checked(NewPatient, bodyOf(values));
  return isUnder18(values) ? { ...found, dateOfBirth: 'This patient is under 18.' } : found;
}

export function NewPatientPage() {
  return may(useMe(), 'patient.enrol') ? <NewPatientForm /> : <RefusedPage />;
}

function NewPatientForm() {
  const me = useMe();
  const navigate = useNavigate();
  const program = me.programs[0];
  const form = useForm<Values>({
    initialValues: {
      person: { ...blankPerson(program?.zone ?? me.zone), id: crypto.randomUUID() },
      dateOfBirth: '',
      recordNumber: '',
      programId: program?.id ?? '',
      episode: { id: crypto.randomUUID(), cohortId: null, part2: false, openedOn: todayIn(program?.zone ?? me.zone), level: 'iop' },
    },
    validate: errorsOf,
  });
  const draft = useFormDraft(form, 'patient-new', Values);
  const command = useCommand(enrolPatient, { refresh: [listPatients] });
  const send = async (values: Values) => {
    try {
      const patient = await command.ask({ body: NewPatient.parse(bodyOf(values)) });
      draft.done();
      announce('The patient is enrolled.');
      void navigate(`/patients/${patient.id}`);
    } catch (cause) {
      showRefusal(form, cause);
    }
  };
  return (
    <Page title="Enrol a patient" crumbs={[{ label: 'Patients', to: '/patients' }]}>
      <form noValidate className={classes.form} onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
        <DraftOffer draft={draft} />
        <Section title="Person">
          <PersonFields
            field={(name) => form.getInputProps(`person.${name}`)}
            zone={form.values.person.zone}
            emailHint="They get a mail to choose a password."
          />
        </Section>
        <IdentityFields form={form} />
        <EpisodeFields form={form} />
        <ErrorNote error={command.error} />
        <Group>
          <Button type="submit" size="lg" loading={command.running} disabled={isUnder18(form.values)}>
            Enrol this patient
          </Button>
          <Button component={Link} to="/patients" size="lg" variant="subtle">
            Leave without saving
          </Button>
        </Group>
      </form>
    </Page>
  );
}

function IdentityFields({ form }: { form: UseFormReturnType<Values> }) {
  return (
    <Section title="Identity" description="Two things that say for certain who this is.">
      <div className={classes.fields}>
        <TextInput type="date" label="Date of birth" {...form.getInputProps('dateOfBirth')} />
        <TextInput label="Record number" maxLength={30} {...form.getInputProps('recordNumber')} />
        {isUnder18(form.values) && (
          <div className={classes.whole}>
            <Note tone="warning" live>
              {refusals['patient.under18'][1]}
            </Note>
          </div>
        )}
      </div>
    </Section>
  );
}

function EpisodeFields({ form }: { form: UseFormReturnType<Values> }) {
  const { programs } = useMe();
  const read = useCall(listPrograms);
  const cohorts = (read.data?.find(({ id }) => id === form.values.programId)?.cohorts ?? []).filter((cohort) => !cohort.archived);
  return (
    <Section title="Episode of care">
      <div className={classes.fields}>
        <Select
          label="Program"
          allowDeselect={false}
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.values.programId || null}
          onChange={(programId) => {
            if (!programId) return;
            form.setFieldValue('programId', programId);
            form.setFieldValue('episode.cohortId', null);
          }}
          error={form.errors['programId']}
        />
        <Select
          label="Cohort"
          placeholder="No cohort"
          clearable
          clearButtonProps={{ 'aria-label': 'No cohort' }}
          data={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('episode.cohortId')}
        />
        <TextInput type="date" label="Begins on" {...form.getInputProps('episode.openedOn')} />
        <NativeSelect label="Level of care" data={choicesOf(levelWords)} {...form.getInputProps('episode.level')} />
        <Checkbox
          className={classes.whole}
          label="42 CFR Part 2 protects this record"
          description={part2Words}
          {...form.getInputProps('episode.part2', { type: 'checkbox' })}
        />
      </div>
    </Section>
  );
}
