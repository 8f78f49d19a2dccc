import type { Me, PermissionName } from '@rejoin/shared';
import { type Icon, IconCalendarEvent, IconHeartHandshake, IconHome, IconStack2, IconUsers } from '@tabler/icons-react';
import { may } from '../lib/me';

export interface NavigationItem {
  to: string;
  label: string;
  icon: Icon;
  /** The active mark only on this very page. */
  end?: boolean;
}

const items: readonly (NavigationItem & { permission?: PermissionName })[] = [
  { to: '/', label: 'Today', icon: IconHome, end: true },
  { to: '/sessions', label: 'Schedule', icon: IconCalendarEvent, permission: 'session.list' },
  { to: '/patients', label: 'Patients', icon: IconHeartHandshake, permission: 'patient.list' },
  { to: '/people', label: 'People', icon: IconUsers, permission: 'person.list' },
  { to: '/programs', label: 'Programs', icon: IconStack2, permission: 'program.list' },
];

/** The main pages that this person's roles can open. */
export function navigationOf(me: Me): readonly NavigationItem[] {
  return items.filter((item) => !item.permission || may(me, item.permission));
}
