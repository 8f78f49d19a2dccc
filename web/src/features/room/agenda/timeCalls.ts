import type { RoomView } from '@rejoin/shared';
import { blockName } from '../state/words';

/** So long before its end a part is called out. */
const warnMs = 2 * 60_000;
/** So long the end stays on the page, unless another part begins. */
const overMs = 60_000;

export type TimeCall = { kind: 'soon' | 'over'; text: string; key: string };

type Agenda = Pick<RoomView['agenda'], 'current' | 'blocks'>;

/** What is to be said now about the time of the part that runs; a break has a countdown of its own. */
export function timeCallOf({ current, blocks }: Agenda, now: number): TimeCall | null {
  const block = current && blocks[current.blockId];
  if (!current || !block || block.kind === 'break') return null;
  const left = Date.parse(current.endsAt) - now;
  const key = `${current.blockId} ${current.endsAt}`;
  const name = blockName(block);
  if (left > 0 && left <= warnMs) return { kind: 'soon', text: `About 2 minutes left: ${name}`, key: `${key} soon` };
  if (left <= 0 && left > -overMs) return { kind: 'over', text: `The time is over: ${name}`, key: `${key} over` };
  return null;
}
