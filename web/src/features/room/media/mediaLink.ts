import { ConnectionState, LogLevel, type ReconnectPolicy, Room, RoomEvent, setLogLevel } from 'livekit-client';
import type { LocalMedia } from './localMedia';
import type { MediaSnapshot } from './mediaTypes';
import { Publisher } from './publisher';
import { Pulse } from './pulse';
import { keepPath } from './resume';
import { pause, retryDelay } from './retry';
import { snapshotOf, telling } from './snapshot';

// Its own words name rooms and people's keys; the page says in plain words how the line is.
setLogLevel(LogLevel.silent);

const reconnectPolicy: ReconnectPolicy = { nextRetryDelayInMs: ({ retryCount }) => (retryCount === 0 ? 150 : retryDelay(retryCount)) };

const connectWithinMs = 12_000;
const watchEveryMs = 800;
/** The client gets this long to help itself before the connection is built anew. */
const patienceMs = 4_000;
const lastChanceMs = 2_000;

interface Parts {
  media: LocalMedia;
  key: () => Promise<string>;
  onChange: (snapshot: MediaSnapshot) => void;
}

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
    publishDefaults: { simulcast: true, videoCodec: 'vp8' },
  });
  private publisher: Publisher | null = null;
  private silent = false;
  private queued = false;

  constructor(private readonly parts: Parts) {}

  async playSound(): Promise<void> {
    await this.room.startAudio().catch(() => undefined);
  }

  /** Connects and stays until the connection is lost for good or nobody wants it. True where it was up. */
  async hold(token: string, signal: AbortSignal): Promise<boolean> {
    const ended = new AbortController();
    const end = () => ended.abort();
    signal.addEventListener('abort', end, { once: true });
    this.listen(end);
    try {
      const isUp = await this.connect(token, ended.signal);
      if (isUp && !ended.signal.aborted) await this.watch(ended);
      return isUp;
    } finally {
      signal.removeEventListener('abort', end);
      await this.close();
    }
  }

  private listen(end: () => void): void {
    for (const event of telling) this.room.on(event, this.changed);
    this.room.on(RoomEvent.Disconnected, end);
    this.room.on(RoomEvent.SignalReconnecting, () => keepPath(this.room));
    // Publishing begins as soon as it can be asked for, while the media path is still being made.
    this.room.once(RoomEvent.SignalConnected, () => (this.publisher ??= new Publisher(this.room, this.parts.media)));
    // What was chosen while the connection was away is caught up with.
    this.room.on(RoomEvent.Reconnected, () => this.publisher?.sync());
  }

  private async connect(token: string, signal: AbortSignal): Promise<boolean> {
    const late = pause(connectWithinMs, signal).then(() => false);
    const connected = this.room
      .connect(ownOrigin(), token, { autoSubscribe: true, maxRetries: 0, websocketTimeout: 5_000, peerConnectionTimeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
    return Promise.race([connected, late]);
  }

  /** Nothing is torn down before a new key is in hand: while our server is away, media goes on without it. */
  private async watch(ended: AbortController): Promise<void> {
    const pulse = new Pulse();
    let since: number | null = null;
    while (!ended.signal.aborted) {
      await pause(watchEveryMs, ended.signal);
      const isTroubled = await this.isTroubled(pulse);
      since = isTroubled ? (since ?? Date.now()) : null;
      if (since === null || Date.now() - since < patienceMs || ended.signal.aborted) continue;
      const key = await this.parts.key().catch(() => null);
      if (!key) continue;
      await pause(lastChanceMs, ended.signal);
      if (await this.isTroubled(pulse)) return;
    }
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
    this.publisher?.close();
    await this.room.disconnect(false).catch(() => undefined);
  }
}
