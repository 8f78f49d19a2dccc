import type { Capacity } from '@rejoin/shared';
import { TrackSource } from 'livekit-server-sdk';

export type MediaSource = 'camera' | 'microphone' | 'screenShare';

/** As they are called in a key. */
const sources: Record<MediaSource, readonly string[]> = {
  camera: ['camera'],
  microphone: ['microphone'],
  screenShare: ['screen_share', 'screen_share_audio'],
};

const numbers: Record<MediaSource, readonly TrackSource[]> = {
  camera: [TrackSource.CAMERA],
  microphone: [TrackSource.MICROPHONE],
  screenShare: [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO],
};

const byCapacity: Record<Capacity, readonly MediaSource[]> = {
  lead: ['camera', 'microphone'],
  coLead: ['camera', 'microphone'],
  patient: ['camera', 'microphone'],
  coFacilitator: ['camera', 'microphone'],
  family: ['camera', 'microphone'],
  guest: ['camera', 'microphone'],
  observer: [],
};

/** What a seat sends of its own; who only observes sends nothing. A screen is sent by who shows one, and only then. */
export const sourcesOf = (capacity: Capacity): readonly MediaSource[] => byCapacity[capacity];

/** The least that lets somebody see, hear and send these. */
export function grantFor(room: string, allowed: readonly MediaSource[]) {
  return {
    room,
    roomJoin: true,
    canSubscribe: true,
    canPublish: allowed.length > 0,
    canPublishSources: allowed.flatMap((source) => sources[source]),
    canPublishData: false,
    canUpdateOwnMetadata: false,
  };
}

/** The same for somebody who is connected. */
export function permissionFor(allowed: readonly MediaSource[]) {
  return {
    canSubscribe: true,
    canPublish: allowed.length > 0,
    canPublishSources: allowed.flatMap((source) => numbers[source]),
    canPublishData: false,
    canUpdateMetadata: false,
  };
}

/** What somebody at the SFU may send. */
export function sourcesIn(permission: { canPublish: boolean; canPublishSources: readonly TrackSource[] }): MediaSource[] {
  const all: readonly MediaSource[] = ['camera', 'microphone', 'screenShare'];
  return permission.canPublish ? all.filter((source) => numbers[source].every((one) => permission.canPublishSources.includes(one))) : [];
}
