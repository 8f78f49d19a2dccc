import { Injectable } from '@nestjs/common';
import type { readDay, ReplyOf } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import {
  daySessionsSql,
  endsToConfirmSql,
  notesToCosignSql,
  notesToSignSql,
  type DaySessionRow,
  type EndToConfirmRow,
  type NotesToCosignRow,
  type NotesToSignRow,
} from './desk.sql.js';

@Injectable()
export class DayService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<ReplyOf<typeof readDay>> {
    const now = this.clock.now();
    const { from, to } = await this.range(actor, now);
    const [sessions, notesToSign, notesToCosign, endsToConfirm] = await Promise.all([
      this.database.query<DaySessionRow[]>(daySessionsSql, [actor.personId, from, to]),
      this.database.query<NotesToSignRow[]>(notesToSignSql, [actor.personId]),
      this.database.query<NotesToCosignRow[]>(notesToCosignSql, [actor.personId]),
      this.database.query<EndToConfirmRow[]>(endsToConfirmSql, [actor.personId]),
    ]);
    return {
      now: now.toISOString(),
      sessions: sessions.map((row) => ({
        ...row,
        startsAt: row.startsAt.toISOString(),
        startedAt: row.startedAt?.toISOString() ?? null,
        endedAt: row.endedAt?.toISOString() ?? null,
      })),
      notesToSign: notesToSign.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() })),
      notesToCosign: notesToCosign.map((row) => ({
        ...row,
        startsAt: row.startsAt.toISOString(),
        signedAt: row.signedAt.toISOString(),
      })),
      endsToConfirm: endsToConfirm.map((row) => ({ ...row, endedAt: row.endedAt.toISOString() })),
    };
  }

  /** From the beginning of yesterday to the end of the fourteenth day, where the person is. */
  private async range(actor: Actor, now: Date): Promise<{ from: Date; to: Date }> {
    const rows: { zone: string }[] = await this.database.query('SELECT zone FROM person WHERE id = $1', [actor.personId]);
    const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
      .toZonedDateTimeISO(rows[0]?.zone ?? 'UTC')
      .startOfDay();
    const at = (days: number): Date => new Date(today.add({ days }).epochMilliseconds);
    return { from: at(-1), to: at(15) };
  }
}
