import { z } from 'zod';
import { CalendarDate, filledLine, Id, Instant, line, Zone } from '../ids.js';
import { roles } from '../permissions.js';
import { SensoryProfile } from './sensory.js';

export const RoleName = z.enum(roles);

/** A role of a person, from an instant to an instant; without a program it holds in all of them. */
export const RoleAssignment = z.object({
  id: Id,
  role: RoleName,
  programId: Id.nullable(),
  from: Instant,
  to: Instant.nullable(),
});
export type RoleAssignment = z.infer<typeof RoleAssignment>;

const names = {
  givenName: filledLine(80),
  familyName: filledLine(80),
  /** What the group sees. */
  displayName: filledLine(40),
  pronouns: line(30),
  zone: Zone,
  phone: line(30),
};

export const Person = z.object({
  id: Id,
  givenName: z.string(),
  familyName: z.string(),
  displayName: z.string(),
  pronouns: z.string(),
  email: z.string().nullable(),
  phone: z.string(),
  zone: z.string(),
  roles: z.array(RoleAssignment),
  hasAccount: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** A person as a row of a list. */
export const PersonSummary = Person.pick({ id: true, givenName: true, familyName: true, displayName: true, email: true }).extend({
  roles: z.array(RoleName),
});
export type PersonSummary = z.infer<typeof PersonSummary>;

export const NewRole = z.object({
  id: Id,
  role: RoleName,
  programId: Id.nullable(),
  from: Instant,
  to: Instant.nullable().default(null),
});
export type NewRole = z.infer<typeof NewRole>;

export const NewPerson = z.object({
  id: Id,
  ...names,
  pronouns: names.pronouns.default(''),
  phone: names.phone.default(''),
  email: z.email('Write an e-mail address such as name@example.org.').max(254).nullable().default(null),
  roles: z.array(NewRole).max(20).default([]),
});
export type NewPerson = z.infer<typeof NewPerson>;

export const PersonChange = z.object({ ...names, email: NewPerson.shape.email.unwrap() }).partial();
export type PersonChange = z.infer<typeof PersonChange>;

/** What a person may change of themselves. */
export const OwnChange = z
  .object({ displayName: names.displayName, pronouns: names.pronouns, zone: names.zone, phone: names.phone })
  .partial();
export type OwnChange = z.infer<typeof OwnChange>;

/** Two capital letters of a US state or territory. */
export const State = z.string().regex(/^[A-Z]{2}$/, 'Use the two letters of the state, such as NY.');

export const Licence = z
  .object({ id: Id, type: filledLine(60), number: filledLine(40), state: State, from: CalendarDate, to: CalendarDate })
  .refine((value) => value.to >= value.from, { path: ['to'], message: 'The end comes before the beginning.' });
export type Licence = z.infer<typeof Licence>;

/** Who supervises a pre-licensed person, and when. */
export const Supervision = z.object({ id: Id, supervisorId: Id, from: CalendarDate, to: CalendarDate.nullable() });
export type Supervision = z.infer<typeof Supervision>;

/** A National Provider Identifier: ten digits of which the last is a Luhn check digit over `80840` + the first nine (45 CFR 162.406). */
export function isNpi(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false;
  const digits = [...`80840${value}`].map(Number).reverse();
  const sum = digits.reduce((total, digit, at) => {
    const weighted = at % 2 === 1 ? digit * 2 : digit;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

export const StaffProfile = z
  .object({
    /** Credentials as they are printed under a signature, such as `LCSW`. */
    credentials: line(60),
    npi: z.string().refine(isNpi, 'An NPI has ten digits and this one does not check out.').nullable(),
    preLicensed: z.boolean(),
    licences: z.array(Licence).max(60),
    supervision: z.array(Supervision).max(60),
  })
  .refine((value) => !value.preLicensed || value.supervision.length > 0, {
    path: ['supervision'],
    message: 'A pre-licensed person needs a supervisor.',
  });
export type StaffProfile = z.infer<typeof StaffProfile>;

export const Me = z.object({
  personId: Id,
  givenName: z.string(),
  familyName: z.string(),
  displayName: z.string(),
  pronouns: z.string(),
  phone: z.string(),
  email: z.string().nullable(),
  zone: z.string(),
  via: z.enum(['account', 'link']),
  roles: z.array(RoleAssignment.pick({ role: true, programId: true })),
  programs: z.array(z.object({ id: Id, name: z.string(), zone: z.string() })),
  mustSetUpTwoFactor: z.boolean(),
  twoFactorOn: z.boolean(),
  /** Nobody used these pages for a while, and only the live room goes on: what is read here says no more than the room does. */
  locked: z.boolean(),
  /** Seconds since the last human input that was reported. */
  idleSeconds: z.int(),
  /** How Rejoin should sound and look for this person. */
  sensory: SensoryProfile,
});
export type Me = z.infer<typeof Me>;
