import type { Instant } from '../ids.js';
import type { ProgramHelp } from './on-call.js';

/** The number to call now; empty where the program has none. */
export function helpNumber({ phone, onCall }: Pick<ProgramHelp, 'phone' | 'onCall'>, now: Instant): string {
  return onCall && Date.parse(onCall.until) > Date.parse(now) ? onCall.phone : phone;
}
