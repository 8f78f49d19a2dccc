import type { Me, Role } from '@rejoin/shared';
import { isStaff } from '../../lib/me';

const patient: Role = 'patient';

/** Whether the offer makes sense; the server decides. */
export function mayKeepDevice(me: Me): boolean {
  return me.via === 'account' && !me.twoFactorOn && !isStaff(me) && me.roles.some(({ role }) => role === patient);
}
