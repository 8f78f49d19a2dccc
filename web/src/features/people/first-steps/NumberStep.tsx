import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { callableNumber, type FirstSteps } from '@rejoin/shared';
import { z } from 'zod';
import { checked } from '../../../lib/form';
import { firstStepsWords } from '../../../lib/patientWords';
import { StepForm } from './StepForm';

const Values = z.object({ phone: callableNumber });
const words = firstStepsWords.number;

export function NumberStep({ data }: { data: FirstSteps }) {
  const form = useForm({ initialValues: { phone: data.phone }, validate: (values) => checked(Values, values) });
  return (
    <StepForm form={form} toStep={(values) => ({ step: 'number', ...values })}>
      <TextInput type="tel" label={words.label} description={words.hint} autoComplete="tel" {...form.getInputProps('phone')} />
    </StepForm>
  );
}
