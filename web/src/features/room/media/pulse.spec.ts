import { describe, expect, it } from '@jest/globals';
import { Pulse } from './pulse';

interface Situation {
  /** What comes between two looks. */
  packets: number;
  sends: boolean;
  isNear: boolean;
}

/** After how many milliseconds without anything the pulse calls it silent, looking every 600 ms; nothing within half a minute is never. */
async function silentAfter({ packets, sends, isNear }: Situation): Promise<number | 'never'> {
  let [now, received] = [0, 100];
  const getStats = () => Promise.resolve(new Map([['path', { type: 'transport', packetsReceived: (received += packets) }]]));
  const publisher = { getConnectionState: () => 'connected' as const, getSignallingState: () => 'stable' as const, getStats };
  const pcManager = { publisher, triggerIceRestart: async () => undefined, createAndSendPublisherOffer: async () => undefined };
  const room = { engine: { pcManager }, localParticipant: { trackPublications: { size: sends ? 2 : 0 } } };
  const pulse = new Pulse(
    () => Promise.resolve(isNear),
    () => now,
  );
  for (; now < 30_000; now += 600) if (await pulse.isSilent(room)) return now;
  return 'never';
}

describe('a line on which nothing comes any more', () => {
  it('is noticed within 2.4 seconds by who sends', async () => {
    expect(await silentAfter({ packets: 0, sends: true, isNear: true })).toBeLessThanOrEqual(2_400);
  });

  it('is noticed as soon by who sends nothing, where our server is out of reach too', async () => {
    expect(await silentAfter({ packets: 0, sends: false, isNear: false })).toBeLessThanOrEqual(2_400);
  });

  it('is doubted by who sends nothing while our server answers, but not for ever', async () => {
    expect(await silentAfter({ packets: 0, sends: false, isNear: true })).toBe(6_600);
  });

  it('is not seen where anything at all comes', async () => {
    expect(await silentAfter({ packets: 1, sends: true, isNear: false })).toBe('never');
  });
});
