/** What is set at once is heard as a click: a change takes this long. */
const changeSeconds = 0.08;

/** One source of sound on its way into the output: it comes in softly and has a volume of its own. */
export class Voice {
  private readonly gain: GainNode;
  private volume = 1;
  private fadesUntil = 0;

  constructor(
    private readonly source: AudioNode,
    output: AudioNode,
    private readonly onClose: () => void,
  ) {
    this.gain = new GainNode(source.context, { gain: 0 });
    source.connect(this.gain).connect(output);
  }

  /** From silence to its volume, evenly. */
  fadeIn(seconds: number): void {
    const now = this.gain.context.currentTime;
    this.fadesUntil = now + seconds;
    this.gain.gain.cancelScheduledValues(now);
    this.gain.gain.setValueAtTime(0, now);
    this.gain.gain.linearRampToValueAtTime(this.volume, this.fadesUntil);
  }

  setVolume(volume: number): void {
    if (this.volume === volume) return;
    this.volume = volume;
    const now = this.gain.context.currentTime;
    const until = Math.max(this.fadesUntil, now + changeSeconds);
    this.gain.gain.cancelAndHoldAtTime?.(now);
    this.gain.gain.linearRampToValueAtTime(volume, until);
  }

  close(): void {
    this.source.disconnect();
    this.gain.disconnect();
    this.onClose();
  }
}
