import type { RoomView } from '@rejoin/shared';
import type { ShownLine } from '../chat/useChat';

type Threads = Pick<RoomView, 'threads' | 'me'>;

/** The lines of one thread in their order. */
export function linesOf({ threads }: Pick<RoomView, 'threads'>, threadId: string): ShownLine[] {
  return Object.entries(threads[threadId] ?? {})
    .map(([textId, line]) => ({ ...line, textId }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.textId < b.textId ? -1 : 1));
}

/** What the other side wrote: for staff the person, for the person staff. */
export function fromOtherSide({ threads, me }: Threads, threadId: string): string[] {
  const isOther = (seatId: string) => (me.staff ? seatId === threadId : seatId !== me.seatId);
  return Object.entries(threads[threadId] ?? {})
    .filter(([, line]) => isOther(line.seatId))
    .map(([textId]) => textId);
}
