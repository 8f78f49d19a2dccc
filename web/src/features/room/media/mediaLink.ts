import { ConnectionState, LogLevel, type ReconnectPolicy, Room, RoomEvent, setLogLevel, VideoPreset } from 'livekit-client';
import type { LocalMedia } from './localMedia';
import type { MediaSnapshot } from './mediaTypes';
import { Publisher } from './publisher';
import { Pulse } from './pulse';
import { keepPath } from './resume';
import type { Receive } from './receive';
import { isDoorOpen, isServerNear } from './doorway';
import { pause, pauseOrWake, retryDelay } from './retry';
import { ScreenPublisher } from './screenPublisher';
import { snapshotOf, telling } from './snapshot';

// Its own words name rooms and people's keys; the page says in plain words how the line is.
setLogLevel(LogLevel.silent);

const reconnectPolicy: ReconnectPolicy = { nextRetryDelayInMs: ({ retryCount }) => (retryCount === 0 ? 150 : retryDelay(retryCount)) };

/** The smaller sizes of a camera; the middle one alone is less than a third of a page of small ones. The largest is the client's own. */
const smallerSizes = [new VideoPreset(320, 180, 160_000, 20), new VideoPreset(640, 360, 360_000, 20)];

const connectWithinMs = 12_000;
const lookEveryMs = 600;
const lookAgainMs = 250;
/**
 * What the media path needs to come back by itself once the network does; the spread keeps a whole group from coming at once. A
 * machine that is too busy for any connection is not made busier by ever new ones.
 */
const ownWayBackMs = (inVain: number) => (450 + Math.random() * 250) * 2 ** Math.min(inVain, 5);

interface Parts {
  media: LocalMedia;
  receive: Receive;
  /** What is shown at the media door; the key to the SFU is made there. */
  placeKey: string;
  /** How many connections before this one were given up soon after they stood. */
  inVain: number;
  onChange: (snapshot: MediaSnapshot) => void;
}

/** `off`: it was never up. `lost`: it ended. `anew`: a new one will be let in at once. */
export type LinkEnd = 'off' | 'lost' | 'anew';

function ownOrigin(): string {
  return window.location.origin.replace(/^http/, 'ws');
}

/** One connection to the SFU. When it ends it is thrown away; the tracks live on. */
export class MediaLink {
  private readonly room = new Room({
    adaptiveStream: true,
    dynacast: true,
    stopLocalTrackOnUnpublish: false,
    reconnectPolicy,
    publishDefaults: { simulcast: true, videoSimulcastLayers: smallerSizes, videoCodec: 'vp8' },
  });
  private publisher: Publisher | null = null;
  private screens: ScreenPublisher | null = null;
  private silent = false;
  private queued = false;
  private unfollow: (() => void) | null = null;

  constructor(private readonly parts: Parts) {}

  async playSound(): Promise<void> {
    await this.room.startAudio().catch(() => undefined);
  }

  /** Connects and stays until the connection is lost for good, a new one is better, or nobody wants it. */
  async hold(signal: AbortSignal): Promise<LinkEnd> {
    const ended = new AbortController();
    const end = () => ended.abort();
    signal.addEventListener('abort', end, { once: true });
    this.listen(end);
    try {
      if (!(await this.connect(ended.signal))) return 'off';
      return ended.signal.aborted ? 'lost' : await this.watch(ended.signal);
    } finally {
      signal.removeEventListener('abort', end);
      await this.close();
    }
  }

  private listen(end: () => void): void {
    for (const event of telling) this.room.on(event, this.changed);
    this.unfollow = this.parts.receive.follow(this.room);
    this.room.on(RoomEvent.Disconnected, end);
    this.room.on(RoomEvent.SignalReconnecting, () => keepPath(this.room));
    // Sending begins once the way is open: three encoders that start earlier hold up the first picture that one sees.
    this.room.once(RoomEvent.Connected, () => (this.publisher ??= new Publisher(this.room, this.parts.media)));
    this.room.once(RoomEvent.Connected, () => (this.screens ??= new ScreenPublisher(this.room)));
    // What was chosen while the connection was away is caught up with.
    this.room.on(RoomEvent.Reconnected, () => this.publisher?.sync());
  }

  private async connect(signal: AbortSignal): Promise<boolean> {
    const late = pause(connectWithinMs, signal).then(() => false);
    const connected = this.room
      .connect(ownOrigin(), this.parts.placeKey, {
        autoSubscribe: true,
        maxRetries: 0,
        websocketTimeout: 5_000,
        peerConnectionTimeout: 10_000,
      })
      .then(
        () => true,
        () => false,
      );
    return Promise.race([connected, late]);
  }

  /**
   * Nothing is torn down before the door is seen open: while our server is away, media goes on without it. Once it is open, the
   * old path gets a moment to come back by itself; to build anew is quicker than all the patience of the client.
   */
  private async watch(ended: AbortSignal): Promise<LinkEnd> {
    const pulse = new Pulse(isServerNear);
    let openSince: number | null = null;
    let isTroubled = false;
    while (!ended.aborted) {
      await pauseOrWake(isTroubled ? lookAgainMs : lookEveryMs, ended);
      isTroubled = await this.isTroubled(pulse);
      const isOpen = isTroubled && (await isDoorOpen(this.parts.placeKey, ended));
      openSince = isOpen ? (openSince ?? Date.now() + ownWayBackMs(this.parts.inVain)) : null;
      if (openSince !== null && Date.now() >= openSince && !ended.aborted && (await this.isTroubled(pulse))) return 'anew';
    }
    return 'lost';
  }

  private async isTroubled(pulse: Pulse): Promise<boolean> {
    const isSilent = await pulse.isSilent(this.room);
    if (isSilent !== this.silent) {
      this.silent = isSilent;
      this.changed();
    }
    return isSilent || this.room.state === ConnectionState.Reconnecting || this.room.state === ConnectionState.Disconnected;
  }

  /** Many events come at once: one picture is made of them. */
  private readonly changed = (): void => {
    if (this.queued) return;
    this.queued = true;
    queueMicrotask(() => {
      this.queued = false;
      if (this.room.state !== ConnectionState.Connecting) this.parts.onChange(snapshotOf(this.room, this.silent));
    });
  };

  private async close(): Promise<void> {
    for (const event of telling) this.room.off(event, this.changed);
    this.unfollow?.();
    this.publisher?.close();
    this.screens?.close();
    await this.room.disconnect(false).catch(() => undefined);
  }
}
