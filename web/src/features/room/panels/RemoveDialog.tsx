import { Button, Modal, Stack } from '@mantine/core';
import { useRoom } from '../state/roomContext';
import type { Listed } from './listed';

/** Staff choose whether the person may come back; the person is told calmly and given the phone number. */
export function RemoveDialog({ person, onClose }: { person: Listed; onClose: () => void }) {
  const { commands } = useRoom();
  const remove = (mayReturn: boolean) => {
    commands.run({ type: 'remove', seatId: person.seatId, mayReturn });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Remove ${person.name} from the room?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <p>{person.name} no longer sees or hears the group and gets your program's phone number. The others are not told why.</p>
      <Stack gap="sm" mt="lg">
        <Button variant="default" onClick={() => remove(true)}>
          Remove, may come back to the waiting room
        </Button>
        <Button color="red" onClick={() => remove(false)}>
          Remove for the whole session
        </Button>
        <Button variant="subtle" onClick={onClose} data-autofocus>
          Go back
        </Button>
      </Stack>
    </Modal>
  );
}
