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

/** Who sends gets several reports a second; who sends nothing only gets an answer every two or three. */
const sendingMs = 2_500;
const idleMs = 6_000;

/** Tells that nothing comes any more; after a short cut the client itself says nothing at all. */
export class Pulse {
  private last = -1;
  private since = Date.now();

  async isSilent(room: Room): Promise<boolean> {
    const count = await pulseOf(room);
    const now = Date.now();
    if (count !== this.last) {
      this.last = count;
      this.since = now;
    }
    return now - this.since > (room.localParticipant.trackPublications.size > 0 ? sendingMs : idleMs);
  }
}
