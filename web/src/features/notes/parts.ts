import { isBlank, type Note, type NoteSlot, type SessionNotes } from '@rejoin/shared';

/** The part's key in addresses and on this device: the patient's id, or `group` for the common part. */
export const keyOfPart = ({ patientId }: Pick<NoteSlot, 'patientId'>): string => patientId ?? 'group';

export const nameOfPart = ({ patientName }: Pick<NoteSlot, 'patientName'>): string => patientName ?? 'Group part';

/** The common part first, then one part per patient. */
export const partsOf = ({ group, patients }: SessionNotes): NoteSlot[] => (group ? [group, ...patients] : patients);

/** `unopened`: a draft of mine in a version that I have not seen yet. */
export type PartState = 'empty' | 'unopened' | 'draft' | 'returned' | 'theirs' | 'awaiting' | 'signed';

export function stateOf({ note }: Pick<NoteSlot, 'note'>, personId: string): PartState {
  if (!note) return 'empty';
  if (note.status === 'signed') return 'signed';
  if (note.status === 'awaitingCosignature') return 'awaiting';
  if (note.authorId !== personId) return 'theirs';
  if (note.returned) return 'returned';
  if (!note.opened) return 'unopened';
  return isBlank(note.fields.Note) ? 'empty' : 'draft';
}

/** What is still to be written or signed, by whoever's it is. */
export const isUnsigned = ({ note }: Pick<NoteSlot, 'note'>): boolean => !note || note.status === 'draft';

const plain: Record<Exclude<PartState, 'theirs'>, string> = {
  empty: 'Not begun',
  unopened: 'Draft, not opened yet',
  draft: 'Draft',
  returned: 'Given back to you',
  awaiting: 'Waits for co-signature',
  signed: 'Signed',
};

export function wordsOfState(state: PartState, note: Note | null): string {
  return state === 'theirs' ? `Draft of ${note?.authorName ?? 'a colleague'}` : plain[state];
}

/** The patient was in the session; the common part always is of somebody. */
const wasThere = ({ facts }: Pick<NoteSlot, 'facts'>): boolean => facts.own === null || facts.own.in !== null;

/** Where the work is: the first unsigned part, of people who were there before those who were not. */
export function firstToWrite(slots: readonly NoteSlot[]): NoteSlot | undefined {
  const unsigned = slots.filter(isUnsigned);
  return unsigned.find(wasThere) ?? unsigned[0] ?? slots[0];
}
