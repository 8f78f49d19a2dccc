import { createHash } from 'node:crypto';

/** The same id for the same thing at every start, so that loading again changes nothing. */
export function demoId(thing: string): string {
  const hex = createHash('sha256').update(`rejoin demo ${thing}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const program = { id: demoId('program'), name: 'Harborlight Day Program', zone: 'America/New_York' };
export const cohorts = { day: demoId('cohort day'), evening: demoId('cohort evening') };
/** Of a person, by the first part of their address. */
export const personId = (name: string): string => demoId(`person ${name}`);
