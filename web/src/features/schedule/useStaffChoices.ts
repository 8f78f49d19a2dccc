import { listPeople, staffRoles } from '@rejoin/shared';
import { useCall } from '../../lib/query';
import { fullName } from '../../lib/words';

const staff: readonly string[] = staffRoles;

/** The staff of my programs, for a field to choose from. */
export function useStaffChoices() {
  const people = useCall(listPeople, { query: {} });
  return (people.data ?? [])
    .filter((person) => person.roles.some((role) => staff.includes(role)))
    .map((person) => ({ value: person.id, label: fullName(person) }));
}
