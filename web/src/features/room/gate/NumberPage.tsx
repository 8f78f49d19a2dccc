import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { callableNumber } from '@rejoin/shared';
import { z } from 'zod';
import { checked, focusFirstError } from '../../../lib/form';
import { gateWords } from '../../../lib/patientWords';
import frame from '../screens/Frame.module.css';
import { Buttons, type FormPage } from './FormButtons';
import { knownOf } from './steps';

const Values = z.object({ number: callableNumber });

export function NumberPage({ data, used, onDone, onBack }: FormPage) {
  const form = useForm({ initialValues: { number: knownOf(data).number ?? '' }, validate: (values) => checked(Values, values) });
  const send = async (values: typeof form.values) => {
    if (await used.answer(values)) onDone();
  };
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError)} style={{ width: '100%' }}>
      <Stack gap="md">
        <p className={frame.lead}>{gateWords.number.lead}</p>
        <TextInput label={gateWords.number.label} type="tel" autoComplete="tel" size="md" {...form.getInputProps('number')} />
        <Buttons used={used} onBack={onBack} />
      </Stack>
    </form>
  );
}
