import { useEffect, useState, useSyncExternalStore } from 'react';
import { CheckRun, type Found } from './run';

/** A check that begins with the page and ends with it. */
export function useCheckRun(): { run: CheckRun; found: Found } {
  const [run] = useState(() => new CheckRun());
  useEffect(() => {
    run.start();
    return () => run.stop();
  }, [run]);
  return { run, found: useSyncExternalStore(run.subscribe, run.get) };
}
