import { Button, Group, Stack } from '@mantine/core';
import type { FirstSteps } from '@rejoin/shared';
import { firstStepsWords } from '../../../lib/patientWords';
import { ErrorNote } from '../../../ui/ErrorNote';
import classes from './FirstSteps.module.css';
import { useStep } from './useStep';

const words = firstStepsWords.vanish;

export function VanishStep({ data }: { data: FirstSteps }) {
  const step = useStep();
  return (
    <Stack gap="md">
      <ol className={classes.list}>
        <li>{words.first}</li>
        <li>{words.then}</li>
        <li>{words.last}</li>
      </ol>
      <p>{words.note}</p>
      {data.programPhone && (
        <p>
          {words.call} <a href={`tel:${data.programPhone.replace(/[^+\d]/g, '')}`}>{data.programPhone}</a>
        </p>
      )}
      <ErrorNote error={step.error} />
      <Group>
        <Button loading={step.running} onClick={() => void step.take({ step: 'vanish' }).catch(() => undefined)}>
          {words.button}
        </Button>
      </Group>
    </Stack>
  );
}
