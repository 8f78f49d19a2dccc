import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type FirstSteps, OwnChange } from '@rejoin/shared';
import { checked } from '../../../lib/form';
import { firstStepsWords } from '../../../lib/patientWords';
import { Initial } from '../../../ui/Initial';
import classes from './FirstSteps.module.css';
import { StepForm } from './StepForm';

const words = firstStepsWords.name;

/** The name that others see, beside how it looks to them. */
export function NameStep({ data }: { data: FirstSteps }) {
  const form = useForm({
    initialValues: { displayName: data.displayName, pronouns: data.pronouns },
    validate: (values) => checked(OwnChange, values),
  });
  const { displayName, pronouns } = form.values;
  return (
    <StepForm form={form} toStep={(values) => ({ step: 'name', ...values })}>
      <TextInput label={words.display} description={words.displayHint} {...form.getInputProps('displayName')} />
      <TextInput label={words.pronouns} description={words.pronounsHint} {...form.getInputProps('pronouns')} />
      <figure style={{ margin: 0 }}>
        <figcaption>{words.tile}</figcaption>
        <div className={classes.tile}>
          <Initial name={displayName || '?'} size="xl" />
          <p>{pronouns ? `${displayName} (${pronouns})` : displayName}</p>
        </div>
      </figure>
    </StepForm>
  );
}
