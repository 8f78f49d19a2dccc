import { Injectable } from '@nestjs/common';
import { AttendanceReport, Correction, lostAfterMs, type NewCorrection } from '@rejoin/shared';
import type { Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { AttendanceNews } from './attendance-news.js';
import { HeartbeatService, type Beat } from './heartbeat.service.js';
import { correctableSql, correctionSql, correctSql, peopleSql, sessionSql } from './report.sql.js';

type CorrectionReply = z.infer<typeof Correction>;

/** Minutes are computed from what was measured and corrected, never typed. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly heartbeats: HeartbeatService,
    private readonly news: AttendanceNews,
  ) {}

  /** Sessions whose attendance changed, each at most twice a second. */
  get changed$(): Observable<string> {
    return this.news.changed$;
  }

  beat(beat: Beat): void {
    this.heartbeats.beat(beat);
  }

  async report(sessionId: string): Promise<AttendanceReport> {
    const now = this.clock.now();
    const sessions: unknown[] = await this.database.query(sessionSql, [sessionId, now, new Date(now.getTime() - lostAfterMs)]);
    const people: unknown[] = await this.database.query(peopleSql, [sessionId, now]);
    const session = sessions[0];
    if (!session || typeof session !== 'object') throw new AppError('row.notFound');
    return AttendanceReport.parse({ ...session, people });
  }

  /** The measured intervals stay; the same id again changes nothing. */
  async correct(actor: Actor, sessionId: string, asked: NewCorrection): Promise<CorrectionReply> {
    const known = await this.correction(sessionId, asked);
    if (known) return known;
    const [from, to, now] = [new Date(asked.from), new Date(asked.to), this.clock.now()];
    await this.requireInside(sessionId, asked.personId, from, to);
    const { id, personId, effect, reason } = asked;
    await this.database.query(correctSql, [id, sessionId, personId, effect, from, to, reason, actor.personId, now]);
    const kept = await this.correction(sessionId, asked);
    if (!kept) throw new AppError('row.exists');
    await this.news.tell(sessionId);
    return kept;
  }

  private async correction(sessionId: string, { id, personId }: NewCorrection): Promise<CorrectionReply | undefined> {
    const rows: unknown[] = await this.database.query(correctionSql, [id, sessionId, personId]);
    return rows[0] === undefined ? undefined : Correction.parse(rows[0]);
  }

  private async requireInside(sessionId: string, personId: string, from: Date, to: Date): Promise<void> {
    const rows: { startedAt: Date | null; endedAt: Date | null }[] = await this.database.query(correctableSql, [sessionId, personId]);
    const session = rows[0];
    if (!session) throw new AppError('row.notFound');
    const end = session.endedAt ?? this.clock.now();
    if (!session.startedAt || from < session.startedAt || to > end || from >= to) throw new AppError('attendance.range');
  }
}
