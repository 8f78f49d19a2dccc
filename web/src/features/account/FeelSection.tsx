import { feelWords } from '../../lib/soundWords';
import { useSensory } from '../../lib/sensory';
import { playLoudest } from '../../lib/sound/sound';
import { ErrorNote } from '../../ui/ErrorNote';
import { FeelFields } from '../../ui/FeelFields';
import { Section } from '../../ui/Section';
import { Stack } from '@mantine/core';

/** How Rejoin should sound and look, on every device. */
export function FeelSection() {
  const { profile, change, error } = useSensory();
  return (
    <Section title={feelWords.title} description={feelWords.lead}>
      <Stack gap="lg">
        <FeelFields profile={profile} onChange={change} onHear={playLoudest} />
        <ErrorNote error={error} />
      </Stack>
    </Section>
  );
}
