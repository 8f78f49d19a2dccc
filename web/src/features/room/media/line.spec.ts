import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { goodLine, judged, type Line, lineAfter, type LineSample } from './line';

const fine = { lost: 0, patched: 0, paused: 0, roundTrip: 0.05 };
const poor = { ...fine, lost: 0.2 };

function over(line: Line, seconds: number, how: Omit<LineSample, 'at'>, from: number): Line {
  let now = line;
  for (let second = 0; second <= seconds; second += 2) now = lineAfter(now, { ...how, at: from + second * 1_000 });
  return now;
}

describe('a weak line', () => {
  it.each([
    ['lost packets', { ...fine, lost: 0.1 }],
    ['sound with holes', { ...fine, patched: 0.2 }],
    ['a picture that is held back', { ...fine, paused: 1 }],
    ['a long way there and back', { ...fine, roundTrip: 2 }],
  ])('is known by %s', (_, sample) => {
    expect(judged({ ...sample, at: 0 })).toBe('bad');
  });

  it('leaves only who speaks after six seconds, and only sound if that does not help', () => {
    expect(over(goodLine, 4, poor, 0).step).toBe('all');
    const weak = over(goodLine, 6, poor, 0);
    expect(weak.step).toBe('speaker');
    expect(over(weak, 6, poor, 8_000).step).toBe('audio');
  });

  it('changes nothing for one bad moment', () => {
    const line = over(over(goodLine, 4, poor, 0), 2, fine, 6_000);
    expect(over(line, 4, poor, 10_000).step).toBe('all');
  });

  it('comes back by itself, one step at a time', () => {
    const weak = over(over(goodLine, 6, poor, 0), 6, poor, 8_000);
    expect(over(weak, 18, fine, 20_000).step).toBe('audio');
    const better = over(weak, 20, fine, 20_000);
    expect(better.step).toBe('speaker');
    expect(over(better, 20, fine, 42_000).step).toBe('all');
  });

  it('waits twice as long each time that more was too much', () => {
    const weak = over(goodLine, 6, poor, 0);
    const tried = over(weak, 20, fine, 10_000);
    const again = over(tried, 6, poor, 34_000);
    expect(again).toMatchObject({ step: 'speaker', patienceMs: 40_000 });
    expect(over(again, 30, fine, 50_000).step).toBe('speaker');
    expect(over(again, 40, fine, 50_000).step).toBe('all');
  });

  it('never changes twice within six seconds, however the line goes', () => {
    const sample = fc.record({
      lost: fc.constantFrom(0, 0.05, 0.3),
      paused: fc.nat(1),
      patched: fc.constant(0),
      roundTrip: fc.constant(0.1),
    });
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 120 }), (samples) => {
        let line = goodLine;
        let changedAt = -Infinity;
        samples.forEach((one, index) => {
          const at = index * 2_000;
          const next = lineAfter(line, { ...one, at });
          if (next.step !== line.step) {
            expect(at - changedAt).toBeGreaterThanOrEqual(6_000);
            changedAt = at;
          }
          line = next;
        });
      }),
    );
  });
});
