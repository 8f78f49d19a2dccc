import { z } from 'zod';
import { Id } from '../ids.js';
import { LeavingInView } from './door.js';
import { ChatLine } from './view.js';

/** Somebody who wrote to staff, or said something on leaving. */
export const Aftercare = z.object({
  seatId: Id,
  patientId: Id.nullable(),
  name: z.string(),
  leaving: LeavingInView.optional(),
  lines: z.array(ChatLine.extend({ textId: Id, fromStaff: z.boolean() })),
});
export type Aftercare = z.infer<typeof Aftercare>;
