import { z } from 'zod';
import { CalendarDate, filledLine, Id, Instant, line } from '../ids.js';
import { NewPerson, Person } from './person.js';

export const levelsOfCare = ['outpatient', 'iop', 'php', 'residential'] as const;
export const LevelOfCare = z.enum(levelsOfCare);
export type LevelOfCare = z.infer<typeof LevelOfCare>;

/** The patient's age in full years on a day. */
export function ageOn(dateOfBirth: CalendarDate, day: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

export const LevelOfCareStep = z.object({ id: Id, level: LevelOfCare, from: CalendarDate });
export type LevelOfCareStep = z.infer<typeof LevelOfCareStep>;

export const careTeamCapacities = [
  'primaryTherapist',
  'therapist',
  'prescriber',
  'peerMentor',
  'vocationalSpecialist',
  'supervisor',
] as const;
export const CareTeamCapacity = z.enum(careTeamCapacities);

export const CareTeamMember = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  capacity: CareTeamCapacity,
  from: Instant,
  to: Instant.nullable(),
});
export type CareTeamMember = z.infer<typeof CareTeamMember>;

export const Episode = z.object({
  id: Id,
  programId: Id,
  cohortId: Id.nullable(),
  /** The record identifies a person as having a substance use disorder: 42 CFR Part 2 protects it. */
  part2: z.boolean(),
  openedOn: CalendarDate,
  closedOn: CalendarDate.nullable(),
  closedReason: z.string(),
  steps: z.array(LevelOfCareStep),
  careTeam: z.array(CareTeamMember),
});
export type Episode = z.infer<typeof Episode>;

export const NewEpisode = z.object({
  id: Id,
  programId: Id,
  cohortId: Id.nullable().default(null),
  part2: z.boolean().default(false),
  openedOn: CalendarDate,
  level: LevelOfCare.default('iop'),
});
export type NewEpisode = z.infer<typeof NewEpisode>;

export const Patient = Person.extend({
  dateOfBirth: CalendarDate,
  recordNumber: z.string(),
  episodes: z.array(Episode),
});
export type Patient = z.infer<typeof Patient>;

export const PatientSummary = z.object({
  id: Id,
  givenName: z.string(),
  familyName: z.string(),
  displayName: z.string(),
  dateOfBirth: CalendarDate,
  recordNumber: z.string(),
  programId: Id,
  cohortId: Id.nullable(),
  level: LevelOfCare.nullable(),
  part2: z.boolean(),
});
export type PatientSummary = z.infer<typeof PatientSummary>;

export const NewPatient = z.object({
  person: NewPerson.omit({ roles: true }),
  dateOfBirth: CalendarDate,
  /** The program's own number for the record (MRN). */
  recordNumber: filledLine(30),
  programId: Id,
  episode: NewEpisode.omit({ programId: true }),
});
export type NewPatient = z.infer<typeof NewPatient>;

export const EpisodeChange = z
  .object({
    cohortId: Id.nullable(),
    part2: z.boolean(),
    closedOn: CalendarDate.nullable(),
    closedReason: line(300),
    addStep: LevelOfCareStep,
  })
  .partial();
export type EpisodeChange = z.infer<typeof EpisodeChange>;

export const NewCareTeamMember = z.object({
  id: Id,
  personId: Id,
  capacity: CareTeamCapacity,
  from: Instant,
  to: Instant.nullable().default(null),
});
export type NewCareTeamMember = z.infer<typeof NewCareTeamMember>;
