import type { Capacity, CareTeamCapacity, LevelOfCare, Role, SessionKind, SessionMode } from '@rejoin/shared';
import type { z } from 'zod';

/** How the words of the contract are written on a page. */
export const kindWords: Record<SessionKind, string> = {
  group: 'Group',
  individual: 'One to one',
  family: 'Family',
  skills: 'Skills group',
  psychiatric: 'Psychiatric visit',
  peer: 'Peer support',
  vocational: 'Work and school',
  social: 'Social time',
};

export const modeWords: Record<SessionMode, string> = { virtual: 'Online', inPerson: 'In person', mixed: 'Online and in person' };

export const capacityWords: Record<Capacity, string> = {
  lead: 'Lead',
  coLead: 'Co-lead',
  patient: 'Patient',
  observer: 'Observer',
  coFacilitator: 'Patient co-facilitator',
  family: 'Family',
  guest: 'Guest',
};

export const roleWords: Record<Role, string> = {
  patient: 'Patient',
  therapist: 'Therapist',
  supervisor: 'Supervisor',
  coordinator: 'Coordinator',
  prescriber: 'Prescriber',
  peerMentor: 'Peer mentor',
  vocationalSpecialist: 'Vocational specialist',
  familyContact: 'Family contact',
  biller: 'Biller',
  administrator: 'Administrator',
};

export const levelWords: Record<LevelOfCare, string> = {
  outpatient: 'Outpatient',
  iop: 'Intensive outpatient (IOP)',
  php: 'Partial hospitalization (PHP)',
  residential: 'Residential',
};

export const careTeamWords: Record<z.infer<typeof CareTeamCapacity>, string> = {
  primaryTherapist: 'Primary therapist',
  therapist: 'Therapist',
  prescriber: 'Prescriber',
  peerMentor: 'Peer mentor',
  vocationalSpecialist: 'Vocational specialist',
  supervisor: 'Supervisor',
};

/** Words as the choices of a field, in their order. */
export function choicesOf<K extends string>(words: Record<K, string>): { value: K; label: string }[] {
  return (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));
}

/** "Ana", "Ana and Ben", "Ana, Ben and Cy". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-US', { type: 'conjunction' }).format(names).replace(/, and /, ' and ');
}

/** "1 patient", "3 patients". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

export function fullName(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}
