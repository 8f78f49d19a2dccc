import { helpNumber, type Me, readOwnHelp, type Role } from '@rejoin/shared';
import { use } from 'react';
import { isStaff, MeContext } from './me';
import { useCall } from './query';
import { useNow } from './useNow';

const patient: Role = 'patient';
const isPatient = (me: Me | null): boolean => me?.roles.some(({ role }) => role === patient) ?? false;

/** The installation's own number, which the page brought along: it is there without a network and without a sign-in. */
function installationHelp(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="help-phone"]')?.content ?? '';
}

/** Keeps at hand whom a patient calls, for as long as they are signed in on this page; also when the network goes. */
export function useKeepHelp(me: Me): void {
  useCall(readOwnHelp, undefined, { enabled: isPatient(me), everyMs: 5 * 60_000 });
}

export interface Help {
  /** Staff have the numbers elsewhere. */
  hidden: boolean;
  installation: string;
  /** The programs of the patient who is signed in; none where nobody is. */
  programs: readonly { id: string; name: string; phone: string; hours: string }[];
}

export function useHelp(): Help {
  const me = use(MeContext);
  const now = useNow();
  const own = useCall(readOwnHelp, undefined, { enabled: false });
  const programs = isPatient(me) ? (own.data ?? []) : [];
  return {
    hidden: me !== null && isStaff(me) && !isPatient(me),
    installation: installationHelp(),
    programs: programs.map((program) => ({ ...program, phone: helpNumber(program, now) })),
  };
}
