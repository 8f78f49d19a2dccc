/** Loads Temporal where the browser has none (Safari); everywhere else it costs nothing. */
export async function ensureTemporal(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
}

/** The zone this device is set to. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function inZone(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

/** A zone as people say it: "Eastern Time". */
export function zoneName(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone.replaceAll('_', ' ');
}

/** Whether two zones show the same clock at an instant, whatever their names. */
export function sameClock(instant: string, one: string, other: string): boolean {
  return inZone(instant, one).offsetNanoseconds === inZone(instant, other).offsetNanoseconds;
}

export type TimeStyle = 'time' | 'day' | 'dayTime' | 'long' | 'full';

const styles: Record<TimeStyle, Intl.DateTimeFormatOptions> = {
  time: { hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  dayTime: { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  full: { month: 'short', day: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  long: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
};

/** An instant as a person reads it in a zone. */
export function formatInstant(instant: string, zone: string, style: TimeStyle = 'dayTime'): string {
  return new Intl.DateTimeFormat('en-US', { ...styles[style], timeZone: zone }).format(new Date(instant));
}

/** From and to, without saying the day twice: "Mon, Nov 23, 1:00 – 4:00 PM". */
export function formatSpan(from: string, to: string, zone: string, style: TimeStyle = 'dayTime'): string {
  const format = new Intl.DateTimeFormat('en-US', { ...styles[style], timeZone: zone });
  return format.formatRange(new Date(from), new Date(to));
}

/** A length as a person reads it: "1 h 05 min". */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} h` : `${Math.floor(whole / 60)} h ${String(rest).padStart(2, '0')} min`;
}

/** All zones of this browser, for a list to choose from. */
export function zoneOptions(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(current) ? known : [current, ...known];
}
