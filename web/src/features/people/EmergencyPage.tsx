import { Button, Group, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { EmergencyOpening, listOwnEmergencyAccess, openEmergencyAccess } from '@rejoin/shared';
import { IconLockOpen } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { announce } from '../../lib/announce';
import { checked, focusFirstError, showRefusal } from '../../lib/form';
import { may, useMe } from '../../lib/me';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { Section } from '../../ui/Section';
import classes from './People.module.css';

const ways = [
  { value: 'familyName', label: 'By family name' },
  { value: 'recordNumber', label: 'By record number' },
] as const;
type By = (typeof ways)[number]['value'];

interface Values {
  by: By;
  familyName: string;
  recordNumber: string;
  dateOfBirth: string;
  reason: string;
  recipient: string;
}

export function EmergencyPage() {
  return may(useMe(), 'emergency.open') ? <EmergencyForm /> : <RefusedPage />;
}

// A try that failed is over: the next one has an id of its own.
const bodyOf = ({ by, ...values }: Values, id = crypto.randomUUID()) => ({
  ...values,
  id,
  familyName: by === 'familyName' ? values.familyName : '',
  recordNumber: by === 'recordNumber' ? values.recordNumber : '',
});

function errorsOf(values: Values) {
  const { familyName, ...found } = checked(EmergencyOpening, bodyOf(values));
  return familyName ? { ...found, [values.by]: 'Please fill this in.' } : found;
}

function EmergencyForm() {
  const navigate = useNavigate();
  const form = useForm<Values>({
    initialValues: { by: 'familyName', familyName: '', recordNumber: '', dateOfBirth: '', reason: '', recipient: '' },
    validate: errorsOf,
  });
  const command = useCommand(openEmergencyAccess, { refresh: [listOwnEmergencyAccess] });
  const send = async (values: Values) => {
    try {
      const access = await command.ask({ body: EmergencyOpening.parse(bodyOf(values)) });
      announce('The chart is open for 60 minutes.');
      void navigate(`/patients/${access.patientId}`);
    } catch (cause) {
      showRefusal(form, cause);
    }
  };
  return (
    <Page
      title="Emergency access"
      width="narrow"
      crumbs={[{ label: 'Patients', to: '/patients' }]}
      lead="Read the chart of one patient who is not yours, for 60 minutes. You cannot change anything in it."
    >
      <form noValidate className={classes.form} onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
        <Section title="Which patient" description="Two things, exactly as they stand in the record.">
          <div className={classes.fields}>
            <SegmentedControl
              className={classes.whole}
              aria-label="Find by"
              data={[...ways]}
              value={form.values.by}
              onChange={(by) => form.setFieldValue('by', ways.find(({ value }) => value === by)?.value ?? 'familyName')}
            />
            <TextInput
              key={form.values.by}
              label={form.values.by === 'familyName' ? 'Family name' : 'Record number'}
              autoComplete="off"
              maxLength={form.values.by === 'familyName' ? 80 : 30}
              {...form.getInputProps(form.values.by)}
            />
            <TextInput type="date" label="Date of birth" {...form.getInputProps('dateOfBirth')} />
          </div>
        </Section>
        <Section title="Why">
          <div className={classes.fields}>
            <Textarea
              className={classes.whole}
              label="Reason"
              description="What has happened. Where 42 CFR Part 2 protects the record it has to be a medical emergency, and these words are kept as its nature (2.51)."
              maxLength={500}
              {...form.getInputProps('reason')}
            />
            <TextInput
              className={classes.whole}
              label="Who receives what you read, if it is not you alone"
              description="Such as an ambulance crew or a hospital, with the name of the person."
              maxLength={200}
              autoComplete="off"
              {...form.getInputProps('recipient')}
            />
          </div>
        </Section>
        <p className={classes.quiet}>Every try is recorded. A supervisor of the patient’s program looks at what you open and why.</p>
        <ErrorNote error={command.error} />
        <Group>
          <Button type="submit" size="lg" loading={command.running} leftSection={<IconLockOpen size={20} aria-hidden />}>
            Open for 60 minutes
          </Button>
          <Button component={Link} to="/patients" size="lg" variant="subtle">
            Go back
          </Button>
        </Group>
      </form>
    </Page>
  );
}
