import { z } from 'zod';
import { CalendarDate, Id, Instant, line, text } from '../ids.js';

/** The two identifiers that find one patient: the date of birth with the family name, or with the record number. */
export const EmergencyOpening = z
  .object({
    id: Id,
    familyName: line(80).default(''),
    recordNumber: line(30).default(''),
    dateOfBirth: CalendarDate,
    reason: text(500).refine((value) => value.trim() !== '', 'Please fill this in.'),
    /** Who receives what is read, where it is not the clinician alone: such as an ambulance crew. */
    recipient: line(200).default(''),
  })
  .refine((value) => (value.familyName === '') !== (value.recordNumber === ''), {
    path: ['familyName'],
    message: 'Fill in the family name or the record number, one of the two.',
  });
export type EmergencyOpening = z.infer<typeof EmergencyOpening>;

export const EmergencyAccess = z.object({
  id: Id,
  patientId: Id,
  initials: z.string(),
  recordNumber: z.string(),
  reason: z.string(),
  from: Instant,
  to: Instant,
  /** 42 CFR 2.51: a disclosure in a medical emergency, with who received it and who made it. */
  part2: z.boolean(),
  recipient: z.string(),
  discloser: z.string(),
});
export type EmergencyAccess = z.infer<typeof EmergencyAccess>;

/** An emergency access that waits for the word of a supervisor. */
export const EmergencyReview = EmergencyAccess.omit({ initials: true }).extend({
  personName: z.string(),
  patientName: z.string(),
  /** When it ended, or will. */
  endsAt: Instant,
  isOpen: z.boolean(),
  /** The end of the first working day after it. */
  dueAt: Instant,
  isOverdue: z.boolean(),
  /** What was read of the patient in that time, by permission, in the order in which it was first asked for. */
  looked: z.array(z.object({ action: z.string(), firstAt: Instant, times: z.int() })),
});
export type EmergencyReview = z.infer<typeof EmergencyReview>;

export const EmergencyVerdict = z
  .object({ justified: z.boolean(), words: line(500).default('') })
  .refine((value) => value.justified || value.words !== '', { path: ['words'], message: 'Please say why not.' });
export type EmergencyVerdict = z.infer<typeof EmergencyVerdict>;
