import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ConnectionsService, type Connected } from '../attendance/connections.service.js';
import { Presence } from '../attendance/presence.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { gather } from '../common/gather.js';
import { LivekitService } from '../livekit/livekit.service.js';
import type { MediaParticipant } from '../livekit/media-event.js';
import { RoomRights } from './room.rights.js';
import { RoomService, type SeatInRoom } from './room.service.js';

const sweepEveryMs = 10_000;
/** Several reasons to look at a room within this time are one. */
const askedTogetherMs = 200;

/** Compares whom the SFU has with whom the log has: for removals that failed, for news that never came, and after a restart. */
@Injectable()
export class DoormanSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DoormanSweep.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly livekit: LivekitService,
    private readonly rooms: RoomService,
    private readonly rights: RoomRights,
    private readonly connections: ConnectionsService,
    private readonly presence: Presence,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.attempt(this.sweep());
    this.timer = setInterval(() => this.attempt(this.sweep()), sweepEveryMs);
    this.presence.unsure$.pipe(gather(askedTogetherMs)).subscribe((sessionId) => this.attempt(this.sweepSession(sessionId)));
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** All open rooms. Where the SFU does not answer, nothing is concluded. */
  async sweep(): Promise<void> {
    const open: { name: string; sessionId: string }[] = await this.database.query(
      `SELECT name, session_id AS "sessionId" FROM media_room WHERE closed_at IS NULL`,
    );
    for (const { name, sessionId } of open) await this.sweepRoom(name, sessionId);
    await this.connections.endStale(this.clock.now());
    await this.deleteClosed();
  }

  async sweepSession(sessionId: string): Promise<void> {
    const open: { name: string }[] = await this.database.query(`SELECT name FROM media_room WHERE session_id = $1 AND closed_at IS NULL`, [
      sessionId,
    ]);
    for (const { name } of open) await this.sweepRoom(name, sessionId);
  }

  /** Somebody at the SFU: whose seat it is; put out and kept on record where their place is not here. */
  async receive(mediaRoom: string, { identity, sources }: MediaParticipant): Promise<SeatInRoom | null> {
    const who = await this.rooms.whoIs(mediaRoom, identity);
    if (await this.rooms.admits(mediaRoom, identity)) {
      if (who) this.rights.settle(who.sessionId, identity, sources);
      return who;
    }
    if (!who && !(await this.isOurs(mediaRoom))) return null;
    const removed = await this.livekit.removeParticipant(mediaRoom, identity);
    if (removed) await this.recordIntruder(who);
    return who;
  }

  private async sweepRoom(mediaRoom: string, sessionId: string): Promise<void> {
    const askedAt = this.clock.now();
    const { mark } = this.presence;
    const listed: Connected[] = [];
    for (const participant of await this.livekit.listParticipants(mediaRoom)) {
      const who = await this.receive(mediaRoom, participant);
      const { sid, identity, joinedAt } = participant;
      if (who) listed.push({ ...who, sid, identity, joinedAt: joinedAt ?? askedAt });
    }
    await this.connections.reconcile(sessionId, listed, { askedAt, mark, now: this.clock.now() });
  }

  /** The SFU may serve others too. */
  private async isOurs(mediaRoom: string): Promise<boolean> {
    const rows: unknown[] = await this.database.query(`SELECT 1 FROM media_room WHERE name = $1`, [mediaRoom]);
    return rows.length > 0;
  }

  private async recordIntruder(who: SeatInRoom | null): Promise<void> {
    await this.audit.record({
      actorId: who?.personId ?? null,
      action: 'room.connect',
      outcome: 'refused',
      rowKind: 'session',
      rowId: who?.sessionId ?? null,
      sessionId: who?.sessionId ?? null,
      details: { code: 'room.notAdmitted', atTheSfu: true },
    });
  }

  /** Rooms of sessions that are over and that the SFU could not be told of then. */
  private async deleteClosed(): Promise<void> {
    const names = await this.livekit.listRooms();
    const closed: { name: string }[] = await this.database.query(
      `SELECT name FROM media_room WHERE closed_at IS NOT NULL AND name = ANY ($1)`,
      [names],
    );
    for (const { name } of closed) await this.livekit.deleteRoom(name);
  }

  private attempt(work: Promise<void>): void {
    work.catch((error: unknown) =>
      this.logger.debug(`A room at the SFU could not be looked at: ${error instanceof Error ? error.message : ''}`),
    );
  }
}
