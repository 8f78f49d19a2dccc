import { z } from 'zod';

export const layouts = ['grid', 'speaker', 'calm'] as const;
export type Layout = (typeof layouts)[number];
export const selfViews = ['on', 'small', 'off'] as const;
export type SelfView = (typeof selfViews)[number];
export const receives = ['all', 'speaker', 'audio'] as const;
export type Receive = (typeof receives)[number];

/** How one person wants to see the room on one device. */
export const Seeing = z.object({
  layout: z.enum(layouts).catch('grid'),
  selfView: z.enum(selfViews).catch('on'),
  receive: z.enum(receives).catch('all'),
});
export type Seeing = z.infer<typeof Seeing>;

const nothingChosen = {};
const key = 'rejoin-seeing';

function stored(at: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(at) ?? 'null');
  } catch {
    return null;
  }
}

/** What this person chose on this device; a choice without a person holds for all who have not chosen, then what is usual for the person. */
export function readSeeing(personId: string, usual: Partial<Seeing> = nothingChosen): Seeing {
  return Seeing.parse(stored(`${key}:${personId}`) ?? stored(key) ?? usual);
}

export function writeSeeing(personId: string, seeing: Seeing): void {
  try {
    localStorage.setItem(`${key}:${personId}`, JSON.stringify(seeing));
  } catch {
    // Without storage the choice holds until the page goes.
  }
}
