import { readKeptDevice } from '@rejoin/shared';
import { useCall } from '../../lib/query';

/** Whether a PIN opens this device; null until it is known. */
export function useKept(): boolean | null {
  const kept = useCall(readKeptDevice, undefined, { staleMs: 0 });
  if (kept.data) return kept.data.kept;
  return kept.error ? false : null;
}
