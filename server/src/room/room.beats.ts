import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { beatEveryMs } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../common/clock.js';
import { Notifications } from '../database/notifications.js';

const channel = 'room_beat';
/** A notification holds 8,000 bytes at most. */
const seatsPerMessage = 150;
const Message = z.object({ from: z.string(), seats: z.array(z.string()) });

/** The last sign of life of each seat. A page beats to one instance; the others are told, lest they declare it lost. */
@Injectable()
export class RoomBeats implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RoomBeats.name);
  private readonly me = crypto.randomUUID();
  private readonly last = new Map<string, number>();
  private readonly news = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.notifications.on(channel).subscribe((payload) => this.heard(payload));
    this.timer = setInterval(() => this.tell(), beatEveryMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  beat(seatId: string): void {
    this.last.set(seatId, this.clock.now().getTime());
    this.news.add(seatId);
  }

  lastOf(seatId: string): number | undefined {
    return this.last.get(seatId);
  }

  /** A server that was away finds the last sign in the attendance that the one before it wrote. */
  async lastSignOf(seatId: string): Promise<number | undefined> {
    const heard = this.last.get(seatId);
    if (heard !== undefined) return heard;
    const rows: { at: Date | null }[] = await this.database.query(`SELECT max(last_seen) AS at FROM connection WHERE seat_id = $1`, [
      seatId,
    ]);
    return rows[0]?.at?.getTime();
  }

  forget(seatId: string): void {
    this.last.delete(seatId);
  }

  private tell(): void {
    const seats = [...this.news];
    this.news.clear();
    for (let at = 0; at < seats.length; at += seatsPerMessage) {
      const message = JSON.stringify({ from: this.me, seats: seats.slice(at, at + seatsPerMessage) });
      this.database.query(`SELECT pg_notify($1, $2)`, [channel, message]).catch((error: unknown) => {
        this.logger.warn(`Other instances did not hear of signs of life: ${String(error)}`);
      });
    }
  }

  private heard(payload: string): void {
    const { from, seats } = Message.parse(JSON.parse(payload));
    if (from === this.me) return;
    for (const seatId of seats) this.last.set(seatId, this.clock.now().getTime());
  }
}
