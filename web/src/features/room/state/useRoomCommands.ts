import type { RoomCommand } from '@rejoin/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sendUntilAnswered } from './commands';

/** One thing at a time is asked once: the same button pressed again while it runs does nothing. */
function keyOfCommand(command: RoomCommand): string {
  return 'seatId' in command
    ? `${command.type} ${command.seatId}`
    : 'blockId' in command
      ? `${command.type} ${command.blockId}`
      : command.type;
}

export interface RoomCommands {
  run: (command: RoomCommand) => void;
  isRunning: (command: RoomCommand) => boolean;
  error: Error | null;
  clearError: () => void;
}

/** Commands to one room; while there is no network they keep trying, as long as the page is open. */
export function useRoomCommands(sessionId: string): RoomCommands {
  const [running, setRunning] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<Error | null>(null);
  const open = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const asked = open.current;
    return () => {
      for (const controller of asked.values()) controller.abort();
      asked.clear();
    };
  }, [sessionId]);
  const run = useCallback(
    (command: RoomCommand) => {
      const key = keyOfCommand(command);
      if (open.current.has(key)) return;
      const controller = new AbortController();
      open.current.set(key, controller);
      const show = () => setRunning(new Set(open.current.keys()));
      show();
      setError(null);
      sendUntilAnswered(sessionId, command, controller.signal)
        .catch((cause: unknown) => !controller.signal.aborted && setError(cause instanceof Error ? cause : new Error(String(cause))))
        .finally(() => {
          if (open.current.get(key) === controller) open.current.delete(key);
          show();
        });
    },
    [sessionId],
  );
  const isRunning = (command: RoomCommand) => running.has(keyOfCommand(command));
  return { run, isRunning, error, clearError: useCallback(() => setError(null), []) };
}
