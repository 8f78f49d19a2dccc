/** Who is shown large, and who may be next. */
export interface Turn {
  seatId: string | null;
  next: { seatId: string; since: number } | null;
}

export const nobody: Turn = { seatId: null, next: null };

/** How long another has to speak before the large picture changes, in ms: while the one shown is silent, and while they speak too. */
export interface Patience {
  silent: number;
  both: number;
}

export const patience = {
  speaker: { silent: 700, both: 2_500 },
  calm: { silent: 2_500, both: 6_000 },
} as const satisfies Record<string, Patience>;

interface Now {
  /** Everyone who may be shown large, in the order of the pictures. */
  order: readonly string[];
  speaking: ReadonlySet<string>;
  at: number;
}

function waits(turn: Turn, now: Now, { silent, both }: Patience): number {
  return turn.seatId !== null && now.speaking.has(turn.seatId) ? both : silent;
}

/** The turn after what is heard now: a short word, a cough or a laugh changes nothing. */
export function turnAfter(before: Turn, now: Now, wait: Patience): Turn {
  const seatId = before.seatId !== null && now.order.includes(before.seatId) ? before.seatId : (now.order[0] ?? null);
  const turn: Turn = { seatId, next: before.next };
  const stillSpeaks =
    turn.next && turn.next.seatId !== seatId && now.speaking.has(turn.next.seatId) && now.order.includes(turn.next.seatId);
  const next = stillSpeaks ? turn.next : firstOther(turn, now);
  if (next && now.at - next.since >= waits(turn, now, wait)) return { seatId: next.seatId, next: null };
  return { seatId, next };
}

function firstOther({ seatId }: Turn, { order, speaking, at }: Now): Turn['next'] {
  const other = order.find((one) => one !== seatId && speaking.has(one));
  return other === undefined ? null : { seatId: other, since: at };
}

/** When to look again although nothing was heard to change; null where nobody else speaks. */
export function dueAt(turn: Turn, now: Now, wait: Patience): number | null {
  return turn.next && turn.next.since + waits(turn, now, wait);
}
