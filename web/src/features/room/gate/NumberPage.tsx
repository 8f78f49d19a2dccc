import { Stack, TextInput } from '@mantine/core';
import { isCallable, notCallable } from '@rejoin/shared';
import { gateWords } from '../../../lib/patientWords';
import frame from '../screens/Frame.module.css';
import { Buttons, type FormPage } from './FormButtons';
import { knownOf } from './steps';
import { faultOf, useFields } from './useFields';

export function NumberPage({ data, used, onDone, onBack }: FormPage) {
  const form = useFields({ number: knownOf(data).number ?? '' }, ({ number }) => ({
    number: faultOf(number, 30) ?? (isCallable(number) ? undefined : notCallable),
  }));
  const send = async (values: typeof form.values) => {
    if (await used.answer(values)) onDone();
  };
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values))} style={{ width: '100%' }}>
      <Stack gap="md">
        <p className={frame.lead}>{gateWords.number.lead}</p>
        <TextInput label={gateWords.number.label} type="tel" autoComplete="tel" size="md" {...form.field('number')} />
        <Buttons used={used} onBack={onBack} />
      </Stack>
    </form>
  );
}
