import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { beatEveryMs, mayBeHeardNow, placeOf, type ServerMessages } from '@rejoin/shared';
import { Subject, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Queries } from './room.log.js';
import { RoomStore } from './room.store.js';
import { RoomWatch, type Watching } from './room.watch.js';

const tellTalkEveryMs = 4_000;

const addSql = `
  INSERT INTO session_talk (session_id, seat_id, seconds) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[])
  ON CONFLICT (session_id, seat_id) DO UPDATE SET seconds = session_talk.seconds + EXCLUDED.seconds`;

const readSql = `
  SELECT session_id AS "sessionId", json_object_agg(seat_id, seconds ORDER BY seat_id) AS seconds
  FROM session_talk WHERE session_id = ANY ($1) GROUP BY session_id`;

type Spoken = ServerMessages['room.talked'];

/** The seconds that each seat of a session was heard. */
export async function spokenIn(db: Queries, sessionId: string): Promise<Spoken['seconds']> {
  const rows: Spoken[] = await db.query(readSql, [[sessionId]]);
  return rows[0]?.seconds ?? {};
}

/** Who was heard for how long, as the pages say of themselves. It is never part of a view: only staff are told. */
@Injectable()
export class RoomTalk implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RoomTalk.name);
  private readonly news = new Map<string, { sessionId: string; seconds: number }>();
  private readonly heardAt = new Map<string, number>();
  private readonly told = new Map<string, string>();
  private readonly tells = new Subject<Spoken>();
  private timer: NodeJS.Timeout | undefined;
  private keeping: Promise<void> = Promise.resolve();
  /** What changed, every few seconds. */
  readonly told$: Observable<Spoken> = this.tells.asObservable();

  constructor(
    private readonly database: DataSource,
    private readonly store: RoomStore,
    private readonly watch: RoomWatch,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.turn().catch((error: unknown) => this.warn(error)), tellTalkEveryMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.keep().catch((error: unknown) => this.warn(error));
  }

  /** A page says that its person was heard since its last beat; it cannot say so faster than it may beat. */
  heard({ sessionId, seatId, device }: Pick<Watching, 'sessionId' | 'seatId' | 'device'>): void {
    const state = this.store.known(sessionId);
    if (!state?.startedAt || state.endedAt || placeOf(state, seatId) !== 'main' || !mayBeHeardNow(state, seatId)) return;
    const now = this.clock.now().getTime();
    if (state.standings[seatId]?.device !== device || now - (this.heardAt.get(seatId) ?? 0) < beatEveryMs * 0.75) return;
    this.heardAt.set(seatId, now);
    const so = this.news.get(seatId)?.seconds ?? 0;
    this.news.set(seatId, { sessionId, seconds: so + beatEveryMs / 1_000 });
  }

  read(sessionId: string): Promise<Spoken['seconds']> {
    return spokenIn(this.database, sessionId);
  }

  async turn(): Promise<void> {
    await this.keep();
    await this.tell();
  }

  /** Writes what was heard so far; one batch after the other. */
  private keep(): Promise<void> {
    this.keeping = this.keeping.catch(() => undefined).then(() => this.write());
    return this.keeping;
  }

  private async write(): Promise<void> {
    this.forgetSilent();
    const all = [...this.news];
    if (all.length === 0) return;
    await this.database.query(addSql, [
      all.map(([, { sessionId }]) => sessionId),
      all.map(([seatId]) => seatId),
      all.map(([, { seconds }]) => seconds),
    ]);
    for (const [seatId, { sessionId, seconds }] of all) this.written(seatId, sessionId, seconds);
  }

  /** What was heard while it was written is still to be written. */
  private written(seatId: string, sessionId: string, seconds: number): void {
    const left = (this.news.get(seatId)?.seconds ?? seconds) - seconds;
    if (left > 0) this.news.set(seatId, { sessionId, seconds: left });
    else this.news.delete(seatId);
  }

  /** The last time counts only until the next beat may come. */
  private forgetSilent(): void {
    const now = this.clock.now().getTime();
    for (const [seatId, at] of this.heardAt) if (now - at >= beatEveryMs) this.heardAt.delete(seatId);
  }

  private warn(error: unknown): void {
    this.logger.warn(`Seconds of speech were not kept: ${String(error)}`);
  }

  private async tell(): Promise<void> {
    const running = [...this.store.loaded()].filter(([sessionId, { startedAt, endedAt }]) => {
      return startedAt !== null && endedAt === null && this.watch.isWatched(sessionId);
    });
    const sessions = running.map(([sessionId]) => sessionId);
    for (const known of this.told.keys()) if (!sessions.includes(known)) this.told.delete(known);
    if (sessions.length === 0) return;
    const rows: Spoken[] = await this.database.query(readSql, [sessions]);
    for (const row of rows) {
      const text = JSON.stringify(row.seconds);
      if (this.told.get(row.sessionId) === text) continue;
      this.told.set(row.sessionId, text);
      this.tells.next(row);
    }
  }
}
