import { Anchor } from '@mantine/core';
import { idleLimitSeconds, type Me, readMe } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api';
import { signedOut, signOut } from '../../lib/auth';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loading } from '../../ui/Loading';
import { AccountFrame } from './AccountFrame';
import { PinForm } from './PinForm';
import { SignInAgain } from './SignInAgain';
import { UnlockForm } from './UnlockForm';
import { useKept } from './useKept';

interface Props {
  why: 'locked' | 'again';
  me: Me;
}

/** Covers a page until the person who used it is back. What they typed is still there. */
export function LockPage({ why, me }: Props) {
  const client = useQueryClient();
  const kept = useKept();
  const [gone, setGone] = useState<string | null>(null);
  const [byPassword, setByPassword] = useState(false);
  const leave = async () => {
    if (why === 'locked') await signOut();
    else signedOut();
    window.location.assign('/sign-in');
  };
  // Somebody else who signs in here finds nothing of the first person.
  const back = async () => {
    const now = await call(readMe);
    if (now.personId !== me.personId) return leaveTo('/');
    client.setQueryData([readMe.path], now);
    await client.invalidateQueries();
  };
  const minutes = idleLimitSeconds(me.roles) / 60;
  const usesPin = kept === true && !byPassword && gone === null;
  return (
    <AccountFrame
      title={why === 'locked' ? `Locked after ${minutes} minutes` : 'Please sign in again'}
      lead={
        why === 'locked'
          ? 'Nobody used this page for a while. What you typed is still here.'
          : 'Your sign-in has ended. What you typed is still here.'
      }
      footer={
        <>
          {usesPin && (
            <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setByPassword(true)}>
              Use my password instead
            </Anchor>
          )}
          <Anchor component="button" type="button" size="sm" ta="left" onClick={() => void leave()}>
            {why === 'locked' ? 'Sign out and drop what was typed' : 'Drop what was typed'}
          </Anchor>
        </>
      }
    >
      <ErrorNote error={gone} />
      {kept === null ? (
        <Loading />
      ) : usesPin ? (
        <PinForm to={why === 'locked' ? 'unlock' : 'signIn'} onDone={() => void back()} onGone={setGone} />
      ) : why === 'locked' ? (
        <UnlockForm onDone={() => void back()} />
      ) : (
        <SignInAgain email={me.email ?? ''} onDone={() => void back()} />
      )}
    </AccountFrame>
  );
}

function leaveTo(path: string): void {
  signedOut();
  window.location.assign(path);
}
