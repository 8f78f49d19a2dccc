import type { RoomView } from '@rejoin/shared';
import type { MediaSnapshot, Playable } from '../media/mediaTypes';

/** The screen that somebody else shows, as far as it has come. */
export interface SharedScreen {
  seatId: string;
  name: string;
  picture: Playable | null;
  sound: Playable | null;
}

/** What the view does not name is not shown, whatever the SFU sends. */
export function sharedOf({ share, people, me }: RoomView, media: MediaSnapshot): SharedScreen | null {
  const person = share && share.seatId !== me.seatId ? people[share.seatId] : undefined;
  if (!share || !person || person.place !== 'main') return null;
  const sent = person.identity === undefined ? undefined : media.people[person.identity];
  return { seatId: share.seatId, name: person.name, picture: sent?.screen ?? null, sound: sent?.screenAudio ?? null };
}

/** Who shows a screen now may be oneself. */
export const isMine = ({ share, me }: RoomView): boolean => share?.seatId === me.seatId;
