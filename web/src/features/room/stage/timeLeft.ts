/** What is left until an end, as one says it; an overrun is said without blame. */
export function timeLeft(endsAt: string, now: number): string {
  const minutes = (Date.parse(endsAt) - now) / 60_000;
  if (minutes >= 1) return `${Math.round(minutes)} min left`;
  if (minutes > 0) return 'less than a minute left';
  return minutes > -1 ? 'time is up' : `${Math.floor(-minutes)} min over`;
}
