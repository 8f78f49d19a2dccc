import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { EmergencyContact, type FirstSteps } from '@rejoin/shared';
import { checked } from '../../../lib/form';
import { firstStepsWords } from '../../../lib/patientWords';
import { StepForm } from './StepForm';

const words = firstStepsWords.contact;

export function ContactStep({ data }: { data: FirstSteps }) {
  const form = useForm({
    initialValues: data.contact ?? { name: '', relation: '', phone: '', notWhen: '' },
    validate: (values) => checked(EmergencyContact, values),
  });
  return (
    <StepForm form={form} toStep={(values) => ({ step: 'contact', ...values })}>
      <TextInput label={words.name} {...form.getInputProps('name')} />
      <TextInput label={words.relation} description={words.relationHint} {...form.getInputProps('relation')} />
      <TextInput type="tel" label={words.phone} {...form.getInputProps('phone')} />
      <TextInput label={words.notWhen} description={words.notWhenHint} {...form.getInputProps('notWhen')} />
    </StepForm>
  );
}
