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
}

function order([idA, a]: [string, PersonInView], [idB, b]: [string, PersonInView]): number {
  if (a.staff !== b.staff) return a.staff ? -1 : 1;
  return a.name.localeCompare(b.name) || (idA < idB ? -1 : 1);
}

/** Everyone in the room in an order that does not jump: those who lead, the others by name, oneself last. What the view does not name is not shown. */
export function tilesOf(view: RoomView, media: MediaSnapshot): TileOf[] {
  const there = Object.entries(view.people)
    .filter(([, person]) => person.place === 'main')
    .sort(order);
  const tiles = there.map(([seatId, { name, pronouns, online, identity }]): TileOf => {
    const isMe = seatId === view.me.seatId;
    const sent = identity === undefined || isMe ? undefined : media.people[identity];
    return {
      seatId,
      name,
      pronouns,
      isMe,
      online: online || isMe,
      video: sent?.video ?? null,
      muted: isMe ? !media.audioSent : (sent?.muted ?? true),
      speaking: isMe ? media.speaking && media.audioSent : (sent?.speaking ?? false),
    };
  });
  return [...tiles.filter((tile) => !tile.isMe), ...tiles.filter((tile) => tile.isMe)];
}

/** The sound of everyone whom the view names. */
export function soundsOf(view: RoomView, media: MediaSnapshot): { seatId: string; track: Playable }[] {
  return Object.entries(view.people).flatMap(([seatId, { place, identity }]) => {
    const track = identity !== undefined && place === 'main' && seatId !== view.me.seatId ? media.people[identity]?.audio : null;
    return track ? [{ seatId, track }] : [];
  });
}
