import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Limiter } from './limiter';

const rate = 48_000;
const block = 128;

/** What is played of a sound, in blocks as a browser gives them. */
function played(samples: Float32Array, ceiling: number): Float32Array {
  const limiter = new Limiter(rate, 1);
  const out = new Float32Array(samples.length);
  for (let from = 0; from < samples.length; from += block) {
    limiter.process([samples.subarray(from, from + block)], [out.subarray(from, from + block)], ceiling);
  }
  return out;
}

const loudest = (samples: Float32Array): number => samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
const tone = (seconds: number, level: (second: number) => number): Float32Array =>
  Float32Array.from({ length: rate * seconds }, (_, at) => level(at / rate) * Math.sin((2 * Math.PI * 440 * at) / rate));

describe('the limiter', () => {
  it('lets no sample above the ceiling, whatever comes in', () => {
    const bursts = fc.array(fc.record({ length: fc.integer({ min: 1, max: 900 }), level: fc.double({ min: -4, max: 4, noNaN: true }) }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(bursts, fc.double({ min: 0.015, max: 1, noNaN: true }), (parts, ceiling) => {
        const samples = Float32Array.from(
          parts.flatMap(({ length, level }) => Array.from({ length }, (_, at) => (at % 2 ? -level : level))),
        );
        expect(loudest(played(samples, ceiling))).toBeLessThanOrEqual(ceiling * (1 + 1e-6));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves what is under the ceiling as it is, five milliseconds later', () => {
    const samples = tone(0.2, () => 0.2);
    const out = played(samples, 0.25);
    const later = 240;
    for (let at = later; at < samples.length; at += 97) expect(out[at]).toBeCloseTo(samples[at - later] ?? 0, 5);
  });

  it('lowers a shout as a whole and does not cut off its tops', () => {
    const out = played(
      tone(1, () => 1),
      0.1,
    );
    const steady = out.subarray(rate / 2, rate / 2 + 4_800);
    const power = Math.sqrt(steady.reduce((sum, one) => sum + one * one, 0) / steady.length);
    // A sine keeps its crest of the root of two; a clipped one comes close to a square.
    expect(loudest(steady) / power).toBeGreaterThan(1.38);
    expect(loudest(steady)).toBeGreaterThan(0.09);
  });

  it('lets go again within a second after a shout', () => {
    const out = played(
      tone(2, (second) => (second < 0.5 ? 1 : 0.08)),
      0.1,
    );
    expect(loudest(out.subarray(rate * 1.7))).toBeGreaterThan(0.075);
  });
});
