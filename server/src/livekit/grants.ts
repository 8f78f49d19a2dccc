import type { Capacity } from '@rejoin/shared';

export type MediaSource = 'camera' | 'microphone' | 'screenShare';

/** As they are called in a key. */
const sources: Record<MediaSource, readonly string[]> = {
  camera: ['camera'],
  microphone: ['microphone'],
  screenShare: ['screen_share', 'screen_share_audio'],
};

const byCapacity: Record<Capacity, readonly MediaSource[]> = {
  lead: ['camera', 'microphone', 'screenShare'],
  coLead: ['camera', 'microphone', 'screenShare'],
  patient: ['camera', 'microphone'],
  coFacilitator: ['camera', 'microphone'],
  family: ['camera', 'microphone'],
  guest: ['camera', 'microphone'],
  observer: [],
};

/** What a seat may send; who only observes sends nothing. */
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
