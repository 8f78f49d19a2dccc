import { othersNamed } from '@rejoin/shared';
import type { PatientRow } from './facts.service.js';

/** The words of a part that name a patient of the session who is not its own: in the common part, any of them. */
export function otherNamesIn(
  text: string,
  patients: readonly Pick<PatientRow, 'personId' | 'names'>[],
  patientId: string | null,
): string[] {
  const own = patients.find(({ personId }) => personId === patientId)?.names ?? [];
  const others = patients.filter(({ personId }) => personId !== patientId).flatMap(({ names }) => names);
  return othersNamed(text, own, others);
}
