import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { checkRoomMinutes } from '@rejoin/shared';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { LivekitService } from '../livekit/livekit.service.js';
import type { InMedia } from './room.service.js';

const tokenSeconds = 120;
const sweepEveryMs = 60_000;
const roomsPerTenMinutes = 20;
const lifetime = `interval '${checkRoomMinutes} minutes'`;
const prefix = 'c_';

const opaque = (kind: string): string => `${kind}${randomBytes(15).toString('base64url')}`;

interface CheckRoom {
  personId: string;
  name: string;
  sender: string;
  receiver: string;
  isOpen: boolean;
}

/** Media rooms to try one's own connection in: one person, two ends, a few minutes. */
@Injectable()
export class CheckRooms implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CheckRooms.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly livekit: LivekitService,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const attempt = () =>
      void this.sweep().catch((error: unknown) => this.logger.debug(`Throw-away rooms were not swept: ${String(error)}`));
    attempt();
    this.timer = setInterval(attempt, sweepEveryMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Keys to a new room for both of its ends; an earlier room of this person is over. */
  async open(personId: string, id: string): Promise<{ sender: string; receiver: string }> {
    const room = (await this.find(id)) ?? (await this.make(personId, id));
    if (room.personId !== personId) throw new AppError('row.exists');
    if (!room.isOpen) throw new AppError('row.notFound');
    await this.livekit.ensureRoom(room.name).catch(() => {
      throw new AppError('room.mediaDown');
    });
    const { name, sender, receiver } = room;
    return {
      sender: this.livekit.token({ room: name, identity: sender, sources: ['camera', 'microphone'], ttlSeconds: tokenSeconds }),
      receiver: this.livekit.token({ room: name, identity: receiver, sources: [], ttlSeconds: tokenSeconds }),
    };
  }

  isOne(mediaRoom: string): boolean {
    return mediaRoom.startsWith(prefix);
  }

  /** Whose room this is, where this identity may be in it now. */
  async holder({ mediaRoom, identity }: InMedia): Promise<string | null> {
    const rows: { personId: string }[] = await this.database.query(
      `SELECT person_id AS "personId" FROM check_room
       WHERE name = $1 AND $2 IN (sender, receiver) AND closed_at IS NULL AND opened_at > $3::timestamptz - ${lifetime}`,
      [mediaRoom, identity, this.clock.now()],
    );
    return rows[0]?.personId ?? null;
  }

  /** After use: nobody comes in any more, and the SFU forgets the room. */
  async close(personId: string): Promise<void> {
    const [closed]: [{ name: string }[], number] = await this.database.query(
      `UPDATE check_room SET closed_at = $2 WHERE person_id = $1 AND closed_at IS NULL RETURNING name`,
      [personId, this.clock.now()],
    );
    await Promise.all(closed.map(({ name }) => this.livekit.deleteRoom(name).catch(() => undefined)));
  }

  /** Rooms that nobody closed, and those that the SFU could not be told of then. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `UPDATE check_room SET closed_at = $1 WHERE closed_at IS NULL AND opened_at <= $1::timestamptz - ${lifetime}`,
      [now],
    );
    const closed: { name: string }[] = await this.database.query(`SELECT name FROM check_room WHERE closed_at IS NOT NULL`);
    if (closed.length > 0) {
      const there = new Set(await this.livekit.listRooms());
      for (const { name } of closed) if (there.has(name)) await this.livekit.deleteRoom(name);
    }
    await this.database.query(`DELETE FROM check_room WHERE closed_at < $1::timestamptz - interval '1 hour'`, [now]);
  }

  private async make(personId: string, id: string): Promise<CheckRoom> {
    const now = this.clock.now();
    const [row]: { count: number }[] = await this.database.query(
      `SELECT count(*)::int AS count FROM check_room WHERE person_id = $1 AND opened_at > $2::timestamptz - interval '10 minutes'`,
      [personId, now],
    );
    if ((row?.count ?? 0) >= roomsPerTenMinutes) throw new AppError('auth.tooMany');
    await this.close(personId);
    await this.database.query(
      `INSERT INTO check_room (id, person_id, name, sender, receiver, opened_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
      [id, personId, opaque(prefix), opaque('s_'), opaque('r_'), now],
    );
    const made = await this.find(id);
    if (!made) throw new AppError('row.notFound');
    return made;
  }

  private async find(id: string): Promise<CheckRoom | undefined> {
    const rows: CheckRoom[] = await this.database.query(
      `SELECT person_id AS "personId", name, sender, receiver, closed_at IS NULL AND opened_at > $2::timestamptz - ${lifetime} AS "isOpen"
       FROM check_room WHERE id = $1`,
      [id, this.clock.now()],
    );
    return rows[0];
  }
}
