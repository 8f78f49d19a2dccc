import { Button, Group, Stack } from '@mantine/core';
import type { FirstSteps } from '@rejoin/shared';
import { Link } from 'react-router';
import { firstStepsWords } from '../../../lib/patientWords';

const words = firstStepsWords.look;

/** The room itself, with nobody in it: it is kept as done when one comes back from there. */
export function LookStep({ data }: { data: FirstSteps }) {
  const isDone = data.steps.some(({ step, doneAt }) => step === 'look' && doneAt !== null);
  return (
    <Stack gap="md">
      <p>{words.note}</p>
      <Group>
        <Button component={Link} to="/first-steps/room">
          {isDone ? words.again : words.button}
        </Button>
      </Group>
    </Stack>
  );
}
