import { Button, Group, Stack } from '@mantine/core';
import { changePin, NewPin } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { PinField } from './PinField';

export function ChangePin({ onClose }: { onClose: () => void }) {
  const [pin, setPin] = useState('');
  const [newPin, setNewPin] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const command = useCommand(changePin, {
    onDone: () => {
      announce('Your new PIN is saved');
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = NewPin.safeParse(newPin);
    setWrong(checked.error?.issues[0]?.message ?? null);
    if (checked.success) command.run({ body: { pin, newPin } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" mb="lg">
        <ErrorNote error={command.error} />
        <PinField label="PIN now" value={pin} autoFocus onChange={setPin} />
        <PinField label="New PIN" isNew value={newPin} error={wrong} onChange={setNewPin} />
        <Group>
          <Button type="submit" loading={command.running} disabled={pin.length < 6}>
            Save the new PIN
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Go back
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
