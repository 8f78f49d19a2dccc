import { z } from 'zod';
import { staffRoles, type Role } from '../permissions.js';

/** A sign-in ends after this long without human input (HIPAA 164.312(a)(2)(iii), automatic logoff). */
export const idleMinutes = { staff: 15, others: 30 } as const;

/** How long before that the page asks whether somebody is still there. */
export const idleWarningSeconds = 60;

/** Input is reported at most this often. */
export const activityEverySeconds = 60;

/** After the end of a session its closing page stays this long, also for who did not touch anything meanwhile. */
export const closingPageSeconds = 180;

export function idleLimitSeconds(held: readonly { role: Role }[]): number {
  const isStaff = held.some(({ role }) => staffRoles.includes(role));
  return (isStaff ? idleMinutes.staff : idleMinutes.others) * 60;
}

/** Pointer, key or touch: how long ago the last one was. Nothing a page does by itself is activity. */
export const Activity = z.object({ secondsAgo: z.int().min(0).max(120) });
export type Activity = z.infer<typeof Activity>;
