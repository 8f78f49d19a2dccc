import { Limiter } from './limiter';

// What the sound thread of a browser gives; the types of a page do not know it.
declare const sampleRate: number;
declare class AudioWorkletProcessor {}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

const channels = 2;

class LimiterProcessor extends AudioWorkletProcessor {
  static readonly parameterDescriptors = [{ name: 'ceiling', defaultValue: 0.5, minValue: 0.001, maxValue: 1, automationRate: 'k-rate' }];

  private readonly limiter = new Limiter(sampleRate, channels);

  process(inputs: Float32Array[][], outputs: Float32Array[][], parameters: Record<string, Float32Array>): boolean {
    this.limiter.process(inputs[0] ?? [], outputs[0] ?? [], parameters.ceiling?.[0] ?? 0.5);
    return true;
  }
}

registerProcessor('rejoin-limiter', LimiterProcessor);
