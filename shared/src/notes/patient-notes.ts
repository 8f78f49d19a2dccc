import { z } from 'zod';
import { CalendarDate, Id, Instant } from '../ids.js';
import { route } from '../route.js';

/** A signed note of a patient, by its heading alone. */
export const PatientNote = z.object({
  id: Id,
  title: z.string(),
  serviceDate: CalendarDate,
  authorName: z.string(),
  signedAt: Instant,
});
export type PatientNote = z.infer<typeof PatientNote>;

export const listPatientNotes = route({
  method: 'GET',
  path: '/patients/:patientId/notes',
  summary: 'The signed notes of a patient, newest first',
  permission: 'note.chart',
  row: { in: 'params', key: 'patientId' },
  params: z.object({ patientId: Id }),
  reply: z.array(PatientNote),
});
