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

/** The chat of the room, or the private thread of a person. */
const keyOf = (sessionId: string, thread?: string) => (thread ? `message-out:${sessionId}:${thread}` : `chat-out:${sessionId}`);

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

/** Lines that were sent and not yet seen in the room, in their order. */
export function readOutbox(sessionId: string, thread?: string): Outgoing[] {
  const found = z.array(Outgoing).safeParse(parsed(recall(keyOf(sessionId, thread)) ?? '[]'));
  return found.success ? found.data : [];
}

export function writeOutbox(sessionId: string, lines: readonly Outgoing[], thread?: string): void {
  keep(keyOf(sessionId, thread), lines.length > 0 ? JSON.stringify(lines) : null);
}

export function newOutgoing(body: string, at: number): Outgoing {
  return { id: crypto.randomUUID(), textId: crypto.randomUUID(), body, at: new Date(at).toISOString() };
}
