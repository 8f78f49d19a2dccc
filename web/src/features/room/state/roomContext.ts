import type { RoomView } from '@rejoin/shared';
import { createContext, use } from 'react';
import type { LocalMedia } from '../media/localMedia';
import type { RoomCommands } from './useRoomCommands';

interface RoomHere {
  sessionId: string;
  device: string;
  view: RoomView;
  commands: RoomCommands;
  media: LocalMedia;
}

export const RoomContext = createContext<RoomHere | null>(null);

/** The room of this page; only below `RoomPage`. */
export function useRoom(): RoomHere {
  const room = use(RoomContext);
  if (!room) throw new Error('useRoom belongs inside a room');
  return room;
}
