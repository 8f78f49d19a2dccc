import { takeToken } from '@rejoin/shared';
import { call } from '../../../lib/api';
import type { LocalMedia } from './localMedia';
import { type MediaSnapshot, noMedia } from './mediaTypes';
import { MediaLink } from './mediaLink';
import { pause, retryDelay } from './retry';

interface Place {
  sessionId: string;
  device: string;
}

/** The place in the media room: taken, kept and taken again for as long as it is wanted. */
export class MediaRoom {
  private snapshot: MediaSnapshot = noMedia;
  private readonly listeners = new Set<() => void>();
  private wanted: AbortController | null = null;
  private link: MediaLink | null = null;

  constructor(
    private readonly place: Place,
    private readonly media: LocalMedia,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): MediaSnapshot => this.snapshot;

  start(): void {
    if (this.wanted) return;
    this.wanted = new AbortController();
    this.tell({ ...noMedia, connection: 'connecting' });
    void this.keep(this.wanted.signal);
  }

  stop(): void {
    this.wanted?.abort();
    this.wanted = null;
    this.link = null;
    this.tell(noMedia);
  }

  /** To be called from a click: browsers play no sound before one. */
  playSound(): void {
    void this.link?.playSound();
  }

  private async keep(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const token = await this.key().catch(() => null);
      if (token && !signal.aborted && (await this.hold(token, signal).catch(() => false))) failures = 0;
      else failures += 1;
      if (!signal.aborted)
        this.tell({ ...this.snapshot, people: {}, connection: this.snapshot.connection === 'connecting' ? 'connecting' : 'troubled' });
      await pause(retryDelay(failures), signal);
    }
  }

  /** Connected until it ends; true where it was connected at all. */
  private async hold(token: string, signal: AbortSignal): Promise<boolean> {
    const link = new MediaLink({
      media: this.media,
      key: () => this.key(),
      onChange: (snapshot) => this.link === link && this.tell(snapshot),
    });
    this.link = link;
    return link.hold(token, signal);
  }

  private async key(): Promise<string> {
    const { sessionId, device } = this.place;
    const { token } = await call(takeToken, { params: { sessionId }, body: { device } });
    return token;
  }

  private tell(snapshot: MediaSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}
