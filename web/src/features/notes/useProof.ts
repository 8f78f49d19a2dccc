import { openSigning, listNotes, type SessionNotes, type SignAgain } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../lib/api';
import { onForget } from '../../lib/auth';
import { useMe } from '../../lib/me';
import { keyOf, useCommand } from '../../lib/query';

let openUntil: string | null = null;
onForget(() => {
  openUntil = null;
});

const isOpen = (until: string | null | undefined): boolean => typeof until === 'string' && Date.parse(until) > Date.now();

export interface Proof {
  asks: boolean;
  takesCode: boolean;
  by: 'password' | 'code';
  value: string;
  error: ApiError | null;
  change: (by: Proof['by'], value: string) => void;
  /** Runs what needs signing to be open; shows who I am first where it is not. False: it was not run. */
  within: (action: () => Promise<void>) => Promise<boolean>;
}

/** One password or code opens signing for ten minutes; until then nothing is asked. */
export function useProof(known: string | null = openUntil): Proof {
  const me = useMe();
  const client = useQueryClient();
  const [asks, setAsks] = useState(() => !isOpen(known) && !isOpen(openUntil));
  const [given, setGiven] = useState<Pick<Proof, 'by' | 'value'>>({ by: 'password', value: '' });
  const opening = useCommand(openSigning, {
    onDone: ({ until }) => {
      openUntil = until;
      client.setQueriesData<SessionNotes>(
        { queryKey: keyOf(listNotes) },
        (notes) => notes && { ...notes, signing: { ...notes.signing, until } },
      );
    },
  });
  const show = async (): Promise<void> => {
    const body: SignAgain = given.by === 'code' ? { code: given.value } : { password: given.value };
    await opening.ask({ body });
    setAsks(false);
    setGiven(({ by }) => ({ by, value: '' }));
  };
  const within = async (action: () => Promise<void>): Promise<boolean> => {
    try {
      if (asks) await show();
      await action();
      return true;
    } catch (cause) {
      if (cause instanceof ApiError && cause.code === 'signing.closed') setAsks(true);
      return false;
    }
  };
  return {
    ...given,
    asks,
    takesCode: me.twoFactorOn,
    error: opening.error,
    change: (by, value) => setGiven({ by, value }),
    within,
  };
}
