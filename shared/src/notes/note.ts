import { z } from 'zod';
import { BlockKind, SessionKind, type SessionKind as Kind } from '../schedule/session.js';
import { CapacityName } from '../schedule/session.js';
import { CalendarDate, filledLine, Id, Instant, line, text } from '../ids.js';

export const noteLength = 20_000;

/** The common part of a session, or the part of one patient. */
export const noteKinds = ['group', 'patient'] as const;
export const noteStatuses = ['draft', 'awaitingCosignature', 'signed'] as const;
/** A format names its plain-text fields, in order. */
export const noteFormats = { note: ['Note'] } as const;

/** Sessions of several patients have one common part; a session for one patient has that patient's part only. */
export const hasGroupPart = (kind: Kind): boolean => kind !== 'individual' && kind !== 'psychiatric' && kind !== 'family';

/** Nothing that a reader would see: spaces, and characters without a width. */
export const isBlank = (written: string): boolean => /^[\s\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]*$/u.test(written);

/** Name, credentials and licences of who signed, as they stood at that moment. */
export const Signature = z.object({
  name: z.string(),
  credentials: z.string(),
  licences: z.array(z.object({ type: z.string(), number: z.string(), state: z.string() })),
  at: Instant,
});
export type Signature = z.infer<typeof Signature>;

/** Written after signing: never changed, and nothing of the note is changed by it. */
export const Addendum = z.object({ id: Id, text: z.string(), signature: Signature, contentHash: z.string() });
export type Addendum = z.infer<typeof Addendum>;

export const Note = z.object({
  id: Id,
  sessionId: Id,
  kind: z.enum(noteKinds),
  /** Null in the common part. */
  patientId: Id.nullable(),
  authorId: Id,
  authorName: z.string(),
  service: SessionKind,
  /** The day of the session in its own zone. */
  serviceDate: CalendarDate,
  format: z.literal('note'),
  fields: z.object({ Note: z.string() }),
  /** Where the clinician was; empty: at the program. */
  clinicianPlace: z.string(),
  /** Counts up with every save: a save names the version it builds on. */
  version: z.int(),
  /** The author has this version before them (opened or saved it): only such a part can be signed. */
  opened: z.boolean(),
  status: z.enum(noteStatuses),
  /** The author's. */
  signature: Signature.nullable(),
  /** The supervisor's, where the author is pre-licensed. */
  cosignature: Signature.nullable(),
  /** While it waits for a co-signature: who may give it. */
  cosigners: z.array(z.object({ id: Id, name: z.string() })),
  /** Given back by the supervisor, as long as it is a draft. */
  returned: z.object({ byName: z.string(), at: Instant, word: z.string() }).nullable(),
  /** Signed (or as a draft: would be signed) after the service date: the day of signing where the program is. */
  lateEntryOn: CalendarDate.nullable(),
  /** SHA-256 of the signed content, facts and signature, hex. */
  contentHash: z.string().nullable(),
  addenda: z.array(Addendum),
  updatedAt: Instant,
});
export type Note = z.infer<typeof Note>;

/** What the record says, beside the text: computed when it is read, and kept as it was in what is signed. */
export const NoteFacts = z.object({
  programName: z.string(),
  title: z.string(),
  service: SessionKind,
  zone: z.string(),
  /** Two identifiers; null in the common part. */
  patient: z.object({ name: z.string(), dateOfBirth: CalendarDate, recordNumber: z.string(), part2: z.boolean() }).nullable(),
  planned: z.object({ from: Instant, to: Instant }),
  actual: z.object({ from: Instant.nullable(), to: Instant.nullable() }),
  /** The patient's own time, in whole minutes; null in the common part. */
  own: z.object({ in: Instant.nullable(), out: Instant.nullable(), presentMinutes: z.int(), countedMinutes: z.int() }).nullable(),
  /** `video`: own video was sent; `audio`: sound only. Null where nothing was measured. */
  modality: z.enum(['video', 'audio', 'inPerson']).nullable(),
  /** What the patient said at the gate; null where they were not asked. */
  patientPlace: z.object({ kind: z.enum(['home', 'transitional', 'other']), address: z.string(), state: z.string() }).nullable(),
  /** The most patients in the room at one time. */
  patientsAtOnce: z.int(),
  staff: z.array(z.object({ name: z.string(), credentials: z.string(), capacity: CapacityName })),
  /** Everyone else but patients, as a number of each capacity. */
  others: z.array(z.object({ capacity: CapacityName, count: z.int() })),
  /** Who let the patient in, the first time; null in the common part. */
  admitted: z.object({ byName: z.string(), at: Instant }).nullable(),
  /** The agenda as it really was. */
  blocks: z.array(z.object({ kind: BlockKind, topic: z.string(), treatment: z.boolean(), from: Instant, to: Instant.nullable() })),
});
export type NoteFacts = z.infer<typeof NoteFacts>;

/** A part of the session's note, begun or not. */
export const NoteSlot = z.object({
  patientId: Id.nullable(),
  /** Given and family name; null in the common part. */
  patientName: z.string().nullable(),
  facts: NoteFacts,
  note: Note.nullable(),
});
export type NoteSlot = z.infer<typeof NoteSlot>;

export const SessionNotes = z.object({
  sessionId: Id,
  serviceDate: CalendarDate,
  /** False while the session still goes on: write now, sign when it is over. */
  isOver: z.boolean(),
  /** The common part; null where the session is for one patient. */
  group: NoteSlot.nullable(),
  patients: z.array(NoteSlot),
  /** What signing means for who asks. */
  signing: z.object({
    /** This sign-in may sign until then without a password; null where it may not. */
    until: Instant.nullable(),
    /** A code of the second step is taken as well as the password. */
    takesCode: z.boolean(),
    /** What I sign goes to one of these for a co-signature; null where I sign alone. Empty: nobody is set, signing is refused. */
    cosigners: z.array(z.object({ id: Id, name: z.string() })).nullable(),
  }),
});
export type SessionNotes = z.infer<typeof SessionNotes>;

/** One part to be read by itself, with the common part it belongs to. */
export const NotePage = z.object({ patientName: z.string().nullable(), facts: NoteFacts, note: Note, group: Note.nullable() });
export type NotePage = z.infer<typeof NotePage>;

export const SaveNote = z.strictObject({
  id: Id,
  version: z.int().min(0),
  fields: z.strictObject({ Note: text(noteLength) }),
  /** Absent: as it is. */
  clinicianPlace: line(120).optional(),
});
export type SaveNote = z.infer<typeof SaveNote>;

export const SignNotes = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        id: Id,
        version: z.int(),
        /** The words that name someone else of the group were seen, and stand. */
        pass: z.boolean().default(false),
      }),
    )
    .min(1, 'Choose at least one part.')
    .max(60),
});
export type SignNotes = z.infer<typeof SignNotes>;

export const SignAgain = z
  .strictObject({
    password: z.string().min(1).max(128).optional(),
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, 'The code has six digits.')
      .optional(),
  })
  .refine((given) => (given.password === undefined) !== (given.code === undefined), {
    path: ['password'],
    message: 'Please enter your password.',
  });
export type SignAgain = z.infer<typeof SignAgain>;

export const ReturnNote = z.strictObject({ version: z.int(), word: filledLine(500) });
export type ReturnNote = z.infer<typeof ReturnNote>;

export const NewAddendum = z.strictObject({
  id: Id,
  text: text(noteLength).refine((written) => !isBlank(written), 'Please write what you want to add.'),
});
export type NewAddendum = z.infer<typeof NewAddendum>;
