import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Overheard, overheardChoices } from '@rejoin/shared';
import { z } from 'zod';
import { checked, focusFirstError } from '../../../lib/form';
import { gateWords, overheardChoiceWords } from '../../../lib/patientWords';
import frame from '../screens/Frame.module.css';
import { Buttons, type FormPage } from './FormButtons';
import { knownOf } from './steps';

const Values = z.object({ overheard: Overheard, overheardBy: z.string().max(120) });

export function OverheardPage({ data, used, onDone, onBack }: FormPage) {
  const known = knownOf(data);
  const form = useForm({
    initialValues: { overheard: known.overheard ?? '', overheardBy: known.overheardBy },
    validate: (values) => checked(Values, values),
  });
  const send = async (values: typeof form.values) => {
    if (await used.answer(Values.parse(values))) onDone();
  };
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError)} style={{ width: '100%' }}>
      <Stack gap="md">
        <p className={frame.lead}>{gateWords.overheard.lead}</p>
        <Radio.Group aria-label={gateWords.overheard.title} {...form.getInputProps('overheard')}>
          <Stack gap="xs">
            {overheardChoices.map((choice) => (
              <Radio key={choice} value={choice} label={overheardChoiceWords[choice]} size="md" />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.overheard === 'someone' && (
          <TextInput label={gateWords.overheard.by} maxLength={120} size="md" {...form.getInputProps('overheardBy')} />
        )}
        <Buttons used={used} onBack={onBack} />
      </Stack>
    </form>
  );
}
