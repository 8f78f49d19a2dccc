import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { authClient } from '../../lib/authClient';
import { ErrorNote } from '../../ui/ErrorNote';
import { Note } from '../../ui/Note';
import { AccountFrame } from './AccountFrame';
import { LinkOver } from './LinkOver';
import { NewPasswordInput, passwordProblem } from './NewPasswordInput';
import { useAsk } from './useAsk';

export function ResetPasswordPage() {
  const [search] = useSearchParams();
  const token = search.get('token');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const { ask, running, problem, code } = useAsk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = passwordProblem(password);
    setWrong(found);
    if (found || !token) return;
    if (await ask(() => authClient.resetPassword({ newPassword: password, token }))) setDone(true);
  };
  if (!token || code === 'INVALID_TOKEN') return <LinkOver again={{ label: 'Mail me a new link', to: '/forgot-password' }} />;
  if (done) return <PasswordSaved />;
  return (
    <AccountFrame title="Choose a new password">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <ErrorNote error={problem} />
          <NewPasswordInput value={password} error={wrong} onChange={(event) => setPassword(event.currentTarget.value)} />
          <Button type="submit" loading={running} fullWidth>
            Save the new password
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  );
}

function PasswordSaved() {
  return (
    <AccountFrame title="Your password is saved">
      <Note tone="good" live>
        You can sign in with it now.
      </Note>
      <Button component={Link} to="/sign-in" fullWidth mt="lg">
        Sign in
      </Button>
    </AccountFrame>
  );
}
