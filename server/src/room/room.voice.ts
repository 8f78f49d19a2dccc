import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isOneVoice, mayBeHeardNow, phaseOf, placeOf, type RoomState } from '@rejoin/shared';
import { LivekitService } from '../livekit/livekit.service.js';
import { RoomStore, type RoomChange } from './room.store.js';

const lookEveryMs = 1_500;
const triesAfterMs = [0, 300, 1_000];

/** Who stands in the room and may not be heard now, as the SFU knows them. */
function silenced(state: RoomState | undefined): string[] {
  const phase = state && phaseOf(state);
  if (!state || !isOneVoice(state) || (phase !== 'open' && phase !== 'running')) return [];
  return Object.entries(state.standings)
    .filter(([seatId]) => placeOf(state, seatId) === 'main' && !mayBeHeardNow(state, seatId))
    .map(([, { identity }]) => identity);
}

/**
 * One voice at a time holds at the SFU too, for pages that do not listen. Nobody's microphone is ever turned on from here:
 * whoever may be heard again turns it on.
 */
@Injectable()
export class RoomVoice implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RoomVoice.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: RoomStore,
    private readonly livekit: LivekitService,
  ) {
    store.changed$.subscribe((change) => this.follow(change));
  }

  /** Whoever turns a microphone on all the same is heard no longer than this. */
  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      for (const [sessionId, state] of this.store.loaded()) if (isOneVoice(state)) void this.hush(sessionId);
    }, lookEveryMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private follow({ sessionId, before, after }: RoomChange): void {
    const were = new Set(silenced(before));
    if (silenced(after).some((identity) => !were.has(identity))) void this.hush(sessionId);
  }

  private async hush(sessionId: string): Promise<void> {
    for (const wait of triesAfterMs) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref());
      try {
        return await this.hushNow(sessionId);
      } catch (error) {
        this.logger.warn(`The SFU did not keep to one voice: ${String(error)}`);
      }
    }
  }

  /** Asked as it is now, once more where it changed meanwhile. */
  private async hushNow(sessionId: string): Promise<void> {
    const state = this.store.known(sessionId);
    const mediaRoom = state?.opened?.mediaRoom;
    const identities = silenced(state);
    if (mediaRoom === undefined || identities.length === 0) return;
    await this.livekit.muteMicrophones(mediaRoom, new Set(identities), (identity) =>
      silenced(this.store.known(sessionId)).includes(identity),
    );
  }
}
