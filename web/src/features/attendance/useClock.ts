import { useMe } from '../../lib/me';

/** Writes an instant as a time of day to the second: attendance is exact. */
export function useClock(): (instant: string) => string {
  const { zone } = useMe();
  const format = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZone: zone });
  return (instant) => format.format(new Date(instant));
}
