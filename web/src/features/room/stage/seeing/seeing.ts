export const layouts = ['grid', 'speaker', 'calm'] as const;
export type Layout = (typeof layouts)[number];
export const selfViews = ['on', 'small', 'off'] as const;
export type SelfView = (typeof selfViews)[number];
export const receives = ['all', 'speaker', 'audio'] as const;
export type Receive = (typeof receives)[number];

/** How one person wants to see the room on one device. */
export interface Seeing {
  layout: Layout;
  selfView: SelfView;
  receive: Receive;
}

/** What is not known is as usual. */
export function seeingOf(stored: unknown): Seeing {
  const chosen: Partial<Record<keyof Seeing, unknown>> = typeof stored === 'object' && stored !== null ? stored : {};
  return {
    layout: layouts.find((one) => one === chosen.layout) ?? 'grid',
    selfView: selfViews.find((one) => one === chosen.selfView) ?? 'on',
    receive: receives.find((one) => one === chosen.receive) ?? 'all',
  };
}

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
  return seeingOf(stored(`${key}:${personId}`) ?? stored(key) ?? usual);
}

export function writeSeeing(personId: string, seeing: Seeing): void {
  try {
    localStorage.setItem(`${key}:${personId}`, JSON.stringify(seeing));
  } catch {
    // Without storage the choice holds until the page goes.
  }
}
