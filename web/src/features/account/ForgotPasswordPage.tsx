import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { authClient } from '../../lib/authClient';
import { ErrorNote } from '../../ui/ErrorNote';
import { AccountFrame } from './AccountFrame';
import { MailSent } from './MailSent';
import { useAsk } from './useAsk';

function typedBefore(state: unknown): string {
  return typeof state === 'object' && state !== null && 'email' in state && typeof state.email === 'string' ? state.email : '';
}

export function ForgotPasswordPage() {
  const location = useLocation();
  const [email, setEmail] = useState(typedBefore(location.state));
  const [mailed, setMailed] = useState(false);
  const { ask, running, problem } = useAsk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await ask(() => authClient.requestPasswordReset({ email: email.trim() }));
    if (sent) setMailed(true);
  };
  if (mailed)
    return <MailSent title="Look in your mail" to={email.trim()} what="a link to choose a new password" onBack={() => setMailed(false)} />;
  return (
    <AccountFrame
      title="Choose a new password"
      lead="That happens. We mail you a link, and you choose a new one."
      footer={
        <Anchor component={Link} to="/sign-in" size="sm">
          Back to sign in
        </Anchor>
      }
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <ErrorNote error={problem} />
          <TextInput
            label="Your e-mail"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" loading={running} fullWidth>
            Mail me the link
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  );
}
