import type { BreakInView, RoomView } from '@rejoin/shared';
import { namesOf } from '../state/words';

const namedAtMost = 3;

/** Who is not back yet, for staff: a number, and the names as soon as they are few. */
export function whoIsOut(
  { people, me }: Pick<RoomView, 'people'> & { me: Pick<RoomView['me'], 'seatId'> },
  { out = {} }: BreakInView,
): string {
  const others = Object.entries(people).filter(([seatId, { place }]) => place === 'main' && seatId !== me.seatId);
  const missing = others.filter(([seatId]) => out[seatId]).map(([, { name }]) => name);
  if (others.length === 0) return 'Nobody else is in the room.';
  if (missing.length === 0) return 'Everyone is back.';
  const count = `${others.length - missing.length} of ${others.length} back`;
  return missing.length <= namedAtMost ? `${count}. Not yet: ${namesOf(missing)}.` : `${count}.`;
}
