import { mayEver, type Me, type PermissionName, readMe, type Role, staffRoles } from '@rejoin/shared';
import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { accountSettled } from './account';
import { type ApiError, callWith } from './api';
import { keyOf } from './query';

/** Who is signed in, as the shell has read it; pages inside the shell always have one. */
export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe belongs inside the signed-in shell');
  return me;
}

export function useReadMe() {
  return useQuery<Me, ApiError>({
    queryKey: keyOf(readMe),
    queryFn: async ({ signal }) => {
      await accountSettled();
      return callWith(readMe, {}, signal);
    },
    staleTime: 60_000,
  });
}

/** For menus and hints; the server decides. */
export function may(me: Me, permission: PermissionName): boolean {
  return mayEver(
    me.roles.map((held) => held.role),
    permission,
  );
}

const staff: readonly Role[] = staffRoles;

export function isStaff(me: Me): boolean {
  return me.roles.some((held) => staff.includes(held.role));
}
