import type { Room } from 'livekit-client';

function countOf(report: RTCStatsReport): number {
  let sum = 0;
  report.forEach((entry: { type?: string; packetsReceived?: number; responsesReceived?: number }) => {
    if (entry.type === 'transport') sum += entry.packetsReceived ?? 0;
    if (entry.type === 'candidate-pair') sum += entry.responsesReceived ?? 0;
  });
  return sum;
}

/** A number that grows as long as anything at all comes from the SFU: media, reports on ours, answers to our checks. */
async function pulseOf(room: Room): Promise<number> {
  // The client throws its engine away when it disconnects, whatever its types say.
  const engine: Room['engine'] | undefined = room.engine;
  const transports = [engine?.pcManager?.publisher, engine?.pcManager?.subscriber];
  let sum = 0;
  for (const transport of transports) {
    const report = await transport?.getStats()?.catch(() => null);
    if (report) sum += countOf(report);
  }
  return sum;
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
