import { NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { zoneName, zoneOptions } from '../../lib/time';
import type { ProgramValues } from './programForm';
import classes from './Programs.module.css';

export function ProgramFields({ form, disabled }: { form: UseFormReturnType<ProgramValues>; disabled?: boolean }) {
  return (
    <fieldset className={classes.fields} disabled={disabled}>
      <TextInput label="Name" maxLength={80} {...form.getInputProps('name')} />
      <Select
        label="Time zone"
        description="Sessions are planned in this zone."
        searchable
        allowDeselect={false}
        limit={60}
        disabled={disabled}
        data={zoneOptions(form.values.zone).map((value) => ({ value, label: `${value.replaceAll('_', ' ')} (${zoneName(value)})` }))}
        {...form.getInputProps('zone')}
      />
      <TextInput
        type="tel"
        label="Phone"
        description="Patients call this number when they need you or the room does not work."
        maxLength={30}
        {...form.getInputProps('settings.phone')}
      />
      <TextInput
        label="Hours"
        description="When somebody answers, as patients read it."
        placeholder="Every day 7 AM to 10 PM"
        maxLength={120}
        {...form.getInputProps('settings.onCallHours')}
      />
      <NumberInput
        label="Chat is kept for"
        description="After these days the text of a session's chat is erased for good."
        min={1}
        max={3650}
        suffix=" days"
        allowDecimal={false}
        disabled={disabled}
        {...form.getInputProps('settings.chatKeptDays')}
      />
    </fieldset>
  );
}
