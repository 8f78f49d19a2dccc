import { Injectable, Logger } from '@nestjs/common';
import { identitiesInMedia, mustRest, sharingSeat, type RoomState, type RosterSeat } from '@rejoin/shared';
import { sourcesOf, type MediaSource } from '../livekit/grants.js';
import { LivekitService } from '../livekit/livekit.service.js';
import { RoomStore, type RoomChange } from './room.store.js';

const triesAfterMs = [0, 300, 1_000, 3_000];

/** What a seat may send now: its own sound and picture, a screen only while the log says that it shows one, and in a break nothing. */
export function sourcesNow(state: RoomState, { seatId, capacity }: RosterSeat): readonly MediaSource[] {
  if (mustRest(state, seatId)) return [];
  const own = sourcesOf(capacity);
  return sharingSeat(state) === seatId ? [...own, 'screenShare'] : own;
}

function sourcesByIdentity(state: RoomState): Map<string, readonly MediaSource[]> {
  const entries = identitiesInMedia(state).flatMap((identity): [string, readonly MediaSource[]][] => {
    const seat = state.roster[state.identities[identity] ?? ''];
    return seat ? [[identity, sourcesNow(state, seat)]] : [];
  });
  return new Map(entries);
}

const isSame = (a: readonly MediaSource[], b: readonly MediaSource[]): boolean =>
  a.length === b.length && a.every((source) => b.includes(source));

/** Keeps what people may send at the SFU equal to the log: given when it says so, and taken back at once. */
@Injectable()
export class RoomRights {
  private readonly logger = new Logger(RoomRights.name);
  private readonly turns = new Map<string, Promise<void>>();

  constructor(
    private readonly store: RoomStore,
    private readonly livekit: LivekitService,
  ) {
    store.changed$.subscribe((change) => this.follow(change));
  }

  /** Somebody whom the SFU has: a right may have changed while they were connecting. */
  settle(sessionId: string, identity: string, sources: readonly MediaSource[] | null): void {
    const state = this.store.known(sessionId);
    const now = state && sourcesByIdentity(state).get(identity);
    if (now && sources && !isSame(now, sources)) this.change(sessionId, identity);
  }

  private follow({ sessionId, before, after }: RoomChange): void {
    if (!before || (before.share === after.share && before.break === after.break)) return;
    const were = sourcesByIdentity(before);
    for (const [identity, are] of sourcesByIdentity(after)) {
      const was = were.get(identity);
      if (was && !isSame(was, are)) this.change(sessionId, identity);
    }
  }

  /** One change after another of each participant, so that the last one stands. */
  private change(sessionId: string, identity: string): void {
    const turn = (this.turns.get(identity) ?? Promise.resolve()).then(() => this.bring(sessionId, identity));
    this.turns.set(identity, turn);
    void turn.then(() => this.turns.get(identity) === turn && this.turns.delete(identity));
  }

  /** What holds is asked anew before every try. */
  private async bring(sessionId: string, identity: string): Promise<void> {
    for (const wait of triesAfterMs) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref());
      const state = this.store.known(sessionId);
      const sources = state && sourcesByIdentity(state).get(identity);
      const mediaRoom = state?.opened?.mediaRoom;
      if (!sources || mediaRoom === undefined) return;
      try {
        return await this.livekit.letSend(mediaRoom, identity, sources);
      } catch (error) {
        this.logger.warn(`The SFU did not change what ${identity} may send: ${String(error)}`);
      }
    }
  }
}
