import { z } from 'zod';
import { filledLine, Id, line, Zone } from '../ids.js';

export const ProgramSettings = z.object({
  /** Days after which the text of a session's chat is erased. */
  chatKeptDays: z.int().min(1).max(3650).default(30),
  /** The number a patient calls when the room does not work. */
  phone: line(30).default(''),
  /** When somebody answers that number or is on call, in the program's own words. */
  onCallHours: line(120).default(''),
});
export type ProgramSettings = z.infer<typeof ProgramSettings>;

export const Cohort = z.object({ id: Id, name: filledLine(80), archived: z.boolean() });
export type Cohort = z.infer<typeof Cohort>;

export const Program = z.object({ id: Id, name: z.string(), zone: Zone, settings: ProgramSettings, cohorts: z.array(Cohort) });
export type Program = z.infer<typeof Program>;

export const NewProgram = z.object({ id: Id, name: filledLine(80), zone: Zone, settings: ProgramSettings });
export type NewProgram = z.infer<typeof NewProgram>;

export const ProgramChange = NewProgram.omit({ id: true }).partial();
export type ProgramChange = z.infer<typeof ProgramChange>;
