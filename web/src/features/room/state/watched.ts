import { type ErrorBody, patch, roomProtocol, type RoomView, type ServerMessages, type WatchReply } from '@rejoin/shared';

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

/** What every page reads from. */
const parts = ['me', 'people', 'expected', 'agenda', 'chat', 'threads', 'talk', 'materials', 'checkIns'] as const;

/** Differences are made from checked views: only one that belongs to another view can leave a part out. */
function isView(value: unknown): value is RoomView {
  if (typeof value !== 'object' || value === null) return false;
  const view: Partial<Record<keyof RoomView, unknown>> = value;
  return typeof view.protocol === 'number' && parts.every((part) => typeof view[part] === 'object');
}

/** The view after one more difference; `gap` where one was missed or makes no sense, and the whole view is needed. */
export function advanced(shown: Shown, { n, patch: change }: Pick<ServerMessages['room.patch'], 'n' | 'patch'>): Watched | 'gap' {
  if (n <= shown.n) return shown;
  if (n !== shown.n + 1) return 'gap';
  const view = patch(shown.view, change);
  if (!isView(view)) return 'gap';
  return view.protocol === roomProtocol ? { status: 'shown', n, view } : { status: 'old' };
}
