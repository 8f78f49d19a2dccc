import type { CheckInInView, RoomView } from '@rejoin/shared';

export interface CheckInOf extends CheckInInView {
  id: string;
}

const listed = (checkIns: RoomView['checkIns']): CheckInOf[] =>
  Object.entries(checkIns)
    .map(([id, one]) => ({ id, ...one }))
    .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));

/** All of them, the newest first. */
export const checkInsOf = ({ checkIns }: Pick<RoomView, 'checkIns'>): CheckInOf[] => listed(checkIns);

export const openOne = (view: Pick<RoomView, 'checkIns'>): CheckInOf | undefined => checkInsOf(view).find(({ closedAt }) => !closedAt);

export const shownOne = (view: Pick<RoomView, 'checkIns'>): CheckInOf | undefined => checkInsOf(view).find(({ shown }) => shown);

/** A typed number of the scale; nothing where it is none. */
export function valueOf(typed: string): number | undefined {
  const value = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : NaN;
  return value >= 0 && value <= 100 ? value : undefined;
}

/** Where a key moves the slider; the first press of an arrow begins in the middle, a digit is its tens. */
export function keyed(key: string, value: number | undefined): number | undefined {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
  const step = steps[key];
  if (/^\d$/.test(key)) return Number(key) * 10;
  if (key === 'Home') return 0;
  if (key === 'End') return 100;
  if (step === undefined) return undefined;
  return value === undefined ? 50 : Math.min(100, Math.max(0, value + step));
}
