import type { ErrorCode } from '../errors.js';
import type { NewRoomEvent } from './event.js';
import type { RoomState, RosterSeat } from './state.js';

/** What `decide` cannot know by itself. `identity` and `mediaRoom` are needed to arrive: fresh and opaque. */
export interface DecideContext {
  now: string;
  identity?: string;
  mediaRoom?: string;
  /** For an order that is thrown, and the seconds that each seat has spoken. */
  seed?: number;
  spoken?: Readonly<Record<string, number>>;
}

/** A seat that asks something of a room. */
export interface Asked {
  state: RoomState;
  seat: RosterSeat;
  context: DecideContext;
}

export type Decision = { events: readonly NewRoomEvent[] } | { refusal: ErrorCode };
export type Actor = { seatId: string } | 'system';

export const nothing: Decision = { events: [] };
export const refuse = (refusal: ErrorCode): Decision => ({ refusal });
export const happened = (...events: NewRoomEvent[]): Decision => ({ events });
