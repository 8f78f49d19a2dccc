/** What is left until an end, in whole seconds, never below none. */
export function secondsLeft(endsAt: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1_000));
}

/** "7:05" */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How much of a break is over, from 0 to 1. */
export function passedOf({ beganAt, endsAt }: { beganAt: string; endsAt: string }, now: number): number {
  const length = Date.parse(endsAt) - Date.parse(beganAt);
  return length <= 0 ? 1 : Math.min(1, Math.max(0, (now - Date.parse(beganAt)) / length));
}

/** For how long something has gone on, in whole minutes. */
function minutesSince(since: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
}

/** "since 2 min" */
export function sinceWords(since: string, now: number): string {
  const minutes = minutesSince(since, now);
  return minutes < 1 ? 'since just now' : `since ${minutes} min`;
}
