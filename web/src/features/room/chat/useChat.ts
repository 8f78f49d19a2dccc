import { type ChatLine, readChat } from '@rejoin/shared';
import { useState } from 'react';
import { call } from '../../../lib/api';
import { useRoom } from '../state/roomContext';
import { useOutbox, type UsedOutbox } from './useOutbox';

export interface ShownLine extends ChatLine {
  textId: string;
}

export interface UsedChat {
  lines: readonly ShownLine[];
  outbox: UsedOutbox;
  unread: number;
  hasEarlier: boolean;
  loading: boolean;
  error: Error | null;
  readEarlier: () => void;
}

type Lines = Readonly<Record<string, ChatLine>>;

function sorted(lines: Lines): ShownLine[] {
  return Object.entries(lines)
    .map(([textId, line]) => ({ ...line, textId }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.textId < b.textId ? -1 : 1));
}

/** Lines that slid out of the view's window, and those that were asked for: only while the room is open on this page. */
function useLines(current: Lines): [Lines, (lines: Lines) => void] {
  const [known, setKnown] = useState<Lines>(current);
  const [shown, setShown] = useState(current);
  if (shown !== current) {
    setShown(current);
    setKnown({ ...known, ...current });
  }
  return [shown === current ? known : { ...known, ...current }, (lines) => setKnown((was) => ({ ...lines, ...was }))];
}

function useEarlier(oldest: string | undefined, add: (lines: Lines) => void) {
  const { sessionId, view } = useRoom();
  const [isEnd, setIsEnd] = useState(false);
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const readEarlier = () => {
    if (!oldest || loading) return;
    setLoading(true);
    setError(null);
    call(readChat, { params: { sessionId }, query: { before: oldest } })
      .then(
        ({ lines, earlier }) => {
          add(Object.fromEntries(lines.map(({ textId, ...line }) => [textId, line])));
          setIsEnd(!earlier);
        },
        (cause: unknown) => setError(cause instanceof Error ? cause : new Error(String(cause))),
      )
      .finally(() => setLoading(false));
  };
  return { hasEarlier: view.chat.earlier && !isEnd, loading, error, readEarlier };
}

export function useChat(isOpen: boolean): UsedChat {
  const { view, sessionId } = useRoom();
  const [known, add] = useLines(view.chat.lines);
  const lines = sorted(known);
  const outbox = useOutbox(sessionId, view.chat.lines);
  const earlier = useEarlier(lines[0]?.textId, add);
  const fromOthers = Object.entries(view.chat.lines).filter(([, line]) => line.seatId !== view.me.seatId);
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => new Set(fromOthers.map(([textId]) => textId)));
  const unread = fromOthers.filter(([textId]) => !seen.has(textId)).length;
  if (isOpen && unread > 0) setSeen(new Set(Object.keys(view.chat.lines)));
  return { lines, outbox, unread: isOpen ? 0 : unread, ...earlier };
}
