import { Inject, Injectable } from '@nestjs/common';
import { RoomServiceClient, ServerError, TokenVerifier, type TrackInfo, TrackSource, TrackType, WebhookReceiver } from 'livekit-server-sdk';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { AppError } from '../common/app-error.js';
import { CONFIG, type Config } from '../config.js';
import { grantFor, permissionFor, type MediaSource } from './grants.js';
import { signedJwt } from './jwt.js';
import { toMediaEvent, toParticipant, type MediaEvent, type MediaParticipant } from './media-event.js';

const requestSeconds = 5;
const aDay = 86_400;
const latelyMs = 5_000;
/** A webhook is signed when it is sent; an older one is a replay. */
const webhookToleranceSeconds = 10;

export interface TokenRequest {
  room: string;
  identity: string;
  sources: readonly MediaSource[];
  ttlSeconds: number;
}

type Settings = Pick<Config, 'LIVEKIT_URL' | 'LIVEKIT_API_KEY' | 'LIVEKIT_API_SECRET'>;

/** The SFU: keys to it, its rooms and its news. */
@Injectable()
export class LivekitService {
  private readonly rooms: RoomServiceClient;
  private readonly verifier: TokenVerifier;
  private readonly receiver: WebhookReceiver;
  private readonly signingKey: KeyObject;
  private readonly ensuredAt = new Map<string, number>();
  /** Where the SFU listens, as http or https. */
  readonly url: URL;

  constructor(@Inject(CONFIG) private readonly config: Settings) {
    const { LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = config;
    this.url = new URL(config.LIVEKIT_URL.replace(/^ws/, 'http'));
    const host = this.url.href.replace(/\/$/, '');
    this.rooms = new RoomServiceClient(host, key, secret, { requestTimeout: requestSeconds, failover: false });
    this.signingKey = createSecretKey(secret, 'utf8');
    this.verifier = new TokenVerifier(key, secret);
    this.receiver = new WebhookReceiver(key, secret);
  }

  /** A key to one room for one identity: no name, no metadata, no rights over others. */
  token({ room, identity, sources, ttlSeconds }: TokenRequest): string {
    const now = Math.floor(Date.now() / 1000);
    const times = { nbf: now, exp: now + ttlSeconds };
    return signedJwt({ video: grantFor(room, sources), iss: this.config.LIVEKIT_API_KEY, sub: identity, ...times }, this.signingKey);
  }

  /** Whom a token names and for which room; nothing where it is not ours or has run out. Good for tokens that the SFU refreshed too. */
  async verifyToken(jwt: string): Promise<{ identity: string; room: string } | null> {
    const claims = await this.verifier.verify(jwt).catch(() => null);
    const { sub: identity, video } = claims ?? {};
    return identity && video?.roomJoin && video.room ? { identity, room: video.room } : null;
  }

  /** Makes the room if it is not there, as after a restart of the SFU. Nothing but us ends it. */
  async ensureRoom(name: string): Promise<void> {
    await this.rooms.createRoom({ name, emptyTimeout: aDay, departureTimeout: aDay });
    this.ensuredAt.set(name, performance.now());
  }

  /** The same for who is about to connect and will be asked again: not more often than every few seconds. */
  async ensureRoomLately(name: string): Promise<void> {
    const at = this.ensuredAt.get(name);
    if (at === undefined || performance.now() - at > latelyMs) await this.ensureRoom(name);
  }

  async deleteRoom(name: string): Promise<void> {
    this.ensuredAt.delete(name);
    await unlessGone(this.rooms.deleteRoom(name));
  }

  /** Whether there was anybody to remove. */
  async removeParticipant(room: string, identity: string): Promise<boolean> {
    const removed = await unlessGone(this.rooms.removeParticipant(room, identity).then(() => true));
    return removed ?? false;
  }

  /** Turns off what a person sends from this source. They can turn it on again. */
  async stopTracks(room: string, identity: string, kind: 'camera' | 'microphone'): Promise<void> {
    const found = await unlessGone(this.rooms.getParticipant(room, identity));
    for (const track of found?.tracks ?? []) {
      if (isKind(track, kind) && !track.muted) await unlessGone(this.rooms.mutePublishedTrack(room, identity, track.sid, true));
    }
  }

  /** What somebody who is connected may send from now on; tracks of another kind end. Nobody is changed who is not there. */
  async letSend(room: string, identity: string, sources: readonly MediaSource[]): Promise<void> {
    await unlessGone(this.rooms.updateParticipant(room, identity, { permission: permissionFor(sources) }));
  }

  /** Turns off the microphones of these people that are on; each is asked about once more just before. */
  async muteMicrophones(room: string, identities: ReadonlySet<string>, still: (identity: string) => boolean): Promise<void> {
    const all = (await unlessGone(this.rooms.listParticipants(room))) ?? [];
    const open = all
      .filter(({ identity }) => identities.has(identity))
      .flatMap(({ identity, tracks }) =>
        tracks.map((track) => ({ identity, sid: track.sid, isOpen: isKind(track, 'microphone') && !track.muted })),
      );
    const muting = open.filter(({ isOpen, identity }) => isOpen && still(identity));
    await Promise.all(muting.map(({ identity, sid }) => unlessGone(this.rooms.mutePublishedTrack(room, identity, sid, true))));
  }

  /** The names of all rooms that the SFU has. */
  async listRooms(): Promise<string[]> {
    return (await this.rooms.listRooms()).map(({ name }) => name);
  }

  /** Everyone the SFU has in a room; nobody where it does not know the room. Throws where it does not answer. */
  async listParticipants(room: string): Promise<MediaParticipant[]> {
    const found = await unlessGone(this.rooms.listParticipants(room));
    return (found ?? []).map(toParticipant);
  }

  async isUp(): Promise<boolean> {
    const reply = await fetch(this.url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    await reply?.body?.cancel();
    return reply?.ok ?? false;
  }

  async receiveWebhook(body: string, authHeader: string | undefined): Promise<MediaEvent> {
    try {
      return toMediaEvent(await this.receiver.receive(body, authHeader, false, webhookToleranceSeconds));
    } catch {
      throw new AppError('webhook.forged');
    }
  }
}

/** By what it is, not by what its sender calls it: any sound is the microphone, any picture but a screen the camera. */
function isKind({ type, source }: TrackInfo, kind: 'camera' | 'microphone'): boolean {
  if (kind === 'microphone') return type === TrackType.AUDIO;
  return type === TrackType.VIDEO && source !== TrackSource.SCREEN_SHARE;
}

async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ServerError && error.status === 404) return undefined;
    throw error;
  }
}
