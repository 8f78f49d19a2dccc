import { Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { TakeFirstStep } from '@rejoin/shared';
import type { ReactNode } from 'react';
import { focusFirstError, showRefusal } from '../../../lib/form';
import { firstStepsWords } from '../../../lib/patientWords';
import { ErrorNote } from '../../../ui/ErrorNote';
import { StatusBadge } from '../../../ui/StatusBadge';
import { useStep } from './useStep';

interface Props<T> {
  form: UseFormReturnType<T>;
  toStep: (values: T) => TakeFirstStep;
  button?: string;
  children: ReactNode;
}

/** The fields of one step, kept with one press. */
export function StepForm<T>({ form, toStep, button = firstStepsWords.save, children }: Props<T>) {
  const step = useStep();
  const send = (values: T) =>
    step.take(toStep(values)).then(
      () => form.resetDirty(),
      (cause: unknown) => showRefusal(form, cause),
    );
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
      <Stack gap="md">
        {children}
        <ErrorNote error={step.error} />
        <Group>
          <Button type="submit" loading={step.running}>
            {button}
          </Button>
          {step.done && !form.isDirty() && <StatusBadge tone="good">{firstStepsWords.kept}</StatusBadge>}
        </Group>
      </Stack>
    </form>
  );
}
