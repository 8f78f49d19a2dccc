import { z } from 'zod';
import { CalendarDate, filledLine, Id, Instant, line } from '../ids.js';
import { PlaceKind } from '../room/gate.js';
import { isCallable, notCallable } from './callable.js';
import { Consent } from './consent.js';
import { OwnChange, State } from './person.js';
import { SensoryForStaff } from './sensory.js';

/** What a patient does before the first day, in any order. */
export const firstSteps = ['name', 'identity', 'number', 'contact', 'consents', 'devices', 'feel', 'vanish', 'look'] as const;
export const FirstStep = z.enum(firstSteps);
export type FirstStep = z.infer<typeof FirstStep>;

/** A number that somebody can be called at. */
export const callableNumber = filledLine(30).refine(isCallable, notCallable);

export const EmergencyContact = z.strictObject({
  name: filledLine(80),
  relation: filledLine(60),
  phone: callableNumber,
  /** When this person may not be called, in the patient's words. */
  notWhen: line(200).default(''),
});
export type EmergencyContact = z.infer<typeof EmergencyContact>;

const works = z.boolean();
export const DeviceCheck = z.strictObject({ camera: works, microphone: works, speaker: works });
export type DeviceCheck = z.infer<typeof DeviceCheck>;

/** Two identifiers, as the person typed them: compared with the record, which stays untold. */
export const Identity = z.strictObject({ familyName: filledLine(80), dateOfBirth: CalendarDate });
export type Identity = z.infer<typeof Identity>;

const step = <T extends FirstStep, S extends z.ZodRawShape>(name: T, shape: S) => z.strictObject({ step: z.literal(name), ...shape });

/** One step, done or done again. Consents are signed by a command of their own. */
export const TakeFirstStep = z.discriminatedUnion('step', [
  step('name', { displayName: OwnChange.shape.displayName.unwrap(), pronouns: OwnChange.shape.pronouns.unwrap() }),
  step('identity', Identity.shape),
  step('number', { phone: callableNumber }),
  step('contact', EmergencyContact.shape),
  step('devices', DeviceCheck.shape),
  step('feel', {}),
  step('vanish', {}),
  step('look', {}),
]);
export type TakeFirstStep = z.infer<typeof TakeFirstStep>;

export const FirstSteps = z.object({
  steps: z.array(z.object({ step: FirstStep, doneAt: Instant.nullable() })),
  displayName: z.string(),
  pronouns: z.string(),
  phone: z.string(),
  contact: EmergencyContact.nullable(),
  devices: DeviceCheck.nullable(),
  /** Null: not answered yet. False: staff look into it with the person. */
  identityMatches: z.boolean().nullable(),
  /** The program's number. */
  programPhone: z.string(),
});
export type FirstSteps = z.infer<typeof FirstSteps>;

/** Somewhere a patient meets from, with the emergency line of that place, which staff look up. */
export const PatientPlace = z.object({
  id: Id,
  kind: PlaceKind,
  address: z.string(),
  state: z.string(),
  emergencyLine: z.string().nullable(),
  emergencyLineBy: z.string().nullable(),
  archived: z.boolean(),
});
export type PatientPlace = z.infer<typeof PatientPlace>;

export const NewPlace = z.strictObject({ id: Id, kind: PlaceKind, address: filledLine(200), state: State });
export type NewPlace = z.infer<typeof NewPlace>;

/** Ten digits: a local line that answers there, for 911 reaches only help near the caller. */
export const PlaceChange = z.strictObject({
  emergencyLine: z
    .string()
    .transform((value) => value.replace(/[\s().-]/g, ''))
    .pipe(z.string().regex(/^\d{10}$/, 'Write the ten digits of the local line, such as 518-555-0100.'))
    .nullable()
    .optional(),
  archived: z.boolean().optional(),
});
export type PlaceChange = z.infer<typeof PlaceChange>;

/** What staff see of a patient's first steps. */
export const PatientFirstSteps = FirstSteps.omit({ programPhone: true }).extend({
  places: z.array(PatientPlace),
  consents: z.array(Consent),
  sensory: SensoryForStaff,
});
export type PatientFirstSteps = z.infer<typeof PatientFirstSteps>;
