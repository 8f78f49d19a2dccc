import { doorOpensMinutes } from '@rejoin/shared';
import { minutesLater } from './days';

export interface SessionTimes {
  startsAt: string;
  plannedMinutes: number;
  startedAt: string | null;
  endedAt: string | null;
  cancelled: boolean;
}

/** `soon`: within a quarter of an hour of its start or past it; `missed`: its planned end passed and nobody started it. */
export type SessionState = 'planned' | 'soon' | 'running' | 'finished' | 'missed' | 'cancelled';

export function sessionState(session: SessionTimes, now: string): SessionState {
  if (session.cancelled) return 'cancelled';
  if (session.endedAt) return 'finished';
  if (session.startedAt) return 'running';
  const at = Date.parse(now);
  if (at > Date.parse(minutesLater(session.startsAt, session.plannedMinutes))) return 'missed';
  return at >= Date.parse(minutesLater(session.startsAt, -doorOpensMinutes)) ? 'soon' : 'planned';
}

/** Whether it makes sense to go to its room now. */
export function isOpenState(state: SessionState): boolean {
  return state === 'soon' || state === 'running';
}
