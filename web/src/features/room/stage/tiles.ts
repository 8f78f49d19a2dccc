import type { PersonInView, RoomView } from '@rejoin/shared';
import type { MediaSnapshot, Playable } from '../media/mediaTypes';

export interface TileOf {
  seatId: string;
  name: string;
  pronouns: string;
  isMe: boolean;
  online: boolean;
  video: Playable | null;
  muted: boolean;
  speaking: boolean;
  pinned: boolean;
}

type Seen = PersonInView & { seatId: string };

/** One person as the stage shows them; a picture that is not wanted here is not shown either. */
export function tileOf(person: Seen, media: MediaSnapshot, { wanted, pinned }: { wanted: boolean; pinned: boolean }): TileOf {
  const { seatId, name, pronouns, online, identity } = person;
  const sent = identity === undefined ? undefined : media.people[identity];
  return {
    seatId,
    name,
    pronouns,
    isMe: false,
    online,
    video: wanted ? (sent?.video ?? null) : null,
    muted: sent?.muted ?? true,
    speaking: sent?.speaking ?? false,
    pinned,
  };
}

/** Oneself, as the others see one. */
export function ownTile({ me, people }: RoomView, media: MediaSnapshot): TileOf {
  return {
    seatId: me.seatId,
    name: me.name,
    pronouns: people[me.seatId]?.pronouns ?? '',
    isMe: true,
    online: true,
    video: null,
    muted: !media.audioSent,
    speaking: media.speaking && media.audioSent,
    pinned: false,
  };
}

/** The sound of everyone whom the view names. */
export function soundsOf(view: RoomView, media: MediaSnapshot): { seatId: string; track: Playable }[] {
  return Object.entries(view.people).flatMap(([seatId, { place, identity }]) => {
    const track = identity !== undefined && place === 'main' && seatId !== view.me.seatId ? media.people[identity]?.audio : null;
    return track ? [{ seatId, track }] : [];
  });
}
