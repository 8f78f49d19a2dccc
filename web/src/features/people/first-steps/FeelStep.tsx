import { Button, Group, Stack } from '@mantine/core';
import { feelWords } from '../../../lib/soundWords';
import { useSensory } from '../../../lib/sensory';
import { playLoudest } from '../../../lib/sound/sound';
import { ErrorNote } from '../../../ui/ErrorNote';
import { FeelFields } from '../../../ui/FeelFields';
import { useStep } from './useStep';

/** Set before the first day, so that nothing startles. */
export function FeelStep() {
  const { profile, change, error } = useSensory();
  const step = useStep();
  return (
    <Stack gap="lg">
      <p>{feelWords.lead}</p>
      <FeelFields profile={profile} onChange={change} onHear={playLoudest} />
      <ErrorNote error={error ?? step.error} />
      <Group>
        <Button loading={step.running} onClick={() => void step.take({ step: 'feel' }).catch(() => undefined)}>
          {feelWords.done}
        </Button>
      </Group>
    </Stack>
  );
}
