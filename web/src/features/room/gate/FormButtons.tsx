import { Button, Group } from '@mantine/core';
import type { Gate } from '@rejoin/shared';
import { gateWords } from '../../../lib/patientWords';
import type { UsedGate } from './useGate';

/** One question on a page of its own: asked for the first time, or changed. */
export interface FormPage {
  data: Gate;
  used: UsedGate;
  onDone: () => void;
  /** Where the line is changed and may stay as it was. */
  onBack?: () => void;
}

export function Buttons({ used, onBack }: Pick<FormPage, 'used' | 'onBack'>) {
  return (
    <Group mt="sm">
      <Button type="submit" size="lg" loading={used.running}>
        {onBack ? gateWords.save : gateWords.next}
      </Button>
      {onBack && (
        <Button variant="subtle" size="lg" onClick={onBack}>
          {gateWords.back}
        </Button>
      )}
    </Group>
  );
}
