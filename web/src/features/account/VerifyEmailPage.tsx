import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { authClient } from '../../lib/authClient';
import { ErrorNote } from '../../ui/ErrorNote';
import { Note } from '../../ui/Note';
import { AccountFrame } from './AccountFrame';
import { LinkOver } from './LinkOver';
import { useAsk } from './useAsk';
import { useNext } from './useNext';

/** Mail scanners open links first, so only the button uses the link up. */
export function VerifyEmailPage() {
  const [search] = useSearchParams();
  const token = search.get('token');
  const [done, setDone] = useState(false);
  const { goOn } = useNext();
  const { ask, running, problem, code } = useAsk();
  const confirm = async () => {
    if (token && (await ask(() => authClient.verifyEmail({ query: { token } })))) setDone(true);
  };
  const over = !token || code === 'INVALID_TOKEN' || code === 'TOKEN_EXPIRED';
  if (over) return <LinkOver again={{ label: 'Go to sign in', to: '/sign-in' }} />;
  if (done) {
    return (
      <AccountFrame title="Thank you">
        <Note tone="good" live>
          Your e-mail address is confirmed.
        </Note>
        <Button fullWidth mt="lg" onClick={() => goOn()}>
          Go on
        </Button>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title="Confirm your e-mail" lead="One press, and we know that our mail reaches you.">
      <ErrorNote error={problem} />
      <Button fullWidth mt="md" loading={running} onClick={() => void confirm()}>
        Yes, this is my e-mail
      </Button>
    </AccountFrame>
  );
}
