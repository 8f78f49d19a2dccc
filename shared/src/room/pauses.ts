import { z } from 'zod';
import { Id, Instant } from '../ids.js';

/** How long a break is that staff call by hand. */
export const breakMinutes = [5, 10, 15] as const;
export const BreakMinutes = z.int().min(1, 'A break lasts at least a minute.').max(60);
/** Clocks differ a little: "I am back" is taken this much before the end. */
export const returnLeewayMs = 5_000;

/** A break as the log has it. It goes on for a person until they come back, and is over when the group goes on. */
export interface Break {
  beganAt: string;
  endsAt: string;
  /** The part of the agenda that it is; none where staff called it by hand. */
  blockId: string | null;
  over: boolean;
  /** By seat: true while the person's microphone and camera rest, false once they came back. */
  resting: Readonly<Record<string, boolean>>;
}

/** A break, for a person who is not back from it yet, and for staff until everyone is. */
export const BreakInView = z.object({
  beganAt: Instant,
  endsAt: Instant,
  over: z.boolean(),
  /** The viewer's own microphone and camera rest. */
  resting: z.boolean(),
  /** Whether the agenda called it. */
  planned: z.boolean(),
  /** By seat, who is not back yet: for staff. */
  out: z.record(Id, z.literal(true)).optional(),
});
export type BreakInView = z.infer<typeof BreakInView>;

/** What a person says when staff knock during a minute for oneself. */
export const minuteAnswers = ['ok', 'come', 'later'] as const;
export const MinuteAnswer = z.enum(minuteAnswers);
export type MinuteAnswer = z.infer<typeof MinuteAnswer>;

/** A person needs a minute: for staff and the person, and for nobody else. */
export const MinuteInView = z.object({
  since: Instant,
  answer: MinuteAnswer.optional(),
  answeredAt: Instant.optional(),
});
export type MinuteInView = z.infer<typeof MinuteInView>;

export interface PausesInLog {
  break: Break | null;
  /** By seat, who needs a minute. */
  minutes: Readonly<Record<string, MinuteInView>>;
}

export const noPauses: PausesInLog = { break: null, minutes: {} };
