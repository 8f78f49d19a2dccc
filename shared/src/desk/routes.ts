import { z } from 'zod';
import { Id, Instant } from '../ids.js';
import { route } from '../route.js';
import { CapacityName, SessionKind, SessionMode } from '../schedule/session.js';

/** A session in which I have a seat. */
export const DaySession = z.object({
  id: Id,
  title: z.string(),
  kind: SessionKind,
  mode: SessionMode,
  startsAt: Instant,
  zone: z.string(),
  plannedMinutes: z.int(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  cancelled: z.boolean(),
  capacity: CapacityName,
  leadNames: z.array(z.string()),
});
export type DaySession = z.infer<typeof DaySession>;

export const readDay = route({
  method: 'GET',
  path: '/my-day',
  summary: 'My sessions from yesterday to two weeks ahead, and unsigned notes of mine',
  permission: 'day.read',
  reply: z.object({
    now: Instant,
    sessions: z.array(DaySession),
    /** Sessions with parts of mine to begin or to sign; `parts` counts all of the session, the common part too. */
    notesToSign: z.array(z.object({ sessionId: Id, title: z.string(), startsAt: Instant, parts: z.int(), unsigned: z.int() })),
    /** Signed by somebody I supervise, and waiting for my co-signature. `patientName` is null for the common part. */
    notesToCosign: z.array(
      z.object({
        noteId: Id,
        sessionId: Id,
        title: z.string(),
        startsAt: Instant,
        patientName: z.string().nullable(),
        authorName: z.string(),
        signedAt: Instant,
      }),
    ),
    endsToConfirm: z.array(z.object({ sessionId: Id, title: z.string(), endedAt: Instant })),
  }),
});
