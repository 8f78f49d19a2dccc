import { Button } from '@mantine/core';
import { useState } from 'react';
import { authClient } from '../../lib/authClient';
import { useAsk } from './useAsk';

/** Has the mail sent again that confirms an address. */
export function VerifyAgain({ email }: { email: string }) {
  const { ask, running, problem } = useAsk();
  const [sent, setSent] = useState(false);
  const send = async () => {
    if (await ask(() => authClient.sendVerificationEmail({ email: email.trim() }))) setSent(true);
  };
  if (sent) return <p role="status">We sent the mail again. It can take a minute.</p>;
  return (
    <>
      {problem && <p>{problem}</p>}
      <Button variant="default" size="sm" mt="sm" loading={running} onClick={() => void send()}>
        Send the mail again
      </Button>
    </>
  );
}
