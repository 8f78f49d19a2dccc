/** How far it looks ahead, and how slowly it lets go, in seconds. */
const aheadSeconds = 0.005;
const releaseSeconds = 0.25;

/**
 * Keeps sound under a ceiling without distorting it: it sees a burst five milliseconds before it is played, and has lowered
 * the volume by then. The lowest gain that the next samples need, let go of slowly, then averaged: each sample is played
 * with a gain that is small enough for it.
 */
export class Limiter {
  private readonly ahead: number;
  private readonly release: number;
  private readonly waiting: Float32Array[];
  private readonly gains: Float64Array;
  private sum: number;
  private at = 0;
  private held = 1;
  /** Candidates for the lowest gain of the window: their times and values, values rising. */
  private readonly times: Float64Array;
  private readonly lows: Float64Array;
  private first = 0;
  private count = 0;
  private time = 0;

  constructor(sampleRate: number, channels: number) {
    this.ahead = Math.max(1, Math.round(sampleRate * aheadSeconds));
    this.release = 1 - Math.exp(-1 / (sampleRate * releaseSeconds));
    this.waiting = Array.from({ length: channels }, () => new Float32Array(this.ahead));
    this.gains = new Float64Array(this.ahead).fill(1);
    this.sum = this.ahead;
    this.times = new Float64Array(this.ahead + 1);
    this.lows = new Float64Array(this.ahead + 1);
  }

  /** One block of samples; a channel that is not there is silent. */
  process(inputs: readonly Float32Array[], outputs: readonly Float32Array[], ceiling: number): void {
    const length = outputs[0]?.length ?? 0;
    for (let index = 0; index < length; index += 1) {
      const gain = this.gainFor(this.peakOf(inputs, index), ceiling);
      for (let channel = 0; channel < this.waiting.length; channel += 1) {
        const waiting = this.waiting[channel];
        const output = outputs[channel];
        if (!waiting) continue;
        if (output) output[index] = Math.max(-ceiling, Math.min(ceiling, (waiting[this.at] ?? 0) * gain));
        waiting[this.at] = inputs[channel]?.[index] ?? 0;
      }
      this.at = (this.at + 1) % this.ahead;
    }
  }

  private peakOf(inputs: readonly Float32Array[], index: number): number {
    let peak = 0;
    for (let channel = 0; channel < inputs.length; channel += 1) peak = Math.max(peak, Math.abs(inputs[channel]?.[index] ?? 0));
    return peak;
  }

  /** The gain for the sample that is played now, when this one comes in. */
  private gainFor(peak: number, ceiling: number): number {
    const gain = this.sum / this.ahead;
    const needed = peak > ceiling ? ceiling / peak : 1;
    const lowest = this.lowestWith(needed);
    this.held = Math.min(lowest, this.held + (1 - this.held) * this.release);
    this.sum += this.held - (this.gains[this.at] ?? 1);
    this.gains[this.at] = this.held;
    // Sums of many small differences drift: once per window it is added anew.
    if (this.at === 0) this.sum = this.gains.reduce((sum, one) => sum + one, 0);
    return gain;
  }

  private lowestWith(needed: number): number {
    const size = this.times.length;
    const place = (offset: number) => (this.first + offset) % size;
    if (this.count > 0 && (this.times[this.first] ?? 0) <= this.time - this.ahead) {
      this.first = place(1);
      this.count -= 1;
    }
    while (this.count > 0 && (this.lows[place(this.count - 1)] ?? 0) >= needed) this.count -= 1;
    this.times[place(this.count)] = this.time;
    this.lows[place(this.count)] = needed;
    this.count += 1;
    this.time += 1;
    return this.lows[this.first] ?? 1;
  }
}
