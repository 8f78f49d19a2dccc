import { keep, recall } from '../state/roomStorage';
import { type Choice, type Kind, listDevices, openDevices, type Trouble, type Wish } from './devices';

export interface Gear {
  /** What the person wants: the camera shown, the microphone heard. */
  on: boolean;
  track: MediaStreamTrack | null;
  trouble: Trouble | null;
  /** How often opening it has failed. */
  failures: number;
  opening: boolean;
  deviceId: string | null;
  choices: readonly Choice[];
}
export type LocalMediaState = Readonly<Record<Kind, Gear>>;

const kinds = ['camera', 'microphone'] as const;

/** Own camera and microphone: opened before joining, kept through every reconnection, closed when they are not needed. */
export class LocalMedia {
  private state: LocalMediaState;
  private readonly listeners = new Set<() => void>();
  private active = false;
  private resting = false;

  constructor(private readonly sessionId: string) {
    this.state = { camera: this.remembered('camera', true), microphone: this.remembered('microphone', false) };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): LocalMediaState => this.state;

  /** Opens what is wanted. The microphone is opened too while it is off, so that speaking begins at once. */
  start(): void {
    if (this.active) return;
    this.active = true;
    navigator.mediaDevices?.addEventListener('devicechange', this.list);
    void this.open(kinds.filter((kind) => this.needs(kind)));
  }

  stop(): void {
    this.active = false;
    navigator.mediaDevices?.removeEventListener('devicechange', this.list);
    for (const kind of kinds) this.close(kind);
  }

  /** The camera stays off for now, whatever the person wants for later. */
  rest(resting: boolean): void {
    if (this.resting === resting) return;
    this.resting = resting;
    if (resting) this.close('camera');
    else if (this.active && this.needs('camera') && !this.isLive('camera')) void this.open(['camera']);
  }

  /** Whoever comes in is not heard before they choose to be. */
  enterMuted(): void {
    this.set('microphone', false);
  }

  set(kind: Kind, on: boolean): void {
    keep(`${kind}:${this.sessionId}`, on ? 'on' : 'off');
    this.change(kind, on ? { on } : { on, trouble: null });
    const { track } = this.state[kind];
    if (kind === 'camera' && !on) this.close('camera');
    else if (track?.readyState === 'live') track.enabled = kind === 'camera' || on;
    else if (this.active && on && this.needs(kind)) void this.open([kind]);
  }

  async choose(kind: Kind, deviceId: string): Promise<void> {
    keep(`${kind}-device`, deviceId);
    this.change(kind, { deviceId });
    if (this.active && this.needs(kind)) await this.open([kind]);
  }

  /** After the person allowed the devices, or plugged one in. */
  tryAgain(): void {
    void this.open(kinds.filter((kind) => this.needs(kind) && !this.isLive(kind)));
  }

  private needs(kind: Kind): boolean {
    return kind === 'microphone' || (this.state.camera.on && !this.resting);
  }

  private isLive(kind: Kind): boolean {
    return this.state[kind].track?.readyState === 'live';
  }

  private remembered(kind: Kind, usual: boolean): Gear {
    const word = recall(`${kind}:${this.sessionId}`);
    return {
      on: word === null ? usual : word === 'on',
      track: null,
      trouble: null,
      failures: 0,
      opening: false,
      deviceId: recall(`${kind}-device`),
      choices: [],
    };
  }

  private async open(wanted: readonly Kind[]): Promise<void> {
    const free = wanted.filter((kind) => !this.state[kind].opening);
    if (free.length === 0) return;
    const wish: Wish = {};
    for (const kind of free) {
      wish[kind] = this.state[kind].deviceId;
      this.change(kind, { opening: true });
    }
    const got = await openDevices(wish);
    for (const kind of free) this.take(kind, got[kind] ?? 'failed', wish[kind] ?? null);
    this.list();
  }

  private take(kind: Kind, got: MediaStreamTrack | Trouble, asked: string | null): void {
    const { on, deviceId, failures } = this.state[kind];
    if (typeof got === 'string') return this.change(kind, { opening: false, trouble: got, failures: failures + 1, on: false });
    if (!this.active || !this.needs(kind)) {
      got.stop();
      return this.change(kind, { opening: false });
    }
    this.state[kind].track?.stop();
    got.enabled = kind === 'camera' || on;
    got.addEventListener('ended', () => this.lose(kind, got));
    this.change(kind, { track: got, trouble: null, opening: false });
    if (deviceId !== asked) void this.open([kind]);
  }

  /** Unplugged, or taken by the system: the standard device is tried once. */
  private lose(kind: Kind, lost: MediaStreamTrack): void {
    if (this.state[kind].track !== lost) return;
    this.change(kind, { track: null, deviceId: null });
    if (this.active && this.needs(kind)) void this.open([kind]);
  }

  private close(kind: Kind): void {
    this.state[kind].track?.stop();
    this.change(kind, { track: null });
  }

  private readonly list = (): void => {
    void listDevices().then((found) => {
      for (const kind of kinds) this.change(kind, { choices: found[kind] });
    });
  };

  private change(kind: Kind, part: Partial<Gear>): void {
    this.state = { ...this.state, [kind]: { ...this.state[kind], ...part } };
    for (const listener of this.listeners) listener();
  }
}
