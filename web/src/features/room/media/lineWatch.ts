import { type Room, Track } from 'livekit-client';
import { type Line, lineAfter, type LineSample } from './line';

const everyMs = 2_000;

interface Counts {
  received: number;
  lost: number;
  played: number;
  patched: number;
}

const none: Counts = { received: 0, lost: 0, played: 0, patched: 0 };

type Entry = Partial<RTCInboundRtpStreamStats> & {
  type?: string;
  silentConcealedSamples?: number;
  currentRoundTripTime?: number;
  nominated?: boolean;
};

/** What the reports of one connection add up to. */
export function countsOf(entries: Iterable<Entry>): Counts & { roundTrip: number } {
  const sum = { ...none, roundTrip: 0 };
  for (const entry of entries) {
    if (entry.type === 'candidate-pair' && entry.nominated) sum.roundTrip = Math.max(sum.roundTrip, entry.currentRoundTripTime ?? 0);
    if (entry.type !== 'inbound-rtp') continue;
    sum.received += entry.packetsReceived ?? 0;
    sum.lost += Math.max(0, entry.packetsLost ?? 0);
    sum.played += entry.totalSamplesReceived ?? 0;
    sum.patched += Math.max(0, (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0));
  }
  return sum;
}

const share = (part: number, whole: number): number => (part > 0 && whole > 0 ? part / whole : 0);

/** The line between two counts; a count that went back, after a reconnection, tells nothing. */
export function sampleOf(before: Counts, now: Counts & { roundTrip: number }, rest: Pick<LineSample, 'at' | 'paused'>): LineSample {
  const lost = now.lost - before.lost;
  return {
    ...rest,
    lost: share(lost, now.received - before.received + lost),
    patched: share(now.patched - before.patched, now.played - before.played),
    roundTrip: now.roundTrip,
  };
}

/** Watches one connection, and says when more or less should be received. */
export class LineWatch {
  private counts: Counts | null = null;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly room: Room,
    private line: Line,
    private readonly onStep: (line: Line) => void,
  ) {
    this.timer = setInterval(() => void this.look().catch(() => undefined), everyMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    // The client throws its engine away when it disconnects, whatever its types say.
    const engine: Room['engine'] | undefined = this.room.engine;
    const manager = engine?.pcManager;
    const report = await (manager?.subscriber ?? manager?.publisher)?.getStats();
    if (!report) return;
    const now = countsOf(report.values() as Iterable<Entry>);
    const { counts } = this;
    this.counts = now;
    if (!counts || document.visibilityState !== 'visible') return;
    const before = this.line.step;
    this.line = lineAfter(this.line, sampleOf(counts, now, { at: Date.now(), paused: this.paused() }));
    if (this.line.step !== before) this.onStep(this.line);
  }

  private paused(): number {
    const all = [...this.room.remoteParticipants.values()].flatMap(({ videoTrackPublications }) => [...videoTrackPublications.values()]);
    return all.filter(({ track, isEnabled, isMuted }) => isEnabled && !isMuted && track?.streamState === Track.StreamState.Paused).length;
  }
}
