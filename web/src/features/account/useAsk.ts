import { useState } from 'react';
import { inAccount } from '../../lib/account';
import { type AuthError, sentenceFor } from './authWords';

interface Answer<T> {
  data: T | null;
  error: AuthError | null;
}

/** Asks the accounts part of the server; `problem` is a sentence, and the answer is null when there is one. */
export function useAsk() {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<AuthError | null>(null);

  async function ask<T>(request: () => Promise<Answer<T>>): Promise<T | null> {
    setRunning(true);
    setError(null);
    const answer = await inAccount(request().catch((): Answer<T> => ({ data: null, error: { status: 0 } })));
    setRunning(false);
    setError(answer.error);
    return answer.error ? null : answer.data;
  }

  return { ask, running, code: error?.code, problem: error && sentenceFor(error), clear: () => setError(null) };
}
