import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../lib/api';
import { holdCover } from '../../../lib/cover';
import { shareWords as words } from '../../../lib/shareWords';
import { sendUntilAnswered } from '../state/commands';
import { useRoom } from '../state/roomContext';
import { dropScreen, takeScreen, useOwnScreen } from './screen';
import { isMine } from './shared';

/** One tab is offered first: nothing else of the computer is in it. The room itself is not. */
const choice = (withSound: boolean) => ({
  video: { displaySurface: 'browser', frameRate: { max: 15 } },
  audio: withSound,
  preferCurrentTab: false,
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
  systemAudio: 'exclude',
});

export const canShare = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

export interface ShareScreen {
  start: (withSound: boolean) => Promise<boolean>;
  problem: string | null;
}

/** Asks the browser for a screen, then the room: only then is it sent. */
export function useShareScreen(): ShareScreen {
  const { sessionId } = useRoom();
  const [problem, setProblem] = useState<string | null>(null);
  const start = useCallback(
    async (withSound: boolean): Promise<boolean> => {
      setProblem(null);
      const stream = await navigator.mediaDevices.getDisplayMedia(choice(withSound)).catch((error: unknown) => {
        // Closing the browser's own question is a choice and no failure.
        if (!(error instanceof DOMException && error.name === 'NotAllowedError')) setProblem(words.failed);
        return null;
      });
      if (!stream) return false;
      takeScreen(stream, () => void stopSharing(sessionId));
      try {
        await sendUntilAnswered(sessionId, { type: 'share.start' }, new AbortController().signal);
        return true;
      } catch (error) {
        dropScreen();
        setProblem(error instanceof ApiError ? error.message : words.failed);
        return false;
      }
    },
    [sessionId],
  );
  return { start, problem };
}

export async function stopSharing(sessionId: string): Promise<void> {
  dropScreen();
  await sendUntilAnswered(sessionId, { type: 'share.stop' }, new AbortController().signal).catch(() => undefined);
}

/** Keeps this page and the log of one mind: a screen that the log no longer has is not sent, and one that this page no longer has is over. */
export function useShareKept(): void {
  const { sessionId, view } = useRoom();
  const mine = isMine(view);
  const screen = useOwnScreen();
  const wasMine = useRef(false);
  useEffect(() => {
    if (wasMine.current && !mine) dropScreen();
    else if (mine && !screen) void stopSharing(sessionId);
    wasMine.current = mine;
  }, [mine, screen, sessionId]);
  const isCovered = view.me.staff && screen !== null;
  useEffect(() => (isCovered ? holdCover() : undefined), [isCovered]);
  useEffect(() => () => dropScreen(), []);
}
