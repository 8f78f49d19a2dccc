import { z } from 'zod';
import { keep, recall } from '../state/roomStorage';

const Outgoing = z.object({
  /** The command's id and the line's own: both stay the same however often it is sent. */
  id: z.string(),
  textId: z.string(),
  body: z.string(),
  at: z.string(),
  /** Why it was refused. */
  refusal: z.string().optional(),
});
export type Outgoing = z.infer<typeof Outgoing>;

const keyOf = (sessionId: string) => `chat-out:${sessionId}`;

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

/** Lines that were sent and not yet seen in the room, in their order. */
export function readOutbox(sessionId: string): Outgoing[] {
  const found = z.array(Outgoing).safeParse(parsed(recall(keyOf(sessionId)) ?? '[]'));
  return found.success ? found.data : [];
}

export function writeOutbox(sessionId: string, lines: readonly Outgoing[]): void {
  keep(keyOf(sessionId), lines.length > 0 ? JSON.stringify(lines) : null);
}

export function newOutgoing(body: string, at: number): Outgoing {
  return { id: crypto.randomUUID(), textId: crypto.randomUUID(), body, at: new Date(at).toISOString() };
}
