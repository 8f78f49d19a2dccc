import { chatLine } from './chat.js';
import type { RoomState, RosterSeat } from './state.js';
import type { ChatLine, RoomView } from './view.js';

/** So many lines of one thread are shown, the newest. */
export const threadWindow = 100;

type Message = RoomState['messages'][number];

/** The newest lines of each thread. */
export function messagesInWindow(messages: readonly Message[]): Message[] {
  const counts = new Map<string, number>();
  const shown = messages.toReversed().filter(({ threadId }) => {
    const count = (counts.get(threadId) ?? 0) + 1;
    counts.set(threadId, count);
    return count <= threadWindow;
  });
  return shown.reverse();
}

/**
 * The private messages of a view: for staff the thread of every person, for everyone else their own with staff and no other.
 * Whoever may not come back reads none.
 */
export function threadsOf(state: RoomState, viewer: Pick<RosterSeat, 'seatId' | 'staff' | 'ended'>): RoomView['threads'] {
  const standing = state.standings[viewer.seatId];
  if (viewer.ended || (standing?.place === 'removed' && !standing.mayReturn)) return {};
  const threads: Record<string, Record<string, ChatLine>> = {};
  for (const said of messagesInWindow(state.messages)) {
    const isTheirs = viewer.staff || said.threadId === viewer.seatId;
    if (!isTheirs || state.roster[said.threadId]?.ended !== false) continue;
    (threads[said.threadId] ??= {})[said.textId] = chatLine(state, said, state.texts[said.textId]);
  }
  return threads;
}
