import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ErrorNote } from '../../ui/ErrorNote';
import { AccountFrame } from './AccountFrame';
import { LinkOver } from './LinkOver';
import { useMagicLink } from './useMagicLink';
import { useNext } from './useNext';

/** Mail scanners open links first, so only the button uses the link up. */
export function MagicLinkPage() {
  const [search] = useSearchParams();
  const token = search.get('token');
  const navigate = useNavigate();
  const [over, setOver] = useState(false);
  const { goOn, query } = useNext();
  const { open, running, problem } = useMagicLink();
  const signIn = async () => {
    if (!token) return;
    const outcome = await open(token);
    if (outcome === 'signedIn') goOn();
    if (outcome === 'secondStep') void navigate(`/sign-in/code${query}`);
    if (outcome === 'over') setOver(true);
  };
  if (!token || over) return <LinkOver again={{ label: 'Go to sign in', to: '/sign-in' }} />;
  return (
    <AccountFrame title="Hello again" lead="Press the button to sign in on this device.">
      <ErrorNote error={problem} />
      <Button fullWidth mt="md" loading={running} onClick={() => void signIn()}>
        Sign in
      </Button>
    </AccountFrame>
  );
}
