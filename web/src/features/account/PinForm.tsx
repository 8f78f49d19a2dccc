import { Stack } from '@mantine/core';
import { openKeptDevice, readKeptDevice, unlock } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiError, call } from '../../lib/api';
import { remember } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { PinField } from './PinField';

interface Props {
  /** `unlock`: the sign-in is still there. */
  to: 'signIn' | 'unlock';
  onDone: () => void;
  /** The device is kept no longer: the password is asked from now on. */
  onGone: (sentence: string) => void;
}

/** The PIN of a kept device; it is sent with its sixth digit. */
export function PinForm({ to, onDone, onGone }: Props) {
  const client = useQueryClient();
  const [pin, setPin] = useState('');
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const send = async (typed: string) => {
    setRunning(true);
    setError(null);
    try {
      await (to === 'signIn' ? call(openKeptDevice, { body: { pin: typed } }) : call(unlock, { body: { pin: typed } }));
      onDone();
    } catch (cause) {
      const refusal = cause as ApiError;
      if (refusal.code === 'device.gone') {
        remember(client, readKeptDevice, { kept: false });
        onGone(refusal.message);
      }
      setError(refusal);
      setPin('');
    } finally {
      setRunning(false);
    }
  };
  const type = (typed: string) => {
    if (running) return;
    setPin(typed);
    if (typed.length === 6) void send(typed);
  };
  return (
    <Stack gap="md">
      <ErrorNote error={error} />
      <PinField label="Your PIN" description="Six digits. It goes on by itself." value={pin} disabled={running} autoFocus onChange={type} />
    </Stack>
  );
}
