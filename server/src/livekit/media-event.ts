import type { TrackSource, WebhookEvent } from 'livekit-server-sdk';
import { sourcesIn, type MediaSource } from './grants.js';

/** `CLIENT_INITIATED`; the SDK does not export the names of the reasons. */
const clientInitiated = 1;

/** Somebody at the SFU. `sid` is new with every join, `identity` is the seat on its device. */
export interface MediaParticipant {
  sid: string;
  identity: string;
  joinedAt: Date | null;
  /** What they may send. */
  sources: readonly MediaSource[] | null;
}

/** What the SFU told, as far as we use it. */
export interface MediaEvent {
  type: 'joined' | 'left' | 'other';
  room: string;
  participant: MediaParticipant | null;
  /** In whole seconds. */
  at: Date;
  /** The participant left by choice, at the time of the event. */
  byChoice: boolean;
}

const types: Partial<Record<WebhookEvent['event'], MediaEvent['type']>> = {
  participant_joined: 'joined',
  participant_left: 'left',
  participant_connection_aborted: 'left',
};

interface RawParticipant {
  sid: string;
  identity: string;
  joinedAt: bigint;
  joinedAtMs: bigint;
  permission?: { canPublish: boolean; canPublishSources: readonly TrackSource[] };
}

export function toParticipant({ sid, identity, joinedAt, joinedAtMs, permission }: RawParticipant): MediaParticipant {
  const joined = joinedAtMs > 0n ? Number(joinedAtMs) : Number(joinedAt) * 1000;
  return { sid, identity, joinedAt: joined > 0 ? new Date(joined) : null, sources: permission ? sourcesIn(permission) : null };
}

export function toMediaEvent(event: WebhookEvent): MediaEvent {
  const { participant, room } = event;
  return {
    type: types[event.event] ?? 'other',
    room: room?.name ?? '',
    participant: participant?.sid && participant.identity ? toParticipant(participant) : null,
    at: new Date(Number(event.createdAt) * 1000),
    byChoice: Number(participant?.disconnectReason) === clientInitiated,
  };
}
