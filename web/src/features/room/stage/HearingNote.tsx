import { Button, Group } from '@mantine/core';
import { hearingWords } from '../../../lib/soundWords';
import { Note } from '../../../ui/Note';
import { wantHearing } from '../media/hearingChoice';
import { useRoom } from '../state/roomContext';
import { useUnheard } from './useUnheard';

/** To the person alone: that they speak and nobody hears it. */
export function HearingNote() {
  const { media } = useRoom();
  const { unheard, dismiss } = useUnheard();
  return (
    <div role="status">
      {unheard && (
        <Note tone="info" title={hearingWords[unheard]}>
          {unheard === 'deaf' ? hearingWords.deafHint : hearingWords.offHint}
          <Group gap="xs" mt="sm">
            {unheard === 'off' && (
              <Button size="md" onClick={() => media.set('microphone', true)}>
                {hearingWords.turnOn}
              </Button>
            )}
            <Button size="md" variant="default" onClick={dismiss}>
              {hearingWords.allRight}
            </Button>
            <Button size="md" variant="subtle" onClick={() => wantHearing(false)}>
              {hearingWords.never}
            </Button>
          </Group>
        </Note>
      )}
    </div>
  );
}
