import { describe, expect, it } from '@jest/globals';
import { countsOf, sampleOf } from './lineWatch';

const before = countsOf([
  { type: 'inbound-rtp', packetsReceived: 1_000, packetsLost: 10, totalSamplesReceived: 48_000, concealedSamples: 0 },
]);

describe('the line by the statistics of the page', () => {
  it('is what was lost and patched since the last look', () => {
    const now = countsOf([
      { type: 'inbound-rtp', packetsReceived: 1_090, packetsLost: 20, totalSamplesReceived: 96_000, concealedSamples: 9_600 },
      { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.3 },
      { type: 'candidate-pair', nominated: false, currentRoundTripTime: 9 },
    ]);
    expect(sampleOf(before, now, { at: 5, paused: 0 })).toEqual({ at: 5, paused: 0, lost: 0.1, patched: 0.2, roundTrip: 0.3 });
  });

  it('does not take silence for holes in the sound', () => {
    const now = countsOf([
      {
        type: 'inbound-rtp',
        packetsReceived: 1_000,
        totalSamplesReceived: 96_000,
        concealedSamples: 48_000,
        silentConcealedSamples: 48_000,
      },
    ]);
    expect(sampleOf(before, now, { at: 5, paused: 0 }).patched).toBe(0);
  });

  it('is fine when the counts begin anew', () => {
    expect(sampleOf(before, countsOf([]), { at: 5, paused: 0 })).toMatchObject({ lost: 0, patched: 0 });
  });
});
