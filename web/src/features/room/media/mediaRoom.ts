import { placeKey } from '@rejoin/shared';
import type { LocalMedia } from './localMedia';
import { type MediaSnapshot, noMedia, type Wanted } from './mediaTypes';
import { type LinkEnd, MediaLink } from './mediaLink';
import { Receive } from './receive';
import { pause, retryDelay } from './retry';

interface Place {
  sessionId: string;
  device: string;
}

const soonMs = 15_000;

/** The place in the media room: taken, kept and taken again for as long as it is wanted. */
export class MediaRoom {
  private snapshot: MediaSnapshot = noMedia;
  private readonly listeners = new Set<() => void>();
  private wanted: AbortController | null = null;
  private link: MediaLink | null = null;
  private readonly receive = new Receive(() => this.tell(this.snapshot));

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

  want(wanted: Wanted): void {
    this.receive.want(wanted);
  }

  private async keep(signal: AbortSignal): Promise<void> {
    let [failures, inVain] = [0, 0];
    while (!signal.aborted) {
      const from = Date.now();
      const end = await this.hold(signal, inVain).catch((): LinkEnd => 'off');
      failures = end === 'off' ? failures + 1 : 0;
      inVain = end === 'anew' && Date.now() - from < soonMs ? inVain + 1 : 0;
      if (signal.aborted) return;
      const { connection } = this.snapshot;
      this.tell({ ...this.snapshot, people: {}, connection: connection === 'connecting' ? 'connecting' : 'troubled' });
      if (end !== 'anew') await pause(retryDelay(failures), signal);
    }
  }

  private async hold(signal: AbortSignal, inVain: number): Promise<LinkEnd> {
    const link = new MediaLink({
      media: this.media,
      receive: this.receive,
      placeKey: placeKey(this.place),
      inVain,
      onChange: (snapshot) => this.link === link && this.tell(snapshot),
    });
    this.link = link;
    return link.hold(signal);
  }

  private tell(snapshot: MediaSnapshot): void {
    this.snapshot = { ...snapshot, line: this.receive.step };
    for (const listener of this.listeners) listener();
  }
}
