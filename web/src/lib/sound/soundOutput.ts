import { Ceiling } from './ceiling';
import { Voice } from './voice';

export interface SoundSettings {
  /** In dBFS; nothing is ever played louder. */
  ceilingDb: number;
  softHighs: boolean;
}

const softFromHz = 2_500;
const softByDb = -14;
const hushSeconds = 0.05;

/** A source may come back under the same name, after a reconnection: then it was heard already. */
const fadeSeconds = { first: 1, again: 0.1 } as const;

interface WithSpeakers {
  setSinkId(deviceId: string): Promise<void>;
}

const hasSpeakers = (context: object): context is WithSpeakers => 'setSinkId' in context;

/**
 * The one way of all sound out of this page: each voice with its own volume, softened highs, the silence of who wants it,
 * then the ceiling. Whatever plays a sound of its own goes through here too.
 */
export class SoundOutput {
  private readonly context = new AudioContext({ latencyHint: 'interactive' });
  private readonly highs: BiquadFilterNode;
  private readonly silence: GainNode;
  private readonly ceiling: Ceiling;
  private readonly listeners = new Set<() => void>();
  private readonly heard = new Set<string>();
  private users = 0;

  constructor(settings: SoundSettings) {
    this.highs = new BiquadFilterNode(this.context, { type: 'highshelf', frequency: softFromHz, gain: 0 });
    this.silence = new GainNode(this.context, { gain: 1 });
    this.ceiling = new Ceiling(this.context);
    this.highs.connect(this.silence);
    this.ceiling.from(this.silence);
    this.set(settings);
    this.context.addEventListener('statechange', this.stateChanged);
    for (const gesture of ['pointerdown', 'keydown'] as const) window.addEventListener(gesture, this.resume, { capture: true });
    // A phone call takes the sound away: it comes back with the page where the browser allows it.
    document.addEventListener('visibilitychange', this.resume);
  }

  set({ ceilingDb, softHighs }: SoundSettings): void {
    this.ceiling.set(10 ** (ceilingDb / 20));
    this.highs.gain.value = softHighs ? softByDb : 0;
  }

  /** Nothing is heard, at once, whatever comes in. */
  hush(hushed: boolean): void {
    const now = this.context.currentTime;
    const { gain } = this.silence;
    gain.cancelScheduledValues(now);
    gain.setValueAtTime(gain.value, now);
    gain.linearRampToValueAtTime(hushed ? 0 : 1, now + (hushed ? hushSeconds : fadeSeconds.first / 2));
  }

  /** Somebody else's sound. The name tells whether it was heard before on this page. */
  hear(stream: MediaStream, name: string): Voice {
    const voice = this.voice(new MediaStreamAudioSourceNode(this.context, { mediaStream: stream }));
    voice.fadeIn(this.heard.has(name) ? fadeSeconds.again : fadeSeconds.first);
    this.heard.add(name);
    return voice;
  }

  /** A sound of our own: made in this context, and closed by whoever plays it. */
  play(make: (context: AudioContext) => AudioNode): Voice {
    const voice = this.voice(make(this.context));
    voice.fadeIn(0.05);
    return voice;
  }

  /** Keeps the sound running until the answer is called, also while nobody speaks. */
  hold(): () => void {
    this.users += 1;
    this.resume();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.users -= 1;
      if (this.users === 0) void this.context.suspend().catch(() => undefined);
    };
  }

  /** False while the browser waits for a touch of the page before it plays anything. */
  readonly runs = (): boolean => this.users === 0 || this.context.state === 'running';

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly resume = (): void => {
    if (this.users > 0 && this.context.state !== 'running') void this.context.resume().catch(() => undefined);
  };

  readonly hasSpeakers = (): boolean => hasSpeakers(this.context);

  /** Another loudspeaker, where the browser lets a page choose. */
  async useSpeaker(deviceId: string): Promise<void> {
    if (hasSpeakers(this.context)) await this.context.setSinkId(deviceId);
  }

  private voice(source: AudioNode): Voice {
    const release = this.hold();
    return new Voice(source, this.highs, release);
  }

  private readonly stateChanged = (): void => {
    for (const listener of this.listeners) listener();
  };
}
