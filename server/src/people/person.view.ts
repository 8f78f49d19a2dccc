import type { Person as PersonView, RoleAssignment as RoleView } from '@rejoin/shared';
import type { Person } from './person.entity.js';
import type { RoleAssignment } from './role-assignment.entity.js';

export const roleView = (role: RoleAssignment): RoleView => ({
  id: role.id,
  role: role.role,
  programId: role.programId,
  from: role.from.toISOString(),
  to: role.to?.toISOString() ?? null,
});

export const personView = (person: Person, roles: readonly RoleAssignment[]): PersonView => ({
  ...person,
  roles: roles.map(roleView),
  hasAccount: person.userId !== null,
});

export const fullName = (person: Pick<Person, 'givenName' | 'familyName'>): string => `${person.givenName} ${person.familyName}`;
