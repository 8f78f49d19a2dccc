import { Inject, Injectable } from '@nestjs/common';
import { errors, readPlaceKey, type AtMediaDoor, type ErrorCode } from '@rejoin/shared';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { AccessService } from '../access/access.service.js';
import { ActorService } from '../access/actor.service.js';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import { toAppError } from '../common/error.filter.js';
import type { Actor } from '../common/request.js';
import { CONFIG, type Config } from '../config.js';
import { LivekitService } from '../livekit/livekit.service.js';
import { CheckRooms } from './check-rooms.js';
import { DoorKeys } from './door-keys.js';
import { RoomService, type InMedia, type SeatInRoom } from './room.service.js';

/** Everything of the client's query that the SFU may see; the key is added by us, as we verified it. */
const passedOn = [
  ...['join_request', 'reconnect', 'reconnect_reason', 'sid', 'auto_subscribe', 'adaptive_stream', 'subscriber_allow_pause'],
  ...['sdk', 'version', 'protocol', 'os', 'os_version', 'device_model', 'browser', 'browser_version', 'network'],
];
const paths = ['/rtc', '/rtc/v1'];

/** Who may connect, and in which session their seat is; none in the throw-away room of a device check. */
export interface Holder {
  personId: string;
  sessionId: string | null;
  signInId: string;
}

/** Somebody whose place is this media room now. */
export interface Admitted extends Holder, InMedia {
  /** What to ask of the SFU. */
  path: string;
}

const refuse = (code: ErrorCode, message?: string): never => {
  throw new AppError(code, { message });
};

/** The keys in a request; a browser's stands in the query. */
function keyIn(url: URL, request: IncomingMessage): string {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const keys = new Set([...url.searchParams.getAll('access_token'), ...(bearer ? [bearer] : [])]);
  const [key] = keys;
  return key !== undefined && keys.size === 1 ? key : refuse('room.notAdmitted', 'This page has no key to the room. Please reload it.');
}

function pathFor(url: URL, key: string): string {
  const query = new URLSearchParams({ access_token: key });
  for (const name of passedOn) {
    const value = url.searchParams.get(name);
    if (value !== null) query.set(name, value);
  }
  return `${url.pathname}?${query.toString()}`;
}

/** Decides who may connect to which media room: by the cookie, the key, and the log of the room as it is now. */
@Injectable()
export class DoormanCheck {
  constructor(
    private readonly livekit: LivekitService,
    private readonly actors: ActorService,
    private readonly access: AccessService,
    private readonly rooms: RoomService,
    private readonly keys: DoorKeys,
    private readonly checkRooms: CheckRooms,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Refuses by throwing an AppError. */
  async admit(request: IncomingMessage): Promise<Admitted> {
    const url = new URL(request.url ?? '/', 'http://doorman');
    url.pathname = url.pathname.replace(/\/validate$/, '');
    if (!paths.includes(url.pathname)) refuse('row.notFound');
    const { origin } = request.headers;
    if (origin !== undefined && origin !== new URL(this.config.PUBLIC_URL).origin) refuse('auth.origin');
    const shown = keyIn(url, request);
    const door = readPlaceKey(shown);
    if (door) return this.admitHere(url, request.headers, door);
    const named = await this.livekit.verifyToken(shown);
    if (!named) return refuse('room.notAdmitted', 'The key to the room has run out. Please reload this page.');
    const inMedia = { mediaRoom: named.room, identity: named.identity };
    const holder = await this.holds(inMedia, request.headers);
    // A key that was good may allow to send what was taken back since.
    const fresh = holder.sessionId === null ? shown : await this.rooms.rekeyed(inMedia);
    return { ...inMedia, ...holder, path: pathFor(url, fresh) };
  }

  /** The key is made now, for the place where the person stands: what it rests on need not be asked twice. */
  private async admitHere(url: URL, headers: IncomingHttpHeaders, door: AtMediaDoor): Promise<Admitted> {
    const actor = await this.actorOf(headers);
    const { room, identity, token } = await this.keys.make(actor, door);
    const { personId, signInId } = actor;
    return { mediaRoom: room, identity, personId, sessionId: door.sessionId, signInId, path: pathFor(url, token) };
  }

  private async actorOf(headers: IncomingHttpHeaders): Promise<Actor> {
    const actor = (await this.actors.of(headers)) ?? refuse('auth.signedOut');
    return this.actors.mustSetUpTwoFactor(actor) ? refuse('auth.twoFactorRequired') : actor;
  }

  /** Whether the cookie's person stands in this media room under this identity now; refuses by throwing an AppError. */
  async holds(inMedia: InMedia, headers: IncomingHttpHeaders): Promise<Holder> {
    const actor = await this.actorOf(headers);
    if (this.checkRooms.isOne(inMedia.mediaRoom)) return this.holdsAlone(actor, inMedia);
    const seat = await this.rooms.admits(inMedia.mediaRoom, inMedia.identity);
    if (seat?.personId !== actor.personId || !(await this.mayStill(actor, seat))) return this.refuseEntry(actor, inMedia);
    return { personId: seat.personId, sessionId: seat.sessionId, signInId: actor.signInId };
  }

  /** Into the room of a device check only the one person for whom it was made. */
  private async holdsAlone(actor: Actor, inMedia: InMedia): Promise<Holder> {
    const personId = await this.checkRooms.holder(inMedia);
    if (personId !== actor.personId) return this.refuseEntry(actor, inMedia);
    return { personId, sessionId: null, signInId: actor.signInId };
  }

  /** The log knows nothing of roles: a lead whose role has ended has no place here any more. */
  private async mayStill(actor: Actor, { sessionId }: SeatInRoom): Promise<boolean> {
    try {
      await this.access.require(actor, 'room.token', sessionId);
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  }

  private async refuseEntry(actor: Actor, { mediaRoom, identity }: InMedia): Promise<never> {
    const who = await this.rooms.whoIs(mediaRoom, identity);
    await this.audit.record({
      actorId: actor.personId,
      action: 'room.connect',
      outcome: 'refused',
      rowKind: 'session',
      rowId: who?.sessionId ?? null,
      sessionId: who?.sessionId ?? null,
      details: { code: 'room.notAdmitted', ownKey: who?.personId === actor.personId },
    });
    return refuse('room.notAdmitted', 'Your place is not in this room now. Please reload this page.');
  }
}

/** A refusal of the person, not a failure of ours. */
export const isRefusal = (error: unknown): boolean => toAppError(error).status < 500;

/** The status for the media client: it gives up on 401 and 403, and tries again on the rest. */
export function statusOf(error: AppError): number {
  return error.code === 'room.notAdmitted' ? 403 : errors[error.code][0];
}
