import { Radio, Stack, TextInput } from '@mantine/core';
import { overheardChoices } from '@rejoin/shared';
import { gateWords, overheardChoiceWords } from '../../../lib/patientWords';
import frame from '../screens/Frame.module.css';
import { Buttons, type FormPage } from './FormButtons';
import { knownOf } from './steps';
import { faultOf, useFields } from './useFields';

export function OverheardPage({ data, used, onDone, onBack }: FormPage) {
  const known = knownOf(data);
  const form = useFields({ overheard: known.overheard ?? '', overheardBy: known.overheardBy }, (values) => ({
    overheard: faultOf(values.overheard, 20),
  }));
  const send = async (values: typeof form.values) => {
    const overheard = overheardChoices.find((choice) => choice === values.overheard);
    if (await used.answer({ overheard, overheardBy: values.overheardBy })) onDone();
  };
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values))} style={{ width: '100%' }}>
      <Stack gap="md">
        <p className={frame.lead}>{gateWords.overheard.lead}</p>
        <Radio.Group aria-label={gateWords.overheard.title} {...form.choice('overheard')}>
          <Stack gap="xs">
            {overheardChoices.map((choice) => (
              <Radio key={choice} value={choice} label={overheardChoiceWords[choice]} size="md" />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.overheard === 'someone' && (
          <TextInput label={gateWords.overheard.by} maxLength={120} size="md" {...form.field('overheardBy')} />
        )}
        <Buttons used={used} onBack={onBack} />
      </Stack>
    </form>
  );
}
