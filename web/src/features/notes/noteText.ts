import type { Note } from '@rejoin/shared';

export interface Written {
  body: string;
  /** Where the clinician was; empty: at the program. */
  place: string;
}

export interface NoteText extends Written {
  version: number;
}

export const textOf = (note: Note | null): NoteText =>
  note ? { body: note.fields.Note, place: note.clinicianPlace, version: note.version } : { body: '', place: '', version: 0 };

export const isSame = (one: Written, other: Written): boolean => one.body === other.body && one.place === other.place;
