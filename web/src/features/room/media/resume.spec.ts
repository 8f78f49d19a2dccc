import { describe, expect, it } from '@jest/globals';
import type { Line } from './pulse';
import { keepPath } from './resume';

interface Path {
  connection?: RTCPeerConnectionState;
  signalling?: RTCSignalingState;
  /** Packets that come between two looks. */
  packets: number;
}

/** What the client does after it has the signalling line again. */
async function afterResume({ connection = 'connected', signalling = 'stable', packets }: Path): Promise<string[]> {
  const done: string[] = [];
  let received = 100;
  const manager = {
    triggerIceRestart: () => Promise.resolve(void done.push('new path')),
    createAndSendPublisherOffer: () => Promise.resolve(void done.push('plain offer')),
    publisher: {
      getConnectionState: () => connection,
      getSignallingState: () => signalling,
      getStats: () => Promise.resolve(new Map([['path', { type: 'transport', packetsReceived: (received += packets) }]])),
    },
  };
  const line: Line = { engine: { pcManager: manager } };
  keepPath(line, 120);
  await manager.triggerIceRestart();
  return done;
}

describe('the path of the media when the signalling line is taken up again', () => {
  it('stays where something came all along', async () => {
    expect(await afterResume({ packets: 3 })).toEqual(['plain offer']);
  });

  it('is made anew where nothing comes, although the browser still calls it connected', async () => {
    expect(await afterResume({ packets: 0 })).toEqual(['new path']);
  });

  it('is made anew where the browser itself has lost it', async () => {
    for (const connection of ['disconnected', 'failed'] as const)
      expect(await afterResume({ connection, packets: 3 })).toEqual(['new path']);
  });

  it('is made anew where the answer to an offer was lost with the line', async () => {
    expect(await afterResume({ signalling: 'have-local-offer', packets: 3 })).toEqual(['new path']);
  });
});
