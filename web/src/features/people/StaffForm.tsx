import { ActionIcon, Button, Group, Select, Switch, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { listPeople, readStaffProfile, saveStaffProfile, StaffProfile } from '@rejoin/shared';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { announce } from '../../lib/announce';
import { todayIn } from '../../lib/days';
import { checked, focusFirstError, showRefusal } from '../../lib/form';
import { useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { fullName } from '../../lib/words';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './People.module.css';

type Values = Omit<StaffProfile, 'npi' | 'supervision'> & {
  npi: string;
  supervision: { id: string; supervisorId: string; from: string; to: string }[];
};
type Form = UseFormReturnType<Values>;

const bodyOf = (values: Values) => ({
  ...values,
  npi: values.npi.trim() || null,
  licences: values.licences.map((licence) => ({ ...licence, state: licence.state.trim().toUpperCase() })),
  supervision: values.supervision.map((row) => ({ ...row, to: row.to || null })),
});

export function StaffForm({ personId, profile, onClose }: { personId: string; profile: StaffProfile; onClose: () => void }) {
  const form = useForm<Values>({
    initialValues: { ...profile, npi: profile.npi ?? '', supervision: profile.supervision.map((row) => ({ ...row, to: row.to ?? '' })) },
    validate: (values) => checked(StaffProfile, bodyOf(values)),
  });
  const command = useCommand(saveStaffProfile, { refresh: [readStaffProfile] });
  const send = (values: Values) =>
    command.ask({ params: { personId }, body: StaffProfile.parse(bodyOf(values)) }).then(
      () => {
        announce('Saved.');
        onClose();
      },
      (cause: unknown) => showRefusal(form, cause),
    );
  return (
    <form noValidate className={classes.edit} onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
      <div className={classes.fields}>
        <TextInput
          label="Credentials"
          description="As they are printed under a signature, such as LCSW."
          {...form.getInputProps('credentials')}
        />
        <TextInput label="NPI" description="Ten digits." inputMode="numeric" maxLength={10} {...form.getInputProps('npi')} />
        <Switch
          className={classes.whole}
          label="Pre-licensed: works under a supervisor"
          {...form.getInputProps('preLicensed', { type: 'checkbox' })}
        />
      </div>
      <LicenceFields form={form} />
      <SupervisionFields form={form} personId={personId} />
      <ErrorNote error={command.error} />
      <Group>
        <Button type="submit" loading={command.running}>
          Save
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Go back
        </Button>
      </Group>
    </form>
  );
}

function LicenceFields({ form }: { form: Form }) {
  const { zone } = useMe();
  const add = () =>
    form.insertListItem('licences', { id: crypto.randomUUID(), type: '', number: '', state: '', from: todayIn(zone), to: '' });
  return (
    <div className={classes.part}>
      <h3 className={classes.partTitle}>Licences</h3>
      {form.values.licences.map((licence, at) => (
        <div key={licence.id} className={classes.licence}>
          <TextInput label="Type" {...form.getInputProps(`licences.${at}.type`)} />
          <TextInput label="Number" {...form.getInputProps(`licences.${at}.number`)} />
          <TextInput label="State" maxLength={2} {...form.getInputProps(`licences.${at}.state`)} />
          <TextInput type="date" label="From" {...form.getInputProps(`licences.${at}.from`)} />
          <TextInput type="date" label="To" {...form.getInputProps(`licences.${at}.to`)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={42}
            aria-label={`Remove licence ${at + 1}`}
            onClick={() => form.removeListItem('licences', at)}
          >
            <IconTrash size={19} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button variant="default" size="sm" mt="md" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
        Add a licence
      </Button>
    </div>
  );
}

function SupervisionFields({ form, personId }: { form: Form; personId: string }) {
  const { zone } = useMe();
  const people = useCall(listPeople, { query: { role: 'supervisor' } });
  const choices = (people.data ?? [])
    .filter((person) => person.id !== personId)
    .map((person) => ({ value: person.id, label: fullName(person) }));
  const add = () => form.insertListItem('supervision', { id: crypto.randomUUID(), supervisorId: '', from: todayIn(zone), to: '' });
  return (
    <div className={classes.part}>
      <h3 className={classes.partTitle}>Supervisors</h3>
      {form.values.supervision.map((row, at) => (
        <div key={row.id} className={classes.supervision}>
          <Select label="Supervisor" searchable data={choices} {...form.getInputProps(`supervision.${at}.supervisorId`)} />
          <TextInput type="date" label="From" {...form.getInputProps(`supervision.${at}.from`)} />
          <TextInput type="date" label="Until" {...form.getInputProps(`supervision.${at}.to`)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={42}
            aria-label={`Remove supervisor ${at + 1}`}
            onClick={() => form.removeListItem('supervision', at)}
          >
            <IconTrash size={19} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <ErrorNote error={typeof form.errors['supervision'] === 'string' ? form.errors['supervision'] : null} />
      <Button variant="default" size="sm" mt="md" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
        Add a supervisor
      </Button>
    </div>
  );
}
