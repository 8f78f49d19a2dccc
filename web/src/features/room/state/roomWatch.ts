import { type ErrorBody, patch, roomProtocol, RoomView, type ServerMessages, type WatchReply } from '@rejoin/shared';
import { onConnected, onNews, unwatchRoom, watchRoom } from '../../../lib/socket';
import { askServerTime } from './serverClock';

export interface Shown {
  status: 'shown';
  n: number;
  view: RoomView;
}
export type Watched = { status: 'loading' } | { status: 'refused'; error: ErrorBody } | { status: 'old' } | Shown;

/** What a watch begins with. */
export function begun(reply: WatchReply): Watched {
  if (!reply.ok) return { status: 'refused', error: reply.error };
  return reply.view.protocol === roomProtocol ? { status: 'shown', n: reply.n, view: reply.view } : { status: 'old' };
}

/** The view after one more difference; `gap` where one was missed or makes no sense, and the whole view is needed. */
export function advanced(shown: Shown, { n, patch: change }: Pick<ServerMessages['room.patch'], 'n' | 'patch'>): Watched | 'gap' {
  if (n <= shown.n) return shown;
  if (n !== shown.n + 1) return 'gap';
  const view = RoomView.safeParse(patch(shown.view, change));
  if (!view.success) return 'gap';
  return view.data.protocol === roomProtocol ? { status: 'shown', n, view: view.data } : { status: 'old' };
}

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
