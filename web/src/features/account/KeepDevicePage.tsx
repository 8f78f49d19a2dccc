import { Anchor, Button, Stack } from '@mantine/core';
import { keepDevice, keptDeviceDays, listKeptDevices, NewPin, readKeptDevice } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { announce } from '../../lib/announce';
import { useMe } from '../../lib/me';
import { remember, useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { Note } from '../../ui/Note';
import { AccountFrame } from './AccountFrame';
import { mayKeepDevice } from './mayKeepDevice';
import { PinField } from './PinField';
import { useNext } from './useNext';

/** A patient chooses a PIN of their own for this device. */
export function KeepDevicePage() {
  const me = useMe();
  const { next } = useNext();
  if (!mayKeepDevice(me)) return <Navigate to={next} replace />;
  return (
    <AccountFrame
      title="Choose a PIN for this device"
      lead={`For ${keptDeviceDays} days you sign in here with your PIN instead of your password.`}
      footer={
        <Anchor component={Link} to={next} replace size="sm">
          Not now
        </Anchor>
      }
    >
      <PinChoice next={next} />
    </AccountFrame>
  );
}

function PinChoice({ next }: { next: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<{ pin?: string; again?: string }>({});
  const command = useCommand(keepDevice, {
    refresh: [listKeptDevices],
    onDone: () => {
      remember(client, readKeptDevice, { kept: true });
      announce('This device is kept');
      void navigate(next, { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = NewPin.safeParse(pin);
    const found = checked.success
      ? pin === again
        ? {}
        : { again: 'The two PINs are not the same.' }
      : { pin: checked.error.issues[0]?.message ?? 'Please choose another PIN.' };
    setWrong(found);
    if (Object.keys(found).length === 0) command.run({ body: { id, pin } });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ErrorNote error={command.error} />
        <PinField
          label="Your PIN"
          description="Six digits that others do not guess. Not a birthday."
          isNew
          autoFocus
          value={pin}
          error={wrong.pin ?? null}
          onChange={setPin}
        />
        <PinField label="The same PIN again" isNew value={again} error={wrong.again ?? null} onChange={setAgain} />
        <Note>Do this only on a device of your own. You can end it in your profile at any time.</Note>
        <Button type="submit" loading={command.running} fullWidth>
          Keep this device
        </Button>
      </Stack>
    </form>
  );
}
