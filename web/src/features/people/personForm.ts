import type { Person } from '@rejoin/shared';
import { z } from 'zod';
import { choicesOf, roleWords } from '../../lib/words';

/** Patients are enrolled on their own page, with an episode of care; family contacts come with their patient. */
export const roleChoices = choicesOf(roleWords).filter(({ value }) => value !== 'patient' && value !== 'familyContact');

export const part2Words = 'It shows that the person has a substance use disorder, so it is shared only with their written consent.';

/** The person's part of a form; an empty e-mail address means none. */
export const PersonValues = z.object({
  givenName: z.string(),
  familyName: z.string(),
  displayName: z.string(),
  pronouns: z.string(),
  email: z.string(),
  phone: z.string(),
  zone: z.string(),
});
export type PersonValues = z.infer<typeof PersonValues>;

export function blankPerson(zone: string): PersonValues {
  return { givenName: '', familyName: '', displayName: '', pronouns: '', email: '', phone: '', zone };
}

export function personValuesOf(person: Person): PersonValues {
  const { givenName, familyName, displayName, pronouns, email, phone, zone } = person;
  return { givenName, familyName, displayName, pronouns, email: email ?? '', phone, zone };
}

// A person without a name for the group is called by the given name there.
export function sentPerson<T extends PersonValues>(values: T) {
  return { ...values, email: values.email.trim() || null, displayName: values.displayName.trim() || values.givenName };
}
