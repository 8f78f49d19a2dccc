import { type ErrorBody, patch, roomProtocol, RoomView, type ServerMessages, type WatchReply } from '@rejoin/shared';

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
