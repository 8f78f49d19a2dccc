import { z } from 'zod';
import { CalendarDate, Id, Instant, text } from '../ids.js';

export const noteLength = 20_000;

export const Note = z.object({
  id: Id,
  sessionId: Id,
  patientId: Id,
  patientName: z.string(),
  authorId: Id,
  authorName: z.string(),
  serviceDate: CalendarDate,
  body: z.string(),
  /** Counts up with every save: a save names the version it builds on. */
  version: z.int(),
  status: z.enum(['draft', 'signed']),
  signedAt: Instant.nullable(),
  /** The signer's name and credentials as they stood at signing. */
  signerName: z.string(),
  signerCredentials: z.string(),
  /** SHA-256 of the signed content, hex. */
  contentHash: z.string().nullable(),
  updatedAt: Instant,
});
export type Note = z.infer<typeof Note>;

/** A patient of the session, with the note where one was begun. */
export const NoteSlot = z.object({ patientId: Id, patientName: z.string(), note: Note.nullable() });
export type NoteSlot = z.infer<typeof NoteSlot>;

export const SaveNote = z.strictObject({ id: Id, version: z.int().min(0), body: text(noteLength) });
export type SaveNote = z.infer<typeof SaveNote>;
