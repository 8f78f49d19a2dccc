interface Named {
  seatId: string;
  name: string;
  staff: boolean;
}

function byRoleAndName(a: Named, b: Named): number {
  if (a.staff !== b.staff) return a.staff ? -1 : 1;
  return a.name.localeCompare(b.name) || (a.seatId < b.seatId ? -1 : 1);
}

/**
 * The order of the pictures, from the order before: whoever is still here keeps their place in the row, whoever is new comes
 * last among staff, or last among all others. Speaking, hands and names move nobody.
 */
export function orderOf(before: readonly string[], people: readonly Named[]): string[] {
  const here = new Map(people.map((person) => [person.seatId, person]));
  const stayed = before.flatMap((seatId) => here.get(seatId) ?? []);
  const known = new Set(before);
  const fresh = people.filter(({ seatId }) => !known.has(seatId)).sort(byRoleAndName);
  const all = [...stayed, ...fresh];
  return [...all.filter(({ staff }) => staff), ...all.filter(({ staff }) => !staff)].map(({ seatId }) => seatId);
}
