import { Injectable, Logger } from '@nestjs/common';
import { gearKinds, type Act, type GearKind } from '@rejoin/shared';
import { LivekitService } from '../livekit/livekit.service.js';
import { RoomStore, type RoomChange } from './room.store.js';

const triesAfterMs = [0, 300, 1_000];

interface Stopped {
  mediaRoom: string;
  identity: string;
  kind: GearKind;
}

function kindOf(act: Act): GearKind | undefined {
  return gearKinds.find((kind) => kind === act.kind);
}

/** Whose microphone or camera staff have just turned off. */
function stoppedBy({ before, after }: RoomChange): Stopped[] {
  const mediaRoom = after.opened?.mediaRoom;
  if (mediaRoom === undefined || !before) return [];
  return Object.entries(after.acts).flatMap(([seatId, act]) => {
    const kind = kindOf(act);
    const standing = after.standings[seatId];
    const isNew = before.acts[seatId]?.at !== act.at || before.acts[seatId]?.kind !== act.kind;
    return kind && isNew && standing?.place === 'main' ? [{ mediaRoom, identity: standing.identity, kind }] : [];
  });
}

/** What staff turned off is turned off at the SFU too: a page that does not listen is not heard either. */
@Injectable()
export class RoomGear {
  private readonly logger = new Logger(RoomGear.name);

  constructor(
    store: RoomStore,
    private readonly livekit: LivekitService,
  ) {
    store.changed$.subscribe((change) => {
      for (const one of stoppedBy(change)) void this.stop(one);
    });
  }

  private async stop({ mediaRoom, identity, kind }: Stopped): Promise<void> {
    for (const wait of triesAfterMs) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref());
      try {
        return await this.livekit.stopTracks(mediaRoom, identity, kind);
      } catch (error) {
        this.logger.warn(`The SFU did not stop a ${kind} in ${mediaRoom}: ${String(error)}`);
      }
    }
  }
}
