import type { RoomView } from '@rejoin/shared';
import { useEffect, useState } from 'react';
import type { RoomCommands } from './useRoomCommands';

interface Options {
  view: RoomView;
  device: string;
  commands: RoomCommands;
}

const patienceMs = 3_000;

/**
 * Whether the person has just asked to come in and most likely need not wait: the way to the media is then begun beside the
 * command. The door lets nobody in before the room says so.
 */
export function useStraightIn({ view, device, commands }: Options): boolean {
  const [isOnTheWay, setOnTheWay] = useState(false);
  const { place, staff } = view.me;
  const isOut = place !== 'main' && place !== 'waiting' && place !== 'removed';
  const asks = commands.isRunning({ type: 'arrive', device, stayHere: false });
  if (!isOnTheWay && asks && isOut && (staff || place === 'left')) setOnTheWay(true);
  if (isOnTheWay && (!isOut || commands.error)) setOnTheWay(false);
  useEffect(() => {
    if (!isOnTheWay) return;
    const timer = setTimeout(() => setOnTheWay(false), patienceMs);
    return () => clearTimeout(timer);
  }, [isOnTheWay]);
  return isOnTheWay;
}
