import { inZone } from './time';

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayOf(instant: string, zone: string): string {
  return inZone(instant, zone).toPlainDate().toString();
}

export function todayIn(zone: string): string {
  return Temporal.Now.plainDateISO(zone).toString();
}

/** The instant at which a day begins in a zone. */
export function startOfDay(day: string, zone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function mondayOf(day: string): string {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

const written = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

function noonUtc(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** "Wednesday, November 25". */
export function dayName(day: string): string {
  return written.format(noonUtc(day));
}

/** "Nov 25, 2026". */
export function dateName(day: string): string {
  return withYear.format(noonUtc(day));
}

const near: Record<string, string> = { '-1': 'Yesterday', '0': 'Today', '1': 'Tomorrow' };

/** "Today", "Tomorrow", or the day's name. */
export function dayFrom(day: string, today: string): string {
  const away = Temporal.PlainDate.from(today).until(day).days;
  return near[String(away)] ?? dayName(day);
}

/** "Nov 23 – 29, 2026". */
export function weekName(monday: string): string {
  return withYear.formatRange(noonUtc(monday), noonUtc(addDays(monday, 6)));
}

/** The instant of a wall-clock time in a zone; nothing when the clocks skip it or it is not filled in. */
export function instantOf(wall: string, zone: string): string | undefined {
  try {
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant().toString();
  } catch {
    return undefined;
  }
}

export function minutesLater(instant: string, minutes: number): string {
  return Temporal.Instant.from(instant)
    .add({ seconds: Math.round(minutes * 60) })
    .toString();
}

/** Groups rows by their day, days in order. */
export function byDay<T extends { startsAt: string }>(rows: readonly T[], zone: string): [day: string, rows: T[]][] {
  const days = new Map<string, T[]>();
  for (const row of [...rows].sort((a, b) => a.startsAt.localeCompare(b.startsAt))) {
    const day = dayOf(row.startsAt, zone);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days];
}
