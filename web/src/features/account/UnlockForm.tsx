import { Button, PasswordInput, Stack } from '@mantine/core';
import { unlock } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';

export function UnlockForm({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState('');
  const command = useCommand(unlock, { onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({ body: { password } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <ErrorNote error={command.error} />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={command.running} disabled={password === ''} fullWidth>
          Open it again
        </Button>
      </Stack>
    </form>
  );
}
