import { z } from 'zod';
import { Id, Instant } from '../ids.js';

/** Whom a patient calls outside of sessions: the number that is right until `until`, after that the program's own. */
export const ProgramHelp = z.object({
  id: Id,
  name: z.string(),
  /** The program's own number. */
  phone: z.string(),
  /** When somebody answers, in the program's own words. */
  hours: z.string(),
  onCall: z.object({ phone: z.string(), until: Instant }).nullable(),
});
export type ProgramHelp = z.infer<typeof ProgramHelp>;

/** The number to call now; empty where the program has none. */
export function helpNumber({ phone, onCall }: Pick<ProgramHelp, 'phone' | 'onCall'>, now: Instant): string {
  return onCall && Date.parse(onCall.until) > Date.parse(now) ? onCall.phone : phone;
}
