import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type FirstSteps, Identity } from '@rejoin/shared';
import { checked } from '../../../lib/form';
import { firstStepsWords } from '../../../lib/patientWords';
import { Note } from '../../../ui/Note';
import { StepForm } from './StepForm';

const words = firstStepsWords.identity;

/** Compared with the record; what is right is never told. */
export function IdentityStep({ data }: { data: FirstSteps }) {
  const form = useForm({ initialValues: { familyName: '', dateOfBirth: '' }, validate: (values) => checked(Identity, values) });
  return (
    <StepForm form={form} toStep={(values) => ({ step: 'identity', ...values })} button={words.check}>
      {data.identityMatches !== null && (
        <Note tone={data.identityMatches ? 'good' : 'info'} live>
          {data.identityMatches ? words.right : words.other}
        </Note>
      )}
      <TextInput label={words.family} autoComplete="family-name" {...form.getInputProps('familyName')} />
      <TextInput type="date" label={words.born} autoComplete="bday" {...form.getInputProps('dateOfBirth')} />
    </StepForm>
  );
}
