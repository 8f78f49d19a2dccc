import type { RoomView } from '@rejoin/shared';
import { useEffect } from 'react';
import type { RoomCommands } from './useRoomCommands';

interface Options {
  view: RoomView;
  device: string;
  commands: RoomCommands;
}

/** A page that holds the seat but counts as gone (after a reload, a lost network) says that it is back. */
export function useComing({ view, device, commands: { run } }: Options): void {
  const { place, device: holder, seatId } = view.me;
  const isMine = holder === device && (place === 'waiting' || place === 'main');
  const isGone = isMine && !view.people[seatId]?.online;
  useEffect(() => {
    if (isGone) run({ type: 'arrive', device, stayHere: false });
  }, [isGone, device, run]);
}
