import { onConnected, onNews, unwatchRoom, watchRoom } from '../../../lib/socket';
import { askServerTime } from './serverClock';
import { advanced, begun, type Watched } from './watched';

interface Target {
  sessionId: string;
  device: string;
}

const retryMs = 1_000;

/** Keeps one room's view up to date until it is stopped; the last view stays while the server is away. */
export function keepWatching(target: Target, onChange: (watched: Watched) => void): () => void {
  let current: Watched = { status: 'loading' };
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (next: Watched) => {
    if (next !== current) onChange((current = next));
  };
  const watch = async () => {
    const mine = (turn += 1);
    clearTimeout(timer);
    const reply = await watchRoom(target).catch((error: unknown) => (isTimeout(error) ? null : ('odd' as const)));
    if (mine !== turn) return;
    if (reply === 'odd') set({ status: 'old' });
    else if (reply) set(begun(reply));
    else timer = setTimeout(() => void watch(), retryMs);
  };
  const stops = [
    onConnected(() => {
      void watch();
      void askServerTime();
    }),
    onNews('room.patch', (news) => {
      if (news.sessionId !== target.sessionId || current.status !== 'shown') return;
      const next = advanced(current, news);
      if (next === 'gap') void watch();
      else set(next);
    }),
  ];
  return () => {
    turn += 1;
    clearTimeout(timer);
    for (const stop of stops) stop();
    unwatchRoom({ sessionId: target.sessionId });
  };
}

/** Anything but a lost answer is an answer of another version. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name !== 'ZodError' && !('issues' in error);
}
