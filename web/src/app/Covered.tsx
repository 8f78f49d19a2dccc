import type { Me } from '@rejoin/shared';
import { Activity, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { wipeDrafts } from '../lib/draft';
import { Loading } from '../ui/Loading';

const LockPage = lazy(async () => ({ default: (await import('../features/account/LockPage')).LockPage }));

/** `locked`: nobody used the page while a room kept the sign-in; `again`: the sign-in ended while something was typed. */
export type Cover = 'locked' | 'again' | null;

/** What was typed stays where it is, out of sight, until the same person is back. */
export function Covered({ cover, me, children }: { cover: Cover; me: Me; children: ReactNode }) {
  // A page that was opened under the cover holds nothing yet: it begins when the cover is gone.
  const [hasShown, setHasShown] = useState(cover === null);
  if (cover === null && !hasShown) setHasShown(true);
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
      {hasShown && <Activity mode={cover ? 'hidden' : 'visible'}>{children}</Activity>}
    </>
  );
}
