import type { Room } from 'livekit-client';

function countOf(report: RTCStatsReport): number {
  let sum = 0;
  report.forEach((entry: { type?: string; packetsReceived?: number; responsesReceived?: number }) => {
    if (entry.type === 'inbound-rtp') sum += entry.packetsReceived ?? 0;
    if (entry.type === 'candidate-pair') sum += entry.responsesReceived ?? 0;
  });
  return sum;
}

/** A number that grows as long as anything at all comes from the SFU: media, or its answers to our checks. */
export async function pulseOf(room: Room): Promise<number> {
  const transports = [room.engine.pcManager?.publisher, room.engine.pcManager?.subscriber];
  const reports = await Promise.all(transports.map((transport) => transport?.getStats()?.catch(() => undefined)));
  return reports.reduce((sum, report) => sum + (report ? countOf(report) : 0), 0);
}

/** Two checks of the connection may fail before we say that it is silent. */
export const silentAfterMs = 5_500;

/** Tells how long nothing has come; after a short cut the client itself says nothing at all. */
export class Pulse {
  private last = -1;
  private since = Date.now();

  async silentFor(room: Room): Promise<number> {
    const count = await pulseOf(room);
    if (count !== this.last) {
      this.last = count;
      this.since = Date.now();
    }
    return Date.now() - this.since;
  }
}
