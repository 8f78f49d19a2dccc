import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { doorReasons, type DoorReason } from '@rejoin/shared';
import { useState } from 'react';
import type { Listed } from '../panels/listed';
import { reasonForPerson, reasonForStaff } from '../state/doorWords';
import { useRoom } from '../state/roomContext';

interface Props {
  person: Listed;
  onClose: () => void;
}

/** Not letting somebody in who waits: staff choose whether they may come back today. */
export function OutDialog({ person, onClose }: Props) {
  const { commands } = useRoom();
  const [reason, setReason] = useState<DoorReason>('talkFirst');
  const refuse = (mayReturn: boolean) => {
    commands.run({ type: 'refuse', seatId: person.seatId, reason, mayReturn });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Not let ${person.name} in now?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Radio.Group label="Why" value={reason} onChange={(value) => setReason(doorReasons.find((one) => one === value) ?? reason)}>
        <Stack gap="xs" mt="xs">
          {doorReasons.map((one) => (
            <Radio key={one} value={one} label={reasonForStaff[one]} data-autofocus={one === reason || undefined} />
          ))}
        </Stack>
      </Radio.Group>
      <p>
        {person.name} reads: “{reasonForPerson[reason]}” The group learns nothing of it.
      </p>
      <Choices onClose={onClose} onChoose={refuse} back="Not now, may come back today" never="Not today" />
    </Modal>
  );
}

interface ChoicesProps {
  back: string;
  never: string;
  onChoose: (mayReturn: boolean) => void;
  onClose: () => void;
}

function Choices({ back, never, onChoose, onClose }: ChoicesProps) {
  return (
    <Stack gap="sm" mt="lg">
      <Button variant="default" onClick={() => onChoose(true)}>
        {back}
      </Button>
      <Button color="red" onClick={() => onChoose(false)}>
        {never}
      </Button>
      <Group justify="center">
        <Button variant="subtle" onClick={onClose}>
          Go back
        </Button>
      </Group>
    </Stack>
  );
}
