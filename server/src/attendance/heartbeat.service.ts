import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { ConnectionInterval } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { AttendanceNews } from './attendance-news.js';
import { heartbeatSql } from './heartbeat.sql.js';
import { Presence } from './presence.js';
import type { Seated } from './seated.js';

const flushEveryMs = 1_000;

/** What a page said of itself, with the place and the identity that the room's log gives it. */
export interface Beat extends Seated {
  place: z.infer<typeof ConnectionInterval>['place'];
  identity: string;
  /** The page is connected to the media room. */
  connected: boolean;
  videoSent: boolean;
  audioSent: boolean;
  couldHear: boolean;
  at: Date;
}

/** Signs of life of pages, written in batches. */
@Injectable()
export class HeartbeatService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(HeartbeatService.name);
  private waiting = new Map<string, Beat>();
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly presence: Presence,
    private readonly news: AttendanceNews,
  ) {}

  onApplicationBootstrap(): void {
    const write = () => this.flush().catch((error: unknown) => this.logger.error(`Beats were lost: ${String(error)}`));
    this.timer = setInterval(() => void write(), flushEveryMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush().catch(() => undefined);
  }

  /** The last beat of a seat in a batch stands for the others. */
  beat(beat: Beat): void {
    this.waiting.set(beat.seatId, beat);
    const isThere = beat.connected && beat.place === 'main';
    if (!isThere) return;
    this.presence.sign(beat.identity, 'seen', beat.at);
    if (!this.presence.sidOf(beat.identity)) this.presence.ask(beat.sessionId);
  }

  /** Writes what has come so far; one batch after the other. */
  flush(): Promise<void> {
    this.writing = this.writing.catch(() => undefined).then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    if (this.waiting.size === 0) return;
    const batch = JSON.stringify([...this.waiting.values()].map((beat) => this.row(beat)));
    this.waiting = new Map();
    const changed = new Set<string>();
    await this.database.transaction(async (tx) => {
      for (const statement of heartbeatSql) {
        const result: unknown = await tx.query(statement, [batch]);
        for (const sessionId of sessionsIn(result)) changed.add(sessionId);
      }
    });
    for (const sessionId of changed) await this.news.tell(sessionId);
  }

  private row(beat: Beat): Record<string, unknown> {
    const isThere = beat.connected && beat.place === 'main';
    return {
      session_id: beat.sessionId,
      seat_id: beat.seatId,
      person_id: beat.personId,
      place: beat.place,
      identity: beat.identity,
      sid: isThere ? (this.presence.sidOf(beat.identity) ?? null) : null,
      video: isThere && beat.videoSent,
      audio: isThere && beat.audioSent,
      hears: isThere && beat.couldHear,
      at: beat.at.toISOString(),
    };
  }
}

/** The driver gives the rows of an INSERT, and of an UPDATE the rows and their number. */
function sessionsIn(result: unknown): string[] {
  const rows: unknown = Array.isArray(result) && Array.isArray(result[0]) ? result[0] : result;
  return (Array.isArray(rows) ? rows : []).flatMap((row: { session_id?: string | null }) => row.session_id ?? []);
}
