import { doorOpensMinutes, type RoomView } from '@rejoin/shared';

/** The part of a view that says which state the page is in. */
interface Seen extends Pick<RoomView, 'phase' | 'startsAt'> {
  me: Pick<RoomView['me'], 'seatId' | 'place' | 'device' | 'mayReturn'>;
  people: Readonly<Record<string, { online: boolean }>>;
}

export type Screen = 'early' | 'preview' | 'waiting' | 'room' | 'left' | 'removed' | 'ended' | 'cancelled' | 'otherDevice';

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

export function doorOpensAt(view: Pick<RoomView, 'startsAt'>): number {
  return Date.parse(view.startsAt) - doorOpensMinutes * 60_000;
}

function beforeTheDoor(view: Seen, { now, wasHere, returning, early }: PageMemory): Screen {
  if (view.me.place === 'removed' && !(returning && view.me.mayReturn)) return 'removed';
  if (view.me.place === 'left' && wasHere && !returning) return 'left';
  if (view.phase === 'planned' && now < doorOpensAt(view) && !early) return 'early';
  return 'preview';
}

/** Which of its states the page is in. */
export function screenOf(view: Seen, memory: PageMemory): Screen {
  const { place, device, seatId, mayReturn } = view.me;
  if (view.phase === 'cancelled') return 'cancelled';
  if (view.phase === 'ended' && (place !== 'removed' || mayReturn)) return 'ended';
  if (place !== 'waiting' && place !== 'main') return beforeTheDoor(view, memory);
  if (device === memory.device) return place === 'main' ? 'room' : 'waiting';
  return view.people[seatId]?.online ? 'otherDevice' : 'preview';
}

/** Whether the page is on its way into the room, or in it. */
export function isComing(screen: Screen | null): boolean {
  return screen === 'preview' || screen === 'waiting' || screen === 'room';
}

/** Who only observes sends nothing. */
export function maySend(view: Pick<RoomView, 'me'>): boolean {
  return view.me.capacity !== 'observer';
}
