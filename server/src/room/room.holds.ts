import { Injectable, type OnModuleInit } from '@nestjs/common';
import { closingPageSeconds, phaseOf, placeOf, type RoomState } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { LiveRooms } from '../access/live-rooms.js';
import { Clock } from '../common/clock.js';
import { seatHeld } from './room.commands.js';
import { RoomStore } from './room.store.js';

/** So long a page may be without a line and still be in its room. */
const lineLostSeconds = 120;

/** A session keeps the room open for who stands in it, also when they touch nothing for as long as it lasts. */
@Injectable()
export class RoomHolds implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly store: RoomStore,
    private readonly rooms: LiveRooms,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.rooms.answerBy((personId, sessionId) => this.holds(personId, sessionId));
  }

  private async holds(personId: string, sessionId?: string): Promise<boolean> {
    const sessions: { id: string }[] = await this.database.query(
      `SELECT DISTINCT s.id FROM seat x JOIN session s ON s.id = x.session_id JOIN media_room m ON m.session_id = s.id
       WHERE x.person_id = $1 AND x.ended_at IS NULL AND s.cancelled_at IS NULL
         AND (s.ended_at IS NULL OR s.ended_at > now() - make_interval(secs => $2))
         AND (m.closed_at IS NULL OR s.ended_at IS NOT NULL)`,
      [personId, closingPageSeconds],
    );
    const asked = sessions.filter(({ id }) => sessionId === undefined || id === sessionId);
    for (const { id } of asked) if (await this.stands(await this.store.read(id), personId)) return true;
    return false;
  }

  /** In the waiting room or the room, in sight; or there until the end a moment ago, with its closing page before them. */
  private async stands(state: RoomState, personId: string): Promise<boolean> {
    const seatId = seatHeld(state, personId)?.seatId;
    const standing = seatId === undefined ? undefined : state.standings[seatId];
    if (seatId === undefined || !standing) return false;
    if (phaseOf(state) === 'ended') return standing.since === state.endedAt && this.isRecent(state.endedAt);
    const place = placeOf(state, seatId);
    return (place === 'waiting' || place === 'main') && (standing.online || (await this.wasSeen(seatId)));
  }

  /** A line that broke a moment ago ends nobody's sign-in. */
  private async wasSeen(seatId: string): Promise<boolean> {
    const seen: unknown[] = await this.database.query(
      `SELECT FROM connection WHERE seat_id = $1 AND last_seen > now() - make_interval(secs => $2) LIMIT 1`,
      [seatId, lineLostSeconds],
    );
    return seen.length > 0;
  }

  private isRecent(endedAt: string): boolean {
    return this.clock.now().getTime() - Date.parse(endedAt) < closingPageSeconds * 1000;
  }
}
