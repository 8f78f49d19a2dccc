import { z } from 'zod';
import { Id, Instant, text } from '../ids.js';
import { placeOf } from './standing.js';
import type { RoomState, RosterSeat } from './state.js';

/** What staff can turn off at a person's page. Only the person turns it on again. */
export const gearKinds = ['microphone', 'camera'] as const;
export const GearKind = z.enum(gearKinds);
export type GearKind = z.infer<typeof GearKind>;

export const sentenceLength = 300;

/** What staff say to the person with an act, in their own words. */
export const Sentence = z.strictObject({
  textId: Id,
  body: text(sentenceLength).refine((value) => value.trim() !== '', 'Write something first.'),
});
export type Sentence = z.infer<typeof Sentence>;

export const actKinds = [...gearKinds, 'putBack', 'removed'] as const;

/** The last thing that staff did to a seat, by the log. */
export interface Act {
  kind: (typeof actKinds)[number];
  at: string;
  textId?: string;
  readAt?: string;
}

/** What staff did to a person, and what they said with it. No `body` where they said nothing or it was erased. */
export const ActInView = z.object({
  kind: z.enum(actKinds),
  at: Instant,
  body: z.string().optional(),
  /** When the person put it away: for staff. */
  readAt: Instant.optional(),
});
export type ActInView = z.infer<typeof ActInView>;

export interface ActsInLog {
  acts: Readonly<Record<string, Act>>;
  /** Since when nobody new is let in together with others. */
  lockedAt: string | null;
}

export const noActs: ActsInLog = { acts: {}, lockedAt: null };

/** The act as its person sees it until they put it away, and as staff see it. No peer sees any. */
export function actOf(state: RoomState, seatId: string, isForStaff: boolean): { act?: ActInView } {
  const act = state.acts[seatId];
  if (!act || (act.readAt && !isForStaff)) return {};
  const { kind, at, textId, readAt } = act;
  const body = textId === undefined ? undefined : state.texts[textId];
  return { act: { kind, at, ...(typeof body === 'string' ? { body } : {}), ...(readAt ? { readAt } : {}) } };
}

/** Whether the door is closed: for staff and who stands before it. */
export function doorOf(state: RoomState, viewer: Pick<RosterSeat, 'seatId' | 'staff'>): { doorClosed?: true } {
  const isTold = viewer.staff || placeOf(state, viewer.seatId) === 'waiting';
  return state.lockedAt !== null && isTold ? { doorClosed: true } : {};
}
