import type { RoomView } from '@rejoin/shared';

export type Screen =
  | 'early'
  | 'preview'
  | 'waiting'
  | 'room'
  | 'left'
  | 'removed'
  | 'ended'
  | 'cancelled'
  | 'otherDevice';

/** What this page knows beyond the view. */
export interface PageMemory {
  device: string;
  now: number;
  /** The person was in the waiting room or the room on this page. */
  wasHere: boolean;
  /** The person chose to come back after leaving or being sent out. */
  returning: boolean;
  /** Staff chose to open the room long before its time. */
  early: boolean;
}

/** This long before the planned start the door can be used, or as soon as staff have opened the room. */
export const doorOpensMinutes = 30;

export function doorOpensAt(view: Pick<RoomView, 'startsAt'>): number {
  return Date.parse(view.startsAt) - doorOpensMinutes * 60_000;
}

function beforeTheDoor(view: RoomView, { now, wasHere, returning, early }: PageMemory): Screen {
  if (view.me.place === 'removed' && !(returning && view.me.mayReturn)) return 'removed';
  if (view.me.place === 'left' && wasHere && !returning) return 'left';
  if (view.phase === 'planned' && now < doorOpensAt(view) && !early) return 'early';
  return 'preview';
}

/** Which of its states the page is in. */
export function screenOf(view: RoomView, memory: PageMemory): Screen {
  const { place, device, seatId, mayReturn } = view.me;
  if (view.phase === 'cancelled') return 'cancelled';
  if (view.phase === 'ended' && (place !== 'removed' || mayReturn)) return 'ended';
  if (place !== 'waiting' && place !== 'main') return beforeTheDoor(view, memory);
  if (device === memory.device) return place === 'main' ? 'room' : 'waiting';
  return view.people[seatId]?.online ? 'otherDevice' : 'preview';
}

/** Camera and microphone are held only where they are needed. */
export function needsMedia(screen: Screen | null): boolean {
  return screen === 'preview' || screen === 'waiting' || screen === 'room';
}
