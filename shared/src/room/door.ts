import { z } from 'zod';
import { Instant } from '../ids.js';

/** Why staff do not let somebody in who waits. Each has its own kind words on both sides. */
export const doorReasons = ['talkFirst', 'notPrivate', 'unwell', 'late', 'otherSession'] as const;
export const DoorReason = z.enum(doorReasons);
export type DoorReason = z.infer<typeof DoorReason>;

/** What a person says on leaving, to staff only. */
export const leavingAnswers = ['fine', 'call', 'unsafe'] as const;
export const LeavingAnswer = z.enum(leavingAnswers);
export type LeavingAnswer = z.infer<typeof LeavingAnswer>;

/** What staff did with it. */
export const answerMarks = ['seen', 'called'] as const;
export const AnswerMark = z.enum(answerMarks);
export type AnswerMark = z.infer<typeof AnswerMark>;

export const LeavingInView = z.object({
  answer: LeavingAnswer,
  at: Instant,
  mark: AnswerMark.optional(),
});
export type LeavingInView = z.infer<typeof LeavingInView>;

/** Staff may take back an end for all for so long. */
export const undoEndSeconds = 60;
/** Words with staff and an answer on leaving are taken for so long after the end. */
export const wordsAfterEndMinutes = 30;

/** Whether an end that somebody chose can still be taken back. */
export function mayUndoEnd(ended: { endedAt?: string | null; ending?: string | null }, now: string | number): boolean {
  if (!ended.endedAt || ended.ending !== 'lead') return false;
  return (typeof now === 'number' ? now : Date.parse(now)) - Date.parse(ended.endedAt) < undoEndSeconds * 1_000;
}

/** Whether people of a session may still write to staff: always before the end, and for a while after it. */
export function mayStillWrite(endedAt: string | null | undefined, now: string | number): boolean {
  if (!endedAt) return true;
  return (typeof now === 'number' ? now : Date.parse(now)) - Date.parse(endedAt) < wordsAfterEndMinutes * 60_000;
}
