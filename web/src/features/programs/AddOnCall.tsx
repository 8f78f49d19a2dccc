import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { addOnCall, listOnCall, listPeople, NewOnCallShift, type Program, type Role, staffRoles } from '@rejoin/shared';
import { useState } from 'react';
import { announce } from '../../lib/announce';
import { checked, focusFirstError, showRefusal } from '../../lib/form';
import { useCall, useCommand } from '../../lib/query';
import { zoneName } from '../../lib/time';
import { fullName } from '../../lib/words';
import { ErrorNote } from '../../ui/ErrorNote';
import classes from './Programs.module.css';

const staff: readonly Role[] = staffRoles;
const blank = { personId: '', phone: '', fromLocal: '', toLocal: '' };

export function AddOnCall({ program }: { program: Program }) {
  const people = useCall(listPeople, { query: {} });
  const [shiftId, setShiftId] = useState(() => crypto.randomUUID());
  const form = useForm({ initialValues: blank, validate: (values) => checked(NewOnCallShift, values) });
  const command = useCommand(addOnCall, {
    refresh: [listOnCall],
    onDone: (shift) => {
      announce(`${shift.personName} is on call.`);
      setShiftId(crypto.randomUUID());
      // The next shift mostly begins where this one ends.
      form.setValues({ ...blank, fromLocal: form.values.toLocal });
      form.clearErrors();
    },
  });
  const send = (values: typeof blank) =>
    command
      .ask({ params: { programId: program.id, shiftId }, body: NewOnCallShift.parse(values) })
      .then(undefined, (cause: unknown) => showRefusal(form, cause));
  const staffOf = (people.data ?? []).filter(({ roles }) => roles.some((role) => staff.includes(role)));
  return (
    <form noValidate className={classes.addShift} onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
      <Select
        label="Put on call"
        placeholder="Who"
        searchable
        data={staffOf.map((person) => ({ value: person.id, label: fullName(person) }))}
        {...form.getInputProps('personId')}
        value={form.values.personId || null}
        onChange={(personId: string | null) => form.setFieldValue('personId', personId ?? '')}
      />
      <TextInput type="tel" label="Number" description="Patients see it." maxLength={30} {...form.getInputProps('phone')} />
      <TextInput type="datetime-local" label="From" description={zoneName(program.zone)} {...form.getInputProps('fromLocal')} />
      <TextInput type="datetime-local" label="To" description={zoneName(program.zone)} {...form.getInputProps('toLocal')} />
      <Button type="submit" variant="default" loading={command.running}>
        Add
      </Button>
      <ErrorNote error={command.error} />
    </form>
  );
}
