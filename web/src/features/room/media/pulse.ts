import type { Room } from 'livekit-client';
import { pause } from './retry';

type Manager = NonNullable<Room['engine']['pcManager']>;
type Transport = Manager['publisher'];

/** What is used of the client's own connection to the SFU. */
export interface Line {
  engine: {
    pcManager?: Pick<Manager, 'triggerIceRestart' | 'createAndSendPublisherOffer'> & {
      publisher: Pick<Transport, 'getConnectionState' | 'getSignallingState' | 'getStats'>;
      subscriber?: Pick<Transport, 'getStats'>;
    };
  };
}

function countOf(report: RTCStatsReport): number {
  let sum = 0;
  report.forEach((entry: { type?: string; packetsReceived?: number; responsesReceived?: number }) => {
    if (entry.type === 'transport') sum += entry.packetsReceived ?? 0;
    if (entry.type === 'candidate-pair') sum += entry.responsesReceived ?? 0;
  });
  return sum;
}

const askEveryMs = 50;

/** A number that grows as long as anything at all comes from the SFU: media, reports on ours, answers to our checks. */
async function pulseOf(line: Line): Promise<number> {
  // The client throws its engine away when it disconnects, whatever its types say.
  const engine: Line['engine'] | undefined = line.engine;
  const transports = [engine?.pcManager?.publisher, engine?.pcManager?.subscriber];
  let sum = 0;
  for (const transport of transports) {
    const report = await transport?.getStats()?.catch(() => null);
    if (report) sum += countOf(report);
  }
  return sum;
}

/** Whether anything comes within this time. */
export async function beats(line: Line, withinMs: number): Promise<boolean> {
  const first = await pulseOf(line);
  for (const from = Date.now(); Date.now() - from < withinMs;) {
    await pause(askEveryMs);
    if ((await pulseOf(line)) > first) return true;
  }
  return false;
}

/** Who sends or sees somebody gets something several times a second. */
const busyMs = 1_700;
/** Who does neither gets only an answer to a check, every two or three seconds. */
const idleMs = 6_000;
/** A page that looked less often than this was asleep: it looks afresh. */
const asleepMs = 4_000;

type Told = Line & { localParticipant: { trackPublications: { size: number } } };

/** Tells that nothing comes any more; after a short cut the client itself says nothing at all. */
export class Pulse {
  private last = -1;
  private since = 0;
  private lookedAt = -Infinity;

  /** `isNear` says whether our server can be reached: asked only where the quiet alone proves nothing. */
  constructor(
    private readonly isNear: () => Promise<boolean>,
    private readonly clock: () => number = () => Date.now(),
  ) {}

  async isSilent(room: Told): Promise<boolean> {
    const count = await pulseOf(room);
    const now = this.clock();
    if (count !== this.last || now - this.lookedAt > asleepMs) this.since = now;
    this.last = count;
    this.lookedAt = now;
    const quietMs = now - this.since;
    if (quietMs <= busyMs) return false;
    if (room.localParticipant.trackPublications.size > 0 || quietMs > idleMs) return true;
    return !(await this.isNear());
  }
}
