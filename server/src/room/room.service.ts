import { Injectable } from '@nestjs/common';
import {
  chatBefore,
  chatLine,
  gateRefusal,
  identitiesInMedia,
  phaseOf,
  placeOf,
  project,
  seatInMedia,
  type AtMediaDoor,
  type InputOf,
  type readChat,
  type ReplyOf,
  type RoomState,
  type RoomView,
  type RosterSeat,
  type takeToken,
} from '@rejoin/shared';
import { mergeMap, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Prepared } from '../database/prepared.js';
import { LivekitService } from '../livekit/livekit.service.js';
import { gateNow } from './gate.sql.js';
import { seatHeld } from './room.commands.js';
import { readTexts } from './room.log.js';
import { sourcesNow } from './room.rights.js';
import { RoomStore, type RoomChange } from './room.store.js';

const tokenSeconds = 60;

export interface SeatInRoom {
  sessionId: string;
  seatId: string;
  personId: string;
}

export interface InMedia {
  mediaRoom: string;
  identity: string;
}

/** A key to the SFU, and what it names. */
export interface Key {
  token: string;
  identity: string;
  room: string;
}

/**
 * Who may no longer be where they were. An open room that is seen for the first time displaces everyone it ever knew and does
 * not hold now; one that is over has nobody left.
 */
function displacedBy({ before, after }: RoomChange): InMedia[] {
  const mediaRoom = after.opened?.mediaRoom;
  const isOver = phaseOf(after) === 'ended' || phaseOf(after) === 'cancelled';
  if (mediaRoom === undefined || (!before && isOver)) return [];
  const here = new Set(identitiesInMedia(after));
  const were = before ? identitiesInMedia(before) : Object.keys(after.identities);
  return were.filter((identity) => !here.has(identity)).map((identity) => ({ mediaRoom, identity }));
}

/** The room as people, pages and the doorman ask about it. */
@Injectable()
export class RoomService {
  private readonly sessions = new Map<string, string>();
  /** After the commit: these may not stay, their signalling is to be cut. */
  readonly displaced$: Observable<InMedia>;

  constructor(
    private readonly store: RoomStore,
    private readonly database: DataSource,
    private readonly livekit: LivekitService,
    private readonly prepared: Prepared,
  ) {
    this.displaced$ = store.changed$.pipe(mergeMap(displacedBy));
  }

  async view(sessionId: string, personId: string): Promise<RoomView> {
    const state = await this.store.read(sessionId);
    return project(state, this.seat(state, personId).seatId);
  }

  async chat({ params, query }: InputOf<typeof readChat>, personId: string): Promise<ReplyOf<typeof readChat>> {
    const state = await this.store.read(params.sessionId);
    const { said, earlier } = chatBefore(state, this.seat(state, personId).seatId, query.before);
    const texts = await readTexts(
      this.database,
      said.map(({ textId }) => textId),
    );
    return { lines: said.map((one) => ({ textId: one.textId, ...chatLine(state, one, texts[one.textId]) })), earlier };
  }

  /** A short key to the room where the person stands; what it opens is asked again by the doorman at every connection. */
  async token({ params, body }: InputOf<typeof takeToken>, personId: string): Promise<ReplyOf<typeof takeToken>> {
    const { token, identity, room } = await this.key(personId, { sessionId: params.sessionId, device: body.device });
    await this.livekit.ensureRoomLately(room).catch(() => {
      throw new AppError('room.mediaDown');
    });
    return { token, identity };
  }

  /** The room is made at the SFU by who connects with it. */
  async key(personId: string, { sessionId, device }: AtMediaDoor): Promise<Key> {
    const state = await this.store.readLately(sessionId);
    const seat = await this.atGate(this.seat(state, personId));
    const { identity, room } = this.keyTo(state, seat, device);
    const token = this.livekit.token({ room, identity, sources: sourcesNow(state, seat), ttlSeconds: tokenSeconds });
    return { token, identity, room };
  }

  /** Whether this identity may be in this media room now, by the log; and who it is. */
  async admits(mediaRoom: string, identity: string): Promise<SeatInRoom | null> {
    const state = await this.roomOf(mediaRoom);
    const seat = state && seatInMedia(state, mediaRoom, identity);
    return seat ? { sessionId: state.plan.sessionId, seatId: seat.seatId, personId: seat.personId } : null;
  }

  /** A key for what this identity may send now, in place of one that may allow what was taken back. */
  async rekeyed({ mediaRoom, identity }: InMedia): Promise<string> {
    const state = await this.roomOf(mediaRoom);
    const seat = state && seatInMedia(state, mediaRoom, identity);
    if (!seat) throw new AppError('room.notAdmitted');
    return this.livekit.token({ room: mediaRoom, identity, sources: sourcesNow(state, seat), ttlSeconds: tokenSeconds });
  }

  /** Who an identity is or was, wherever the person stands now: for news of the SFU that come late. */
  async whoIs(mediaRoom: string, identity: string): Promise<SeatInRoom | null> {
    const state = await this.roomOf(mediaRoom);
    const seat = state?.roster[state.identities[identity] ?? ''];
    return state && seat ? { sessionId: state.plan.sessionId, seatId: seat.seatId, personId: seat.personId } : null;
  }

  private seat(state: RoomState, personId: string): RosterSeat {
    const seat = seatHeld(state, personId);
    if (!seat) throw new AppError('room.notSeated');
    return seat;
  }

  /** What a patient answered, consents and licences hold at this moment or not at all. */
  private async atGate(seat: RosterSeat): Promise<RosterSeat> {
    return seat.gate ? { ...seat, gate: await gateNow(this.prepared, seat.seatId) } : seat;
  }

  private keyTo(state: RoomState, seat: RosterSeat, device: string): { identity: string; room: string } {
    const phase = phaseOf(state);
    if (phase === 'cancelled') throw new AppError('session.cancelled');
    if (phase === 'ended') throw new AppError('room.ended');
    const place = placeOf(state, seat.seatId);
    if (place === 'removed') throw new AppError('room.removed');
    const atGate = gateRefusal(seat.gate);
    if (atGate) throw new AppError(atGate);
    if (!state.opened) throw new AppError('room.notOpen');
    const standing = state.standings[seat.seatId];
    if (place !== 'main' || !standing) throw new AppError('room.notAdmitted');
    if (standing.device !== device) throw new AppError('room.otherDevice');
    return { identity: standing.identity, room: state.opened.mediaRoom };
  }

  /** A media room never changes its session. */
  private async roomOf(mediaRoom: string): Promise<RoomState | undefined> {
    const known = this.sessions.get(mediaRoom);
    if (known) return this.store.read(known);
    const rows: { id: string }[] = await this.database.query(`SELECT session_id AS id FROM media_room WHERE name = $1`, [mediaRoom]);
    const found = rows[0];
    if (!found) return undefined;
    this.sessions.set(mediaRoom, found.id);
    return this.store.read(found.id);
  }
}
