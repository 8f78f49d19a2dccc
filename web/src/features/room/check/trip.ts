import { LocalVideoTrack, LogLevel, type RemoteTrack, Room, RoomEvent, setLogLevel, Track } from 'livekit-client';
import { pause } from '../media/retry';
import type { Trip } from './quality';

setLogLevel(LogLevel.silent);

/** The two ends of a throw-away room. */
export interface Keys {
  sender: string;
  receiver: string;
}

export interface Patience {
  connectMs: number;
  firstFrameMs: number;
  watchMs: number;
}

const noTrip: Trip = { frames: 0, seconds: 0, lost: 0, roundTrip: 0, isDetour: false };

const measured = (report: RTCStatsReport) => {
  const stats = [...report.values()] as Record<string, unknown>[];
  const of = (type: string) => stats.filter((one) => one['type'] === type);
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  const inbound = of('inbound-rtp')[0] ?? {};
  const pair = of('candidate-pair').find((one) => one['nominated'] === true && one['state'] === 'succeeded') ?? {};
  const local = stats.find((one) => one['id'] === pair['localCandidateId']) ?? {};
  const [received, lost] = [number(inbound['packetsReceived']), number(inbound['packetsLost'])];
  return {
    frames: number(inbound['framesReceived']),
    lost: received > 0 ? lost / (received + lost) : 0,
    roundTrip: number(pair['currentRoundTripTime']),
    isDetour: local['candidateType'] === 'relay' && local['relayProtocol'] !== 'udp',
  };
};

async function statsOf(track: RemoteTrack) {
  const report = await track.receiver?.getStats();
  return report ? measured(report) : { frames: 0, lost: 0, roundTrip: 0, isDetour: false };
}

/** One picture from one end to the other, by one kind of way. */
export class TripMaker {
  private readonly sender = new Room({ stopLocalTrackOnUnpublish: false });
  private readonly receiver = new Room({ adaptiveStream: false });
  /** What the SFU told of relays. */
  iceServers: RTCIceServer[] = [];

  constructor(
    private readonly keys: Keys,
    private readonly picture: MediaStreamTrack,
    private readonly rtcConfig: RTCConfiguration = {},
  ) {
    this.sender.on(RoomEvent.SignalConnected, () => this.readServers());
  }

  /** No frames where the way is closed. */
  async make({ connectMs, firstFrameMs, watchMs }: Patience, signal: AbortSignal): Promise<Trip> {
    const arrived = new Promise<RemoteTrack>((resolve) => this.receiver.once(RoomEvent.TrackSubscribed, resolve));
    try {
      const up = await this.within(connectMs, signal, Promise.all([this.connect(this.receiver, this.keys.receiver), this.send()]));
      const track = up && (await this.within(firstFrameMs, signal, arrived));
      return track ? await this.watch(track, firstFrameMs, watchMs, signal) : noTrip;
    } catch {
      return noTrip;
    } finally {
      this.readServers();
      await Promise.all([this.sender.disconnect(false), this.receiver.disconnect(false)]).catch(() => undefined);
    }
  }

  private readServers(): void {
    const told = this.sender.engine?.latestJoinResponse?.iceServers;
    if (told) this.iceServers = told.map(({ urls, username, credential }) => ({ urls, username, credential }));
  }

  private connect(room: Room, key: string): Promise<void> {
    const url = window.location.origin.replace(/^http/, 'ws');
    return room.connect(url, key, { maxRetries: 0, websocketTimeout: 5_000, peerConnectionTimeout: 7_000, rtcConfig: this.rtcConfig });
  }

  private async send(): Promise<void> {
    await this.connect(this.sender, this.keys.sender);
    const track = new LocalVideoTrack(this.picture, undefined, true);
    await this.sender.localParticipant.publishTrack(track, { source: Track.Source.Camera, simulcast: false, videoCodec: 'vp8' });
  }

  private async within<T>(ms: number, signal: AbortSignal, work: Promise<T>): Promise<T | null> {
    return Promise.race([work, pause(ms, signal).then(() => null)]);
  }

  private async watch(track: RemoteTrack, firstFrameMs: number, watchMs: number, signal: AbortSignal): Promise<Trip> {
    const since = performance.now();
    let first = await statsOf(track);
    while (first.frames === 0 && performance.now() - since < firstFrameMs && !signal.aborted) {
      await pause(100, signal);
      first = await statsOf(track);
    }
    const began = performance.now();
    await pause(watchMs, signal);
    const last = await statsOf(track);
    return { ...last, frames: last.frames - first.frames, seconds: (performance.now() - began) / 1000 };
  }
}
