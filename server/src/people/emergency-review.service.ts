import { Injectable } from '@nestjs/common';
import type { EmergencyReview, EmergencyVerdict } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { reviewedSql, reviewsSql, saveReviewSql, type ReviewRow } from './emergency.sql.js';
import { programsOf } from './scope.js';
import { endOfNextWorkingDay } from './working-day.js';

interface Reviewed {
  personId: string;
  reviewedBy: string | null;
  justified: boolean | null;
  words: string;
  isOpen: boolean;
}

/** Every emergency access is looked at by a supervisor of the patient's program, never by who opened it. */
@Injectable()
export class EmergencyReviewService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<EmergencyReview[]> {
    const rows: ReviewRow[] = await this.database.query(reviewsSql, [actor.personId, programsOf(actor, ['supervisor'])]);
    return rows.map((row) => this.viewOf(row));
  }

  async review(actor: Actor, where: { patientId: string; accessId: string }, verdict: EmergencyVerdict): Promise<{ done: true }> {
    await this.database.transaction(async (tx) => {
      const [access]: Reviewed[] = await tx.query(reviewedSql, [where.accessId, where.patientId]);
      if (!access) throw new AppError('row.notFound');
      if (access.personId === actor.personId) throw new AppError('emergency.ownReview');
      if (access.isOpen) throw new AppError('emergency.stillOpen');
      const isRetry = access.reviewedBy === actor.personId && access.justified === verdict.justified && access.words === verdict.words;
      if (access.reviewedBy !== null && !isRetry) throw new AppError('emergency.reviewed');
      if (!isRetry) await tx.query(saveReviewSql, [where.accessId, actor.personId, verdict.justified, verdict.words]);
    });
    return { done: true };
  }

  private viewOf({ givenName, familyName, zone, from, to, endsAt, ...row }: ReviewRow): EmergencyReview {
    const dueAt = endOfNextWorkingDay(endsAt, zone);
    return {
      ...row,
      patientName: `${givenName} ${familyName}`,
      from: from.toISOString(),
      to: to.toISOString(),
      endsAt: endsAt.toISOString(),
      dueAt: dueAt.toISOString(),
      isOverdue: this.clock.now() > dueAt,
    };
  }
}
