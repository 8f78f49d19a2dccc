import { minutesPassed, type BlockInView, type RoomView } from '@rejoin/shared';

export interface AgendaPart extends BlockInView {
  blockId: string;
}

/** The parts in their order. */
export function partsOf({ blocks }: Pick<RoomView['agenda'], 'blocks'>): AgendaPart[] {
  return Object.entries(blocks)
    .map(([blockId, block]) => ({ ...block, blockId }))
    .sort((a, b) => a.position - b.position);
}

/** The next part that is not left out. */
export function nextOf({ blocks, current }: RoomView['agenda']): AgendaPart | undefined {
  const parts = partsOf({ blocks });
  const at = parts.findIndex(({ blockId }) => blockId === current?.blockId);
  return parts.slice(at + 1).find(({ skipped }) => !skipped);
}

/** The same parts with one of them a place up or down. */
export function moved(parts: readonly AgendaPart[], blockId: string, by: -1 | 1): string[] {
  const ids = parts.map((part) => part.blockId);
  const at = ids.indexOf(blockId);
  const [one, other] = [ids[at], ids[at + by]];
  if (one === undefined || other === undefined) return ids;
  return ids.with(at, other).with(at + by, one);
}

/** What five minutes more or less make of a part; of one that runs over, from now on. */
export function minutesAfter({ blockId, minutes }: AgendaPart, by: number, current: RoomView['agenda']['current'], now: number): number {
  const passed = current?.blockId === blockId ? minutesPassed(current.beganAt, now) : 0;
  return by > 0 ? Math.max(minutes, passed) + by : Math.max(minutes + by, passed, 1);
}
