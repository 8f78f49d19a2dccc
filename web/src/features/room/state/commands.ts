import { commandRoom, type RoomCommand } from '@rejoin/shared';
import { ApiError, call } from '../../../lib/api';

const waitMs = 1_500;

function isNetwork(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'network.failed';
}

/** Sends a command; `call` itself tries a few times with the same id. */
async function sendCommand(sessionId: string, command: RoomCommand, id: string): Promise<void> {
  await call(commandRoom, { params: { sessionId }, body: { id, command } });
}

/** Sends a command with the same id until it is answered, refused, or nobody waits for it any more. */
export async function sendUntilAnswered(
  sessionId: string,
  command: RoomCommand,
  signal: AbortSignal,
  id: string = crypto.randomUUID(),
): Promise<void> {
  while (!signal.aborted) {
    try {
      return await sendCommand(sessionId, command, id);
    } catch (error) {
      if (!isNetwork(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
