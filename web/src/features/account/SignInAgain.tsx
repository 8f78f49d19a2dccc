import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { authClient } from '../../lib/authClient';
import { ErrorNote } from '../../ui/ErrorNote';
import { CodeInput } from './CodeInput';
import { useAsk } from './useAsk';

/** Signs the same person in without leaving the page: password, and the second step where there is one. */
export function SignInAgain({ email, onDone }: { email: string; onDone: () => void }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const { ask, running, problem } = useAsk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (code !== null) {
      if (await ask(() => authClient.twoFactor.verifyTotp({ code: code.replace(/\D/g, '') }))) onDone();
      return;
    }
    const signedIn = await ask(() => authClient.signIn.email({ email, password }));
    if (!signedIn) return;
    if ('twoFactorRedirect' in signedIn && signedIn.twoFactorRedirect) setCode('');
    else onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <ErrorNote error={problem} />
        {code === null ? (
          <>
            <TextInput label="E-mail" type="email" autoComplete="username" readOnly value={email} />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </>
        ) : (
          <CodeInput autoFocus value={code} onChange={setCode} />
        )}
        <Button type="submit" loading={running} disabled={code === null ? password === '' : code.length < 6} fullWidth>
          Sign in and go on
        </Button>
      </Stack>
    </form>
  );
}
