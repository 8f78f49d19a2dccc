import { keep, recall } from '../state/roomStorage';
import { type Choice, type Kind, listDevices, openDevices, type Trouble, type Wish } from './devices';

export interface Gear {
  /** What the person wants: the camera shown, the microphone heard. */
  on: boolean;
  track: MediaStreamTrack | null;
  /** The same sound with less noise, sent in its place as long as it is made of the track there is. */
  filtered: { of: MediaStreamTrack; track: MediaStreamTrack } | null;
  trouble: Trouble | null;
  /** How often opening it has failed. */
  failures: number;
  opening: boolean;
  /** The system has taken it for the moment, as for a phone call. */
  held: boolean;
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
  /** What was unplugged, and whether it was on then. */
  private readonly unplugged = new Map<Kind, boolean>();

  constructor(private readonly sessionId: string) {
    // A page that is loaded anew is heard by nobody before its person wants it.
    this.state = { camera: this.fresh('camera', recall(`camera:${sessionId}`) !== 'off'), microphone: this.fresh('microphone', false) };
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
    navigator.mediaDevices?.addEventListener('devicechange', this.plugged);
    document.addEventListener('visibilitychange', this.looked);
    void this.open(kinds.filter((kind) => this.needs(kind)));
  }

  stop(): void {
    this.active = false;
    navigator.mediaDevices?.removeEventListener('devicechange', this.plugged);
    document.removeEventListener('visibilitychange', this.looked);
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
    if (kind === 'camera') keep(`camera:${this.sessionId}`, on ? 'on' : 'off');
    this.unplugged.delete(kind);
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

  setFiltered(filtered: Gear['filtered']): void {
    this.change('microphone', { filtered });
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

  private fresh(kind: Kind, on: boolean): Gear {
    const deviceId = recall(`${kind}-device`);
    return { on, track: null, filtered: null, trouble: null, failures: 0, opening: false, held: false, deviceId, choices: [] };
  }

  /** `gently`: nobody asked for it, so a failure is no news. */
  private async open(wanted: readonly Kind[], gently = false): Promise<void> {
    const free = wanted.filter((kind) => !this.state[kind].opening);
    if (free.length === 0) return;
    const wish: Wish = {};
    for (const kind of free) {
      wish[kind] = this.state[kind].deviceId;
      this.change(kind, { opening: true });
    }
    const got = await openDevices(wish);
    for (const kind of free) {
      const one = got[kind] ?? 'failed';
      if (typeof one !== 'string') this.take(kind, one, wish[kind] ?? null);
      else if (gently) this.change(kind, { opening: false });
      else this.change(kind, { opening: false, trouble: one, failures: this.state[kind].failures + 1, on: false });
    }
    this.list();
  }

  private take(kind: Kind, got: MediaStreamTrack, asked: string | null): void {
    const cameraBack = kind === 'camera' && this.unplugged.get(kind) === true;
    this.unplugged.delete(kind);
    if (cameraBack) this.change(kind, { on: true });
    const { on, deviceId } = this.state[kind];
    if (!this.active || !this.needs(kind)) {
      got.stop();
      return this.change(kind, { opening: false });
    }
    this.state[kind].track?.stop();
    got.enabled = kind === 'camera' || on;
    got.addEventListener('ended', () => this.lose(kind, got));
    for (const event of ['mute', 'unmute']) got.addEventListener(event, () => this.interrupted(kind, got));
    this.change(kind, { track: got, trouble: null, opening: false, held: got.muted });
    if (deviceId !== asked) void this.open([kind]);
  }

  /** Unplugged, or taken by the system: the standard device is tried once. */
  private lose(kind: Kind, lost: MediaStreamTrack): void {
    if (this.state[kind].track !== lost) return;
    this.unplugged.set(kind, this.state[kind].on);
    this.change(kind, { track: null, deviceId: null, held: false });
    if (this.active && this.needs(kind)) void this.open([kind]);
  }

  private interrupted(kind: Kind, track: MediaStreamTrack): void {
    if (this.state[kind].track === track) this.change(kind, { held: track.muted });
  }

  /** Something was plugged in or out. What was lost comes back by itself: the camera as it was, the microphone off. */
  private readonly plugged = (): void => {
    this.list();
    this.bring(this.lost());
  };

  /** After a phone call, or a sleep, the system does not always give back what it took. */
  private readonly looked = (): void => {
    if (document.visibilityState !== 'visible') return;
    const away = kinds.filter((kind) => this.needs(kind) && (this.state[kind].held || (this.state[kind].on && !this.isLive(kind))));
    this.bring([...new Set([...away, ...this.lost()])]);
  };

  private lost(): Kind[] {
    return kinds.filter((kind) => this.unplugged.has(kind) && !this.isLive(kind) && !(kind === 'camera' && this.resting));
  }

  private bring(wanted: readonly Kind[]): void {
    if (this.active && wanted.length > 0) void this.open(wanted, true);
  }

  private close(kind: Kind): void {
    this.state[kind].track?.stop();
    this.change(kind, { track: null, held: false });
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
