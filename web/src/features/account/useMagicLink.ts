import { useState } from 'react';
import { sentenceFor } from './authWords';

export type LinkOutcome = 'signedIn' | 'secondStep' | 'over' | 'failed';

async function consume(token: string): Promise<{ outcome: LinkOutcome; status: number }> {
  // The server answers a link that is over with a redirect, which must not be followed to some page.
  const response = await fetch(`/api/auth/magic-link/verify?token=${encodeURIComponent(token)}`, { redirect: 'manual' });
  if (response.type === 'opaqueredirect' || response.status === 302) return { outcome: 'over', status: 302 };
  if (!response.ok) return { outcome: 'failed', status: response.status };
  const body: unknown = await response.json().catch(() => null);
  const secondStep = typeof body === 'object' && body !== null && 'twoFactorRedirect' in body;
  return { outcome: secondStep ? 'secondStep' : 'signedIn', status: 200 };
}

/** Uses a sign-in link up. */
export function useMagicLink() {
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (token: string): Promise<LinkOutcome> => {
    setRunning(true);
    const { outcome, status } = await consume(token).catch(() => ({ outcome: 'failed' as const, status: 0 }));
    setRunning(false);
    setProblem(outcome === 'failed' ? sentenceFor({ status }) : null);
    return outcome;
  };
  return { open, running, problem };
}
