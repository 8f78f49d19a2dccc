import { NativeSelect, Select, TextInput } from '@mantine/core';
import { listPrograms } from '@rejoin/shared';
import { useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { choicesOf, kindWords, modeWords } from '../../lib/words';
import type { Form } from './sessionForm';
import classes from './SessionForm.module.css';
import { withKind } from './sessionForm';

export function WhatFields({ form, programFixed }: { form: Form; programFixed: boolean }) {
  const { programs } = useMe();
  const read = useCall(listPrograms);
  const cohorts = read.data?.find((program) => program.id === form.values.programId)?.cohorts ?? [];
  const offered = cohorts.filter((cohort) => !cohort.archived || cohort.id === form.values.cohortId);
  const changeProgram = (programId: string | null) => {
    // Patients and cohort belong to one program.
    if (programId && programId !== form.values.programId)
      form.setValues({ programId, cohortId: null, seats: form.values.seats.filter((seat) => seat.capacity !== 'patient') });
  };
  return (
    <div className={classes.fields}>
      <TextInput
        className={classes.whole}
        label="Title"
        description="Patients read this. Say nothing about a diagnosis."
        maxLength={120}
        {...form.getInputProps('title')}
      />
      <Select
        label="Program"
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        allowDeselect={false}
        disabled={programFixed || programs.length < 2}
        value={form.values.programId || null}
        onChange={changeProgram}
        error={form.errors['programId']}
      />
      <Select
        label="Cohort"
        placeholder="No cohort"
        clearable
        clearButtonProps={{ 'aria-label': 'No cohort' }}
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('cohortId')}
      />
      <NativeSelect
        label="Kind"
        data={choicesOf(kindWords)}
        value={form.values.kind}
        onChange={(event) => {
          const choice = choicesOf(kindWords).find(({ value }) => value === event.currentTarget.value);
          if (choice) form.setValues(withKind(form.values, choice.value));
        }}
        error={form.errors['kind']}
      />
      <NativeSelect label="Where" data={choicesOf(modeWords)} {...form.getInputProps('mode')} />
    </div>
  );
}
