import { type NetworkResult, openCheckRoom, type TurnResult } from '@rejoin/shared';
import { call } from '../../../lib/api';
import { drawnPicture } from './ownPicture';
import { detoursOf, networkOf } from './quality';
import { type Keys, TripMaker } from './trip';

export interface Line {
  network: NetworkResult;
  turn: TurnResult;
}

const directly = { connectMs: 7_000, firstFrameMs: 3_000, watchMs: 2_500 };
const byDetour = { connectMs: 6_000, firstFrameMs: 2_500, watchMs: 800 };

async function turnOf(keys: Keys, picture: MediaStreamTrack, servers: readonly RTCIceServer[], signal: AbortSignal): Promise<TurnResult> {
  const iceServers = detoursOf(servers);
  if (iceServers.length === 0) return 'notOffered';
  const trip = await new TripMaker(keys, picture, { iceServers, iceTransportPolicy: 'relay' }).make(byDetour, signal);
  return trip.frames > 0 && trip.isDetour ? 'good' : 'failed';
}

/** A picture to the SFU and back, first as usual, then by the detour. `onNetwork` hears the first result early. */
export async function checkLine(signal: AbortSignal, onNetwork: (network: NetworkResult) => void): Promise<Line> {
  const picture = drawnPicture();
  try {
    const keys = await call(openCheckRoom, { body: { id: crypto.randomUUID() } }).catch(() => null);
    if (!keys || !picture) return { network: 'failed', turn: 'failed' };
    const usual = new TripMaker(keys, picture.track);
    const network = networkOf(await usual.make(directly, signal));
    onNetwork(network);
    return { network, turn: await turnOf(keys, picture.track, usual.iceServers, signal) };
  } finally {
    picture?.stop();
  }
}
