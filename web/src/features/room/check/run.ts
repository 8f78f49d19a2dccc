import {
  type DeviceResults,
  type GearResult,
  keepDeviceCheck,
  type NetworkResult,
  type SpeakerResult,
  type TurnResult,
} from '@rejoin/shared';
import { call } from '../../../lib/api';
import { browserFamily } from '../../../lib/browserFamily';
import { type Kind, openDevices, type Trouble } from '../media/devices';
import { pause } from '../media/retry';
import { checkLine } from './lineCheck';
import { brightness } from './brightness';

/** All of it is over by then, whatever did not answer. */
const allWithinMs = 19_000;
/** The question of the browser is answered by then, or the person goes on without. */
const permissionMs = 14_000;
/** So long nobody has to say anything. */
const quietMs = 7_000;
const heardAbove = 0.06;
const darkBelow = 14;

export interface Found {
  camera: GearResult | null;
  microphone: GearResult | null;
  speaker: SpeakerResult;
  network: NetworkResult | null;
  turn: TurnResult | null;
  video: MediaStreamTrack | null;
  audio: MediaStreamTrack | null;
  /** The browser has not answered yet whether it gives the devices. */
  asking: boolean;
  kept: 'not yet' | 'kept' | 'failed';
}

const nothing: Found = {
  camera: null,
  microphone: null,
  speaker: 'skipped',
  network: null,
  turn: null,
  video: null,
  audio: null,
  asking: true,
  kept: 'not yet',
};

const results: Record<Trouble, GearResult> = { blocked: 'blocked', missing: 'none', busy: 'busy', unsupported: 'failed', failed: 'failed' };

/** One check from beginning to end: devices and line at the same time, kept as soon as everything has answered. */
export class CheckRun {
  private found: Found = nothing;
  private readonly listeners = new Set<() => void>();
  private over = new AbortController();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): Found => this.found;

  start(): void {
    this.stop();
    this.over = new AbortController();
    this.found = { ...nothing, speaker: this.found.speaker };
    this.change({});
    void this.run(this.over.signal);
  }

  stop(): void {
    this.over.abort();
    for (const track of [this.found.video, this.found.audio]) track?.stop();
    this.found = { ...this.found, video: null, audio: null };
  }

  hear(level: number): void {
    if (level < heardAbove || this.found.microphone === 'good' || !this.found.audio) return;
    const isLate = this.found.microphone !== null;
    this.change({ microphone: 'good' });
    if (isLate) void this.keep();
  }

  answer(speaker: SpeakerResult): void {
    this.change({ speaker });
    if (this.found.kept !== 'not yet') void this.keep();
  }

  private async run(stopped: AbortSignal): Promise<void> {
    const late = new AbortController();
    const signal = AbortSignal.any([stopped, late.signal]);
    const isLate = pause(allWithinMs, stopped).then(() => late.abort());
    await Promise.race([Promise.all([this.gear(signal), this.line(signal)]), isLate]);
    if (stopped.aborted) return;
    const { camera, microphone, network, turn } = this.found;
    this.change({
      camera: camera ?? 'skipped',
      microphone: microphone ?? 'skipped',
      network: network ?? 'failed',
      turn: turn ?? 'failed',
      asking: false,
    });
    await this.keep();
  }

  private async line(signal: AbortSignal): Promise<void> {
    const { network, turn } = await checkLine(signal, (early) => !signal.aborted && this.change({ network: early }));
    if (!signal.aborted) this.change({ network, turn });
  }

  private async gear(signal: AbortSignal): Promise<void> {
    const asked = openDevices({ camera: null, microphone: null });
    const got = await Promise.race([asked, pause(permissionMs, signal).then(() => null)]);
    if (!got || signal.aborted) {
      void asked.then((tooLate) => Object.values(tooLate).forEach((one) => typeof one !== 'string' && one.stop()));
      return;
    }
    this.change({ asking: false });
    await Promise.all([this.look(got.camera ?? 'failed', signal), this.listen(got.microphone ?? 'failed', signal)]);
  }

  private take(kind: Kind, got: MediaStreamTrack | Trouble): MediaStreamTrack | null {
    if (typeof got !== 'string') return got;
    this.change({ [kind]: results[got] });
    return null;
  }

  private async look(got: MediaStreamTrack | Trouble, signal: AbortSignal): Promise<void> {
    const video = this.take('camera', got);
    if (!video) return;
    this.change({ video });
    const light = await brightness(video, signal);
    if (!signal.aborted) this.change({ camera: light === null ? 'failed' : light < darkBelow ? 'weak' : 'good' });
  }

  private async listen(got: MediaStreamTrack | Trouble, signal: AbortSignal): Promise<void> {
    const audio = this.take('microphone', got);
    if (!audio) return;
    this.change({ audio });
    const until = performance.now() + quietMs;
    while (this.found.microphone === null && performance.now() < until && !signal.aborted) await pause(200, signal);
    if (!signal.aborted && this.found.microphone === null) this.change({ microphone: 'weak' });
  }

  private async keep(): Promise<void> {
    const { camera, microphone, speaker, network, turn } = this.found;
    if (!camera || !microphone || !network || !turn) return;
    const found: DeviceResults = { browser: browserFamily(), camera, microphone, speaker, network, turn };
    const kept = await call(keepDeviceCheck, { body: { ...found, id: crypto.randomUUID() } }).then(
      () => 'kept' as const,
      () => 'failed' as const,
    );
    this.change({ kept });
  }

  private change(part: Partial<Found>): void {
    this.found = { ...this.found, ...part };
    for (const listener of this.listeners) listener();
  }
}
