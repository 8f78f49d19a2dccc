import { placeOf } from './standing.js';
import type { RoomState } from './state.js';
import type { ChatLine, RoomView } from './view.js';
import { chatWindow } from './view.js';

type Said = RoomState['chat'][number];
type Line = Pick<Said, 'seatId' | 'at'>;

/** What a seat may read: in the room, everything since the admission that holds. */
function readable(state: RoomState, seatId: string): readonly Said[] {
  const from = state.standings[seatId]?.admittedSeq ?? null;
  if (placeOf(state, seatId) !== 'main' || from === null) return [];
  return state.chat.filter((said) => said.seq > from);
}

/** A line with its text; none where it was erased. */
export function chatLine(state: Pick<RoomState, 'roster'>, said: Line, body: string | null | undefined): ChatLine {
  const name = state.roster[said.seatId]?.name ?? '';
  return { seatId: said.seatId, name, at: said.at, ...(typeof body === 'string' ? { body } : {}) };
}

/** The chat of a view: the last lines that its seat may read. */
export function chatOf(state: RoomState, seatId: string): RoomView['chat'] {
  const all = readable(state, seatId);
  const lines = all.slice(-chatWindow).map((said): [string, ChatLine] => [said.textId, chatLine(state, said, state.texts[said.textId])]);
  return { lines: Object.fromEntries(lines), earlier: all.length > chatWindow, keptDays: state.plan.chatKeptDays };
}

/** The lines before one that the seat can see, oldest first; none for a line that it cannot see. */
export function chatBefore(state: RoomState, seatId: string, textId: string): { said: readonly Said[]; earlier: boolean } {
  const all = readable(state, seatId);
  const end = all.findIndex((said) => said.textId === textId);
  const before = end < 0 ? [] : all.slice(0, end);
  return { said: before.slice(-chatWindow), earlier: before.length > chatWindow };
}
