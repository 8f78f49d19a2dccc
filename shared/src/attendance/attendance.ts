import { z } from 'zod';
import { filledLine, Id, Instant } from '../ids.js';
import { CapacityName } from '../schedule/session.js';

export const connectionPlaces = ['waiting', 'main'] as const;
export const mediumKinds = ['videoSent', 'audioSent', 'couldHear'] as const;
export const activityKinds = ['break', 'steppedOut', 'away'] as const;
/** Where an end of an interval was learned. */
export const sources = ['webhook', 'heartbeat', 'sweep', 'socket', 'server', 'correction'] as const;

export const Interval = z.object({ from: Instant, to: Instant });
export type Interval = z.infer<typeof Interval>;

export const ConnectionInterval = z.object({
  place: z.enum(connectionPlaces),
  from: Instant,
  /** Null while it lasts. */
  to: Instant.nullable(),
  fromSource: z.enum(sources),
  toSource: z.enum(sources).nullable(),
  /** How far the end may be off, in milliseconds. */
  precisionMs: z.int().nullable(),
});

export const MediumInterval = z.object({
  kind: z.enum(mediumKinds),
  from: Instant,
  to: Instant.nullable(),
  source: z.enum(sources),
});

export const ActivityInterval = z.object({ kind: z.enum(activityKinds), from: Instant, to: Instant.nullable() });

export const Correction = z.object({
  id: Id,
  effect: z.enum(['add', 'remove']),
  from: Instant,
  to: Instant,
  reason: z.string(),
  authorName: z.string(),
  at: Instant,
});

export const NewCorrection = z
  .object({ id: Id, personId: Id, effect: z.enum(['add', 'remove']), from: Instant, to: Instant, reason: filledLine(300) })
  .refine((value) => Date.parse(value.to) > Date.parse(value.from), { path: ['to'], message: 'The end has to come after the beginning.' });
export type NewCorrection = z.infer<typeof NewCorrection>;

export const PersonAttendance = z.object({
  personId: Id,
  seatId: Id,
  name: z.string(),
  capacity: CapacityName,
  /** Seconds in a counted place, with corrections, between the actual start and end. */
  presentSeconds: z.number(),
  /** Of these, the seconds that the payer rule counts: without breaks, with staff. */
  countedSeconds: z.number(),
  firstIn: Instant.nullable(),
  lastOut: Instant.nullable(),
  connections: z.array(ConnectionInterval),
  media: z.array(MediumInterval),
  activities: z.array(ActivityInterval),
  corrections: z.array(Correction),
});
export type PersonAttendance = z.infer<typeof PersonAttendance>;

export const AttendanceReport = z.object({
  sessionId: Id,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** The most patients in the room at one time, staff and observers excluded. */
  mostPatientsAtOnce: z.int(),
  patientsNow: z.int(),
  people: z.array(PersonAttendance),
});
export type AttendanceReport = z.infer<typeof AttendanceReport>;
