import type { Me } from '@rejoin/shared';
import { Activity, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { wipeDrafts } from '../lib/draft';
import { Loading } from '../ui/Loading';

const LockPage = lazy(async () => ({ default: (await import('../features/account/LockPage')).LockPage }));

/** `locked`: nobody used the page while a room kept the sign-in; `again`: the sign-in ended while something was typed. */
export type Cover = 'locked' | 'again' | null;

/** What was typed stays where it is, out of sight, until the same person is back. */
export function Covered({ cover, me, children }: { cover: Cover; me: Me; children: ReactNode }) {
  useEffect(() => {
    if (cover === 'again') wipeDrafts();
  }, [cover]);
  return (
    <>
      {cover && (
        <Suspense fallback={<Loading />}>
          <LockPage why={cover} me={me} />
        </Suspense>
      )}
      <Activity mode={cover ? 'hidden' : 'visible'}>{children}</Activity>
    </>
  );
}
