import { Button, Group, NativeSelect } from '@mantine/core';
import { soundWords as words } from '../../../lib/soundWords';
import { playTone } from '../../../lib/sound/sound';
import { useSpeakerChoice } from './speakers';

/** Where the room is heard, and a soft tone to find out. */
export function SpeakerChoice() {
  const { speakers, chosen, choose } = useSpeakerChoice();
  return (
    <>
      {speakers.length > 0 && (
        <NativeSelect
          label={words.speaker}
          size="md"
          w="100%"
          value={chosen}
          disabled={speakers.length === 1}
          data={speakers.map(({ id, label }) => ({ value: id, label }))}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
      <Group>
        <Button variant="default" size="md" onClick={playTone}>
          {words.play}
        </Button>
      </Group>
    </>
  );
}
