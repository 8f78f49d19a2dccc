import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { authClient } from '../../lib/authClient';
import { ErrorNote } from '../../ui/ErrorNote';
import type { Secret } from './ScanCode';
import { useAsk } from './useAsk';

/** Asks for the password again and brings back the secret for the code app. */
export function PasswordAsk({ onSecret }: { onSecret: (secret: Secret) => void }) {
  const [password, setPassword] = useState('');
  const { ask, running, problem } = useAsk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const begun = await ask(() => authClient.twoFactor.enable({ password }));
    if (begun && 'totpURI' in begun) onSecret({ uri: begun.totpURI, backupCodes: begun.backupCodes });
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <ErrorNote error={problem} />
        <PasswordInput
          label="Your password"
          description="To be sure that it is you."
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={running} disabled={password === ''} fullWidth>
          Go on
        </Button>
      </Stack>
    </form>
  );
}
