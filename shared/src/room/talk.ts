import { z } from 'zod';
import { Id, Instant } from '../ids.js';

/** Silent signs that people give each other. */
export const reactionKinds = ['thumbsUp', 'heart', 'meToo', 'thanks', 'smile'] as const;
export const ReactionKind = z.enum(reactionKinds);
export type ReactionKind = z.infer<typeof ReactionKind>;

/** A person may give one sign in so many seconds. */
export const reactionEverySeconds = 2;

export const roundKinds = ['checkIn', 'free'] as const;
export const RoundKind = z.enum(roundKinds);
export type RoundKind = z.infer<typeof RoundKind>;

/** In which order the server puts the people of a round. */
export const roundOrders = ['shuffled', 'name', 'leastHeard'] as const;
export const RoundOrder = z.enum(roundOrders);
export type RoundOrder = z.infer<typeof RoundOrder>;

/** How a turn came to its end. Staff alone can tell them apart. */
export const turnEnds = ['done', 'passed', 'skipped'] as const;
export const TurnEnd = z.enum(turnEnds);
export type TurnEnd = z.infer<typeof TurnEnd>;

export interface Round {
  kind: RoundKind;
  /** False while staff put the order together: then nobody else knows of it. */
  running: boolean;
  oneVoice: boolean;
  /** Who is to come; the first has the turn once the round runs. */
  queue: readonly string[];
  /** Who was in the queue and is away: they come back at its end. */
  absent: readonly string[];
  had: Readonly<Record<string, TurnEnd>>;
}

export interface Reaction {
  kind: ReactionKind;
  at: string;
  seq: number;
}

/** What the log has told of hands, rounds and signs. */
export interface TalkState {
  /** First come, first served. */
  hands: readonly { seatId: string; at: string }[];
  /** Whose hand staff took: it stays up until the turn is over. */
  called: string | null;
  oneVoice: boolean;
  round: Round | null;
  /** The last sign of each seat. */
  reactions: Readonly<Record<string, Reaction>>;
  /** To whom a seat last said "me too". */
  meToo: Readonly<Record<string, { to: string; at: string; seq: number }>>;
}

export const emptyTalk: TalkState = { hands: [], called: null, oneVoice: false, round: null, reactions: {}, meToo: {} };

/** Place 0 has the turn, 1 is next. */
const InLine = z.object({ place: z.int() });

export const TalkInView = z.object({
  /** By seat id. Since when a hand is up: for staff. */
  hands: z.record(Id, InLine.extend({ at: Instant.optional() })),
  /** One voice at a time: only staff and whose turn it is are heard. */
  oneVoice: z.boolean(),
  round: z
    .object({
      kind: RoundKind,
      /** Whose turn it is. */
      now: Id.optional(),
      /** My own place in the round. */
      place: z.int().optional(),
      /** By seat id, and whether the round still waits for its start: for staff. */
      order: z.record(Id, z.object({ place: z.int().optional(), away: z.literal(true).optional(), had: TurnEnd.optional() })).optional(),
      prepared: z.literal(true).optional(),
    })
    .optional(),
  /** By the seat that gave it; each page lets it fade by its own clock. */
  reactions: z.record(Id, z.object({ kind: ReactionKind, at: Instant })),
  /** By the seat that said it, to whom. */
  meToo: z.record(Id, z.object({ to: Id, at: Instant })),
});
export type TalkInView = z.infer<typeof TalkInView>;

interface TalkSeen {
  me: { seatId: string; staff: boolean };
  talk: TalkInView;
}

/** Whether it is this viewer's turn, in a round or after a raised hand. */
export function hasTurn({ me, talk }: TalkSeen): boolean {
  return talk.round?.now === me.seatId || talk.hands[me.seatId]?.place === 0;
}

/** Whether this viewer's microphone may be on: with one voice at a time only for staff and whose turn it is. */
export function mayBeHeard(view: TalkSeen): boolean {
  return view.me.staff || !view.talk.oneVoice || hasTurn(view);
}
