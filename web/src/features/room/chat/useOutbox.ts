import type { RoomCommand, RoomView } from '@rejoin/shared';
import { useCallback, useEffect, useState } from 'react';
import { ApiError } from '../../../lib/api';
import { sendUntilAnswered } from '../state/commands';
import { serverNow } from '../state/serverClock';
import { newOutgoing, type Outgoing, readOutbox, writeOutbox } from './outbox';

export interface UsedOutbox {
  waiting: readonly Outgoing[];
  say: (body: string) => void;
  drop: (textId: string) => void;
  sendAgain: (textId: string) => void;
}

function refusalOf(error: unknown): string {
  return error instanceof ApiError ? error.message : 'This was not sent. Please try again.';
}

/** Sends lines one after the other, over reloads and lost networks, until the room shows them: to everyone, or in one private thread. */
export function useOutbox(sessionId: string, lines: RoomView['chat']['lines'], thread?: string): UsedOutbox {
  const [all, setAll] = useState(() => readOutbox(sessionId, thread));
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const waiting = all.filter(({ textId }) => !lines[textId]);
  const next = waiting.find(({ textId, refusal }) => refusal === undefined && !arrived.has(textId));
  const nextId = next?.textId;
  const change = useCallback((textId: string, part: Partial<Outgoing>) => {
    setAll((was) => was.map((line) => (line.textId === textId ? { ...line, ...part } : line)));
  }, []);
  useEffect(
    () =>
      writeOutbox(
        sessionId,
        all.filter(({ textId }) => !lines[textId]),
        thread,
      ),
    [sessionId, all, lines, thread],
  );
  useEffect(() => {
    const line = all.find(({ textId }) => textId === nextId);
    if (!line) return;
    const { id, textId, body } = line;
    const stop = new AbortController();
    const said: RoomCommand = thread ? { type: 'message.say', threadId: thread, textId, body } : { type: 'chat.say', textId, body };
    sendUntilAnswered(sessionId, said, stop.signal, id).then(
      () => setArrived((was) => new Set(was).add(textId)),
      (error: unknown) => change(textId, { refusal: refusalOf(error) }),
    );
    return () => stop.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one line is sent once, whatever else waits
  }, [sessionId, nextId, change, thread]);
  return {
    waiting,
    say: (body) => setAll((was) => [...was.filter(({ textId }) => !lines[textId]), newOutgoing(body, serverNow())]),
    drop: (textId) => setAll((was) => was.filter((line) => line.textId !== textId)),
    sendAgain: (textId) => change(textId, { refusal: undefined }),
  };
}
