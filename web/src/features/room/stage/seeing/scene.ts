import type { RoomView } from '@rejoin/shared';
import { pageOf, pictures } from './pages';
import { received } from './received';
import type { UsedSeeing } from './useSeeing';

const strip = { wide: 6, phone: 3 } as const;

/** Who is on the stage: those with a picture beside one's own, and all who only listen. */
export function othersIn(view: RoomView) {
  const there = Object.entries(view.people)
    .filter(([seatId, { place }]) => place === 'main' && seatId !== view.me.seatId)
    .map(([seatId, person]) => ({ ...person, seatId }));
  return {
    seen: there.filter(({ capacity }) => capacity !== 'observer'),
    observers: [
      ...(view.me.capacity === 'observer' ? [{ seatId: view.me.seatId, name: 'You' }] : []),
      ...there.filter(({ capacity }) => capacity === 'observer'),
    ],
  };
}

interface Wish {
  seeing: UsedSeeing;
  order: readonly string[];
  /** Whose turn it is to be large. */
  turn: string | null;
  isSmall: boolean;
  /** Something else is large: a shared screen. */
  hasContent: boolean;
  /** One may be seen at all. */
  hasSelf: boolean;
}

export interface SceneOf {
  big: string | null;
  page: number;
  pages: number;
  /** The small or equal pictures, without oneself. */
  shown: readonly string[];
  self: 'tile' | 'small' | 'off';
  /** Whose camera is sent to this page. */
  wanted: readonly string[];
  /** In a group the calm layout makes do with the middle size: the fewest bytes, and no large picture that stutters. */
  sharp: boolean;
}

/** Who is seen, how large, and on which page. */
export function sceneOf({ seeing, order, turn, isSmall, hasContent, hasSelf }: Wish): SceneOf {
  const { layout, pinned } = seeing;
  const kept = pinned !== null && order.includes(pinned) ? pinned : null;
  const large = kept ?? (layout === 'grid' ? null : turn);
  const big = hasContent ? null : large;
  const isCalm = layout === 'calm' && order.length > 0;
  const isGrid = !hasContent && big === null;
  const self = !hasSelf || seeing.selfView === 'off' ? 'off' : seeing.selfView === 'small' || isCalm ? 'small' : 'tile';
  const sizes = isGrid ? pictures : strip;
  const page = pageOf({
    order: isCalm ? [] : order,
    page: seeing.page,
    size: isSmall ? sizes.phone : sizes.wide,
    taken: self === 'tile' ? 1 : 0,
  });
  // Without a large picture the tile of who speaks is the one that is sent.
  const speaks = big ?? (isCalm && hasContent ? null : turn);
  const wanted = received({ layout, receive: seeing.receives, big: seeing.receives === 'speaker' ? speaks : big, shown: page.seatIds });
  const sharp = layout !== 'calm' || order.length < 2;
  return { big, page: page.page, pages: page.pages, shown: page.seatIds, self, wanted, sharp };
}
