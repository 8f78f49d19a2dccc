import { describe, expect, it } from '@jest/globals';
import { middle, narrow, type OffsetRange } from './serverClock';

/** An answer of a server that is `ahead` of us and sends whole seconds. */
function answer(sentAt: number, ahead: number, tookMs = 80) {
  const receivedAt = sentAt + tookMs;
  return { sentAt, receivedAt, serverSecond: Math.floor((sentAt + tookMs / 2 + ahead) / 1000) * 1000 };
}

const from = 1_764_000_000_000;

describe('the clock of the server', () => {
  it.each([0, 137, -2_400, 61_990, -3_600_000])('is found to well under a second when it is %i ms ahead', (ahead) => {
    let range: OffsetRange | null = null;
    for (const at of [0, 370, 1_100, 5_740, 9_220]) range = narrow(range, answer(from + at, ahead));
    expect(Math.abs(middle(range) - ahead)).toBeLessThan(450);
  });

  it('is believed again from the start when it was set', () => {
    const before = narrow(null, answer(from, 0));
    const after = narrow(before, answer(from + 5_000, 90_000));
    expect(Math.abs(middle(after) - 90_000)).toBeLessThan(600);
  });

  it('counts as ours until it has answered', () => {
    expect(middle(null)).toBe(0);
  });
});
