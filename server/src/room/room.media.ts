import { Injectable, Logger } from '@nestjs/common';
import { phaseOf, type RoomState } from '@rejoin/shared';
import { ConnectionsService } from '../attendance/connections.service.js';
import { Clock } from '../common/clock.js';
import { LivekitService } from '../livekit/livekit.service.js';
import { RoomService, type InMedia } from './room.service.js';
import { RoomStore, type RoomChange } from './room.store.js';

const triesAfterMs = [0, 500, 2_000, 5_000];

/** An end that can still be taken back keeps the room, in which nobody is. */
const isClosed = (state: RoomState): boolean => phaseOf(state) === 'cancelled' || state.closedAt !== null;

/** Carries to the SFU what the log decided: rooms are made and deleted, and who may not stay is taken out. */
@Injectable()
export class RoomMedia {
  private readonly logger = new Logger(RoomMedia.name);

  constructor(
    private readonly store: RoomStore,
    private readonly rooms: RoomService,
    private readonly livekit: LivekitService,
    private readonly connections: ConnectionsService,
    private readonly clock: Clock,
  ) {
    this.store.changed$.subscribe((change) => this.follow(change));
    this.rooms.displaced$.subscribe((displaced) => {
      this.takeOut(displaced, this.clock.now()).catch((error: unknown) => {
        this.logger.error(`${displaced.identity} was not taken out of ${displaced.mediaRoom}: ${String(error)}`);
      });
    });
  }

  private follow({ before, after }: RoomChange): void {
    const mediaRoom = after.opened?.mediaRoom;
    if (mediaRoom === undefined || !before) return;
    if (!before.opened) void this.insist(() => this.livekit.ensureRoom(mediaRoom), mediaRoom);
    if (isClosed(after) && !isClosed(before)) void this.insist(() => this.livekit.deleteRoom(mediaRoom), mediaRoom);
  }

  /** Asked before every try: the person may have been let in once more. */
  private async takeOut({ mediaRoom, identity }: InMedia, at: Date): Promise<void> {
    const who = await this.rooms.whoIs(mediaRoom, identity);
    if (!who || (await this.rooms.admits(mediaRoom, identity))) return;
    await this.connections.endedByUs({ sessionId: who.sessionId, identity, at });
    await this.insist(async () => {
      if (await this.rooms.admits(mediaRoom, identity)) return;
      await this.livekit.removeParticipant(mediaRoom, identity);
    }, mediaRoom);
  }

  private async insist(work: () => Promise<void>, mediaRoom: string): Promise<void> {
    for (const wait of triesAfterMs) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref());
      try {
        return await work();
      } catch (error) {
        this.logger.warn(`The SFU did not follow for ${mediaRoom}: ${String(error)}`);
      }
    }
  }
}
