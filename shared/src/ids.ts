import { z } from 'zod';

/** A UUID. Rows are created with an id made by the client, so that a retry changes nothing. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** An instant in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A calendar date, `YYYY-MM-DD`. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.infer<typeof CalendarDate>;

/** A wall-clock time without a zone, `YYYY-MM-DDTHH:MM`, in a year whose instants every zone can write; the zone stands beside it. */
export const WallTime = z.string().regex(/^(19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Write the time as 2026-11-23T13:00.');
export type WallTime = z.infer<typeof WallTime>;

function isZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: value });
    return !/^[+-]/.test(value);
  } catch {
    return false;
  }
}

/** An IANA time zone such as `America/New_York`. */
export const Zone = z.string().max(64).refine(isZone, 'Choose a time zone from the list.');
export type Zone = z.infer<typeof Zone>;

/** One line of text that a person typed: trimmed, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Keep this under ${max} characters.`)
    // eslint-disable-next-line no-control-regex
    .refine((value) => !/[\u0000-\u001f\u007f]/.test(value), 'Leave out line breaks and special characters.');

/** A line that may not be empty. */
export const filledLine = (max: number) => line(max).pipe(z.string().min(1, 'Please fill this in.'));

/** Text of several lines; NUL cannot be stored. */
export const text = (max: number) =>
  z
    .string()
    .max(max, `Keep this under ${max} characters.`)
    .refine((value) => !value.includes('\u0000'), 'Leave out special characters.');

/** The reply of a command that has nothing to tell. */
export const Done = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof Done>;
