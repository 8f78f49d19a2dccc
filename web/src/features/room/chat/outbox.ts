import { keep, recall } from '../state/roomStorage';

export interface Outgoing {
  /** The command's id and the line's own: both stay the same however often it is sent. */
  id: string;
  textId: string;
  body: string;
  at: string;
  /** Why it was refused. */
  refusal?: string;
}

function isOutgoing(value: unknown): value is Outgoing {
  if (typeof value !== 'object' || value === null) return false;
  const line: Partial<Record<keyof Outgoing, unknown>> = value;
  const texts = [line.id, line.textId, line.body, line.at, line.refusal ?? ''];
  return texts.every((one) => typeof one === 'string');
}

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
  const found = parsed(recall(keyOf(sessionId, thread)) ?? '[]');
  return Array.isArray(found) ? found.filter(isOutgoing) : [];
}

export function writeOutbox(sessionId: string, lines: readonly Outgoing[], thread?: string): void {
  keep(keyOf(sessionId, thread), lines.length > 0 ? JSON.stringify(lines) : null);
}

export function newOutgoing(body: string, at: number): Outgoing {
  return { id: crypto.randomUUID(), textId: crypto.randomUUID(), body, at: new Date(at).toISOString() };
}
