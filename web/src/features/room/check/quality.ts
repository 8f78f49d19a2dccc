import type { NetworkResult } from '@rejoin/shared';

export interface Trip {
  /** Pictures of the sender that came back to the receiver. */
  frames: number;
  seconds: number;
  /** Of packets, from 0 to 1. */
  lost: number;
  /** There and back, in seconds. */
  roundTrip: number;
  /** Through a relay, over TCP. */
  isDetour: boolean;
}

/** Below this a group on video is tiring: pictures stand still, or answers come late. */
const enough = { framesPerSecond: 8, lost: 0.05, roundTrip: 0.3 };

/** How good a way is by what came back over it. */
export function networkOf({ frames, seconds, lost, roundTrip }: Trip): NetworkResult {
  if (frames === 0) return 'failed';
  const isGood = frames / seconds >= enough.framesPerSecond && lost <= enough.lost && roundTrip <= enough.roundTrip;
  return isGood ? 'good' : 'weak';
}

/** The relays that take media over TCP: what is left where a network lets nothing but web pages through. */
export function detoursOf(servers: readonly RTCIceServer[]): RTCIceServer[] {
  const isDetour = (url: string) => /^turns?:/.test(url) && /transport=tcp/.test(url);
  return servers.map((server) => ({ ...server, urls: [server.urls].flat().filter(isDetour) })).filter(({ urls }) => urls.length > 0);
}
