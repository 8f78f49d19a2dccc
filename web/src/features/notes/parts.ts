import type { NoteSlot, SessionNotes } from '@rejoin/shared';

/** The part's key in addresses and on this device: the patient's id, or `group` for the common part. */
export const keyOfPart = ({ patientId }: Pick<NoteSlot, 'patientId'>): string => patientId ?? 'group';

export const nameOfPart = ({ patientName }: Pick<NoteSlot, 'patientName'>): string => patientName ?? 'Group part';

/** The common part first, then one part per patient. */
export const partsOf = ({ group, patients }: SessionNotes): NoteSlot[] => (group ? [group, ...patients] : patients);
