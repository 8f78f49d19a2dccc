import { type Icon, IconHeart, IconMoodSmile, IconThumbUp, IconHeartHandshake, IconUsersPlus } from '@tabler/icons-react';
import type { ReactionKind, RoomView } from '@rejoin/shared';

export const reactionIcons: Record<ReactionKind, Icon> = {
  thumbsUp: IconThumbUp,
  heart: IconHeart,
  meToo: IconUsersPlus,
  thanks: IconHeartHandshake,
  smile: IconMoodSmile,
};

/** So long a sign stands on the tile of who gave it, and "me too" on the tile of whom it is said to. */
export const reactionShownMs = 6_000;
export const meTooShownMs = 20_000;

/** The last sign that this seat gave, while it is new. */
export function reactionOf({ talk }: Pick<RoomView, 'talk'>, seatId: string, now: number): ReactionKind | undefined {
  const given = talk.reactions[seatId];
  return given && now - Date.parse(given.at) < reactionShownMs ? given.kind : undefined;
}

/** How many others have just said "me too" to this seat. */
export function meTooCount({ talk }: Pick<RoomView, 'talk'>, seatId: string, now: number): number {
  return Object.values(talk.meToo).filter(({ to, at }) => to === seatId && now - Date.parse(at) < meTooShownMs).length;
}

/** When the next of these fades, in ms from now; null where none is shown. */
export function fadesIn(times: readonly { at: string; shownMs: number }[], now: number): number | null {
  const left = times.map(({ at, shownMs }) => Date.parse(at) + shownMs - now).filter((ms) => ms > 0);
  return left.length > 0 ? Math.min(...left) : null;
}
