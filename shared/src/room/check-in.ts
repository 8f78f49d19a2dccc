import { z } from 'zod';
import { Id, Instant, text } from '../ids.js';

/** 0 to 100, a few own words, or a thumb. */
export const checkInKinds = ['number', 'words', 'thumbs'] as const;
export const CheckInKind = z.enum(checkInKinds);
export type CheckInKind = z.infer<typeof CheckInKind>;

/** A thumb as a number: down, in the middle, up. */
export const thumbs = [0, 50, 100] as const;
export const CheckInValue = z.int().min(0, 'Choose a number from 0 to 100.').max(100, 'Choose a number from 0 to 100.');

export const questionLength = 160;
export const wordsLength = 60;
const filled = (length: number) => text(length).refine((value) => value.trim() !== '', 'Write something first.');
export const Question = filled(questionLength);
export const FewWords = filled(wordsLength);

/** With fewer answers a picture could tell whose they are. */
export const answersForPicture = 5;

/** What one seat answered: a number, or words by the id of their text. */
export interface Answer {
  value?: number;
  textId?: string;
  at: string;
}

export interface CheckIn {
  kind: CheckInKind;
  /** The group was told that it may see all answers as one picture. */
  picture: boolean;
  textId: string;
  openedAt: string;
  closedAt: string | null;
  shownAt: string | null;
  /** Its place in the log: who is let in later does not see the picture. */
  shownSeq: number | null;
  awayAt: string | null;
  answers: Readonly<Record<string, Answer>>;
}

export interface CheckInsInLog {
  checkIns: Readonly<Record<string, CheckIn>>;
}

export const noCheckIns: CheckInsInLog = { checkIns: {} };

const Given = z.object({ value: CheckInValue.optional(), body: z.string().optional() });

/** A check-in as staff see it with all answers, and as a person sees it with their own. */
export const CheckInInView = z.object({
  kind: CheckInKind,
  picture: z.boolean(),
  /** Absent where it was erased. */
  question: z.string().optional(),
  openedAt: Instant,
  closedAt: Instant.optional(),
  /** The group looks at the picture now. */
  shown: z.boolean().optional(),
  /** The picture was shown, and is not shown again: for staff. */
  wasShown: z.boolean().optional(),
  mine: Given.optional(),
  /** By seat: for staff. */
  answers: z.record(Id, Given.extend({ at: Instant })).optional(),
  /** What the picture shows: how many of each value, or the words in an order that tells nothing. */
  result: z.object({ counts: z.array(z.int()).optional(), words: z.array(z.string()).optional() }).optional(),
});
export type CheckInInView = z.infer<typeof CheckInInView>;

/** Where the five bars of a picture of numbers begin. */
export const barsFrom = [0, 21, 41, 61, 81] as const;

/** What each seat answered last, for whoever writes about the session afterwards. */
export function answersOf({ checkIns }: CheckInsInLog, checkInId: string): Readonly<Record<string, Answer>> {
  return checkIns[checkInId]?.answers ?? {};
}
