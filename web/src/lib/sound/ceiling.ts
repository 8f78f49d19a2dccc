import limiterUrl from './limiter.worklet.ts?worker&url';

/**
 * The last thing before the loudspeaker. The limiter lowers what is too loud before it is heard; what gets past it is cut
 * off at the ceiling. A compressor of the browser cannot take its place: it adds volume, and lets the first milliseconds through.
 */
export class Ceiling {
  private readonly scale: GainNode;
  private readonly back: GainNode;
  private limiter: AudioWorkletNode | null = null;
  private level = 1;

  constructor(private readonly context: AudioContext) {
    this.scale = new GainNode(context);
    // Beyond the ends of its curve a shaper goes on flat.
    const cut = new WaveShaperNode(context, { curve: new Float32Array([-1, 0, 1]) });
    this.back = new GainNode(context);
    this.scale.connect(cut).connect(this.back).connect(context.destination);
  }

  /** Sound flows at once, under the cut; the limiter comes in as soon as it is loaded. */
  from(source: AudioNode): void {
    source.connect(this.scale);
    void this.load().then((limiter) => {
      if (!limiter) return;
      this.limiter = limiter;
      this.set(this.level);
      limiter.connect(this.scale);
      source.connect(limiter);
      source.disconnect(this.scale);
    });
  }

  set(level: number): void {
    this.level = level;
    this.scale.gain.value = 1 / level;
    this.back.gain.value = level;
    const ceiling = this.limiter?.parameters.get('ceiling');
    if (ceiling) ceiling.value = level;
  }

  private async load(): Promise<AudioWorkletNode | null> {
    try {
      await this.context.audioWorklet.addModule(limiterUrl);
      return new AudioWorkletNode(this.context, 'rejoin-limiter', {
        channelCount: 2,
        channelCountMode: 'explicit',
        outputChannelCount: [2],
      });
    } catch {
      return null;
    }
  }
}
