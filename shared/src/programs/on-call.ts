import { z } from 'zod';
import { filledLine, Id, Instant, WallTime } from '../ids.js';

/** A number that a telephone can dial. */
export const Phone = filledLine(30).refine((value) => value.replace(/\D/g, '').length >= 3, 'Write a phone number.');

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

/** A time in which somebody can be called. Shifts may overlap: who came first is called first. */
export const OnCallShift = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  phone: z.string(),
  from: Instant,
  to: Instant,
});
export type OnCallShift = z.infer<typeof OnCallShift>;

/** Planned by the clock of the program. */
export const NewOnCallShift = z.object({ personId: Id, phone: Phone, fromLocal: WallTime, toLocal: WallTime });
export type NewOnCallShift = z.infer<typeof NewOnCallShift>;

/** The longest shift, in days. */
export const longestShiftDays = 14;

export interface Span {
  from: Instant;
  to: Instant;
}

/** When nobody is on call between two instants. */
export function onCallGaps(shifts: readonly Span[], { from, to }: Span): Span[] {
  const gaps: Span[] = [];
  let free = Date.parse(from);
  const end = Date.parse(to);
  const held = shifts.map((shift) => ({ from: Date.parse(shift.from), to: Date.parse(shift.to) })).sort((a, b) => a.from - b.from);
  for (const shift of [...held, { from: end, to: end }]) {
    if (shift.from > free && free < end) gaps.push({ from: iso(free), to: iso(Math.min(shift.from, end)) });
    free = Math.max(free, shift.to);
  }
  return gaps;
}

const iso = (at: number): Instant => new Date(at).toISOString();

/** Who is called first at an instant, and who after them. */
export function onCallAt<S extends Span>(shifts: readonly S[], now: Instant): S[] {
  const at = Date.parse(now);
  return shifts
    .filter((shift) => Date.parse(shift.from) <= at && Date.parse(shift.to) > at)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}
