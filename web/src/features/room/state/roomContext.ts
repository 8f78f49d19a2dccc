import type { RoomView } from '@rejoin/shared';
import { createContext, use } from 'react';
import type { LocalMedia } from '../media/localMedia';
import type { Unread } from '../messages/useUnread';
import type { RoomCommands } from './useRoomCommands';

interface RoomHere {
  sessionId: string;
  device: string;
  view: RoomView;
  commands: RoomCommands;
  media: LocalMedia;
  /** Private lines that were not on this page's screen yet. */
  unread: Unread;
}

export const RoomContext = createContext<RoomHere | null>(null);

/** The room of this page; only below `RoomPage`. */
export function useRoom(): RoomHere {
  const room = use(RoomContext);
  if (!room) throw new Error('useRoom belongs inside a room');
  return room;
}
