import { AppError } from '../common/app-error.js';

function plain(wall: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
  } catch {
    throw new AppError('input.invalid', { fields: { startsLocal: 'This is not a date and time.' } });
  }
}

/**
 * The instant of a wall-clock time in a zone. A time that the clocks skip is refused; of a time that comes twice, the
 * first is meant.
 */
export function instantOf(wall: string, zone: string): Date {
  const local = plain(wall);
  const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(local)) throw new AppError('session.timeMissing');
  return new Date(zoned.epochMilliseconds);
}

/** The calendar day of an instant in a zone. */
export function dayOf(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}
