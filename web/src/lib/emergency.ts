import { type EmergencyAccess, listOwnEmergencyAccess, type Me, readDay, readMe } from '@rejoin/shared';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { may } from './me';
import { useCall } from './query';

/** What this person has opened in an emergency; the server says when it is over. */
function useOwnEmergency(me: Me) {
  return useCall(listOwnEmergencyAccess, undefined, { enabled: may(me, 'emergency.open'), everyMs: 30_000 });
}

/** The access by which this person reads a chart right now: it opens for reading only. */
export function useEmergencyOf(me: Me, patientId: string): EmergencyAccess | undefined {
  return useOwnEmergency(me).data?.find((access) => access.patientId === patientId);
}

const kept: readonly unknown[] = [readMe.path, readDay.path, listOwnEmergencyAccess.path];

/** Takes everything about a patient from the screen; what is still allowed is read again. */
async function forgetPatient(client: QueryClient, patientId: string): Promise<void> {
  await client.resetQueries({
    predicate: ({ queryKey, state }) => !kept.includes(queryKey[0]) && JSON.stringify([queryKey, state.data]).includes(patientId),
  });
}

/** The open ones, and those that ended while this page stood open; their patients leave the screen in that moment. */
export function useEmergency(me: Me) {
  const client = useQueryClient();
  const own = useOwnEmergency(me);
  const { data, dataUpdatedAt, refetch } = own;
  const before = useRef<readonly EmergencyAccess[]>([]);
  const [over, setOver] = useState<readonly EmergencyAccess[]>([]);
  useEffect(() => {
    if (!data) return;
    const ended = before.current.filter((access) => !data.some(({ id, patientId }) => id === access.id || patientId === access.patientId));
    before.current = data;
    if (ended.length === 0) return;
    setOver((known) => [...known, ...ended]);
    for (const { patientId } of ended) void forgetPatient(client, patientId);
  }, [client, data]);
  useEffect(() => {
    const next = Math.min(...(data ?? []).map(({ to }) => Date.parse(to)));
    if (!Number.isFinite(next)) return undefined;
    const timer = setTimeout(() => void refetch(), Math.max(1_000, next - Date.now() + 200));
    return () => clearTimeout(timer);
  }, [data, dataUpdatedAt, refetch]);
  const open = data ?? [];
  return {
    open,
    over: over.filter(({ patientId }) => !open.some((access) => access.patientId === patientId)),
    dismiss: (id: string) => setOver((known) => known.filter((access) => access.id !== id)),
  };
}
