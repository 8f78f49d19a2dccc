import { Injectable } from '@nestjs/common';
import {
  staffRoles,
  type Block,
  type InputOf,
  type listSessions,
  type NewSession,
  type Session as SessionView,
  type SessionCancel,
  type SessionChange,
  type SessionSummary,
} from '@rejoin/shared';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { once } from '../people/database-refusal.js';
import { programsOf } from '../people/scope.js';
import { checkBegun, checkBlocks, checkSeats, isLeading } from './plan.rules.js';
import { listSessionsSql, readSessionSql, type SessionRow, type SessionSummaryRow } from './schedule.sql.js';
import { Seat } from './seat.entity.js';
import { duringOf, SeatService } from './seat.service.js';
import { Session, SessionBlock } from './session.entity.js';
import { sessionView, summaryView } from './session.view.js';
import { instantOf } from './wall-time.js';

@Injectable()
export class SessionService {
  constructor(
    private readonly database: DataSource,
    private readonly seats: SeatService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { from, to, programId }: InputOf<typeof listSessions>['query']): Promise<SessionSummary[]> {
    const rows: SessionSummaryRow[] = await this.database.query(listSessionsSql, [
      from,
      to,
      programsOf(actor, staffRoles),
      programId ?? null,
    ]);
    return rows.map(summaryView);
  }

  async read(sessionId: string): Promise<SessionView> {
    const row = await this.row(this.database.manager, sessionId);
    return sessionView(row, await this.blocks(this.database.manager, sessionId), await this.seats.of(sessionId));
  }

  async create(actor: Actor, input: NewSession): Promise<SessionView> {
    return (await this.make(actor, input)).session;
  }

  /** The session, and whether it was not there before. */
  async make(actor: Actor, input: NewSession): Promise<{ session: SessionView; isNew: boolean }> {
    const existing = await this.database.manager.findOneBy(Session, { id: input.id });
    if (existing && (existing.programId !== input.programId || existing.createdBy !== actor.personId)) throw new AppError('row.exists');
    if (existing) return { session: await this.read(input.id), isNew: false };
    checkSeats(input.seats);
    checkBlocks(
      input,
      input.seats.filter(({ capacity }) => isLeading(capacity)).map(({ personId }) => personId),
    );
    const isNew = await once('session_pkey', () => this.seats.sayingWho((tx) => this.insert(tx, actor, input)));
    return isNew ? { session: await this.read(input.id), isNew: true } : this.make(actor, input);
  }

  private async insert(tx: EntityManager, actor: Actor, input: NewSession): Promise<void> {
    const { id, programId, kind, mode, title, startsLocal, plannedMinutes } = input;
    const zone = await this.zoneOf(tx, programId);
    const startsAt = instantOf(startsLocal, zone);
    await this.checkCohort(tx, programId, input.cohortId);
    await tx.query(
      `INSERT INTO session (id, program_id, cohort_id, kind, mode, title, starts_local, zone, starts_at, planned_minutes, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7::timestamp, $8, $9, $10, $11, $12)`,
      [id, programId, input.cohortId, kind, mode, title, startsLocal, zone, startsAt, plannedMinutes, actor.personId, this.clock.now()],
    );
    await tx.insert(
      SessionBlock,
      input.blocks.map((block, position) => ({ ...block, position, sessionId: id })),
    );
    await tx.insert(
      Seat,
      await this.seats.checked(tx, { id, programId, startsAt, plannedMinutes }, input.seats, (at) => `seats.${at}.personId`),
    );
  }

  async change(sessionId: string, input: SessionChange): Promise<SessionView> {
    await this.seats.sayingWho(async (tx) => {
      const old = await this.locked(tx, sessionId, input.version);
      if (old.startedAt === null) await this.changePlan(tx, old, input);
      else await this.changeRunning(tx, old, input);
      await this.saveBlocks(tx, sessionId, input.blocks);
    });
    return this.read(sessionId);
  }

  private async changePlan(tx: EntityManager, old: SessionRow, input: SessionChange): Promise<void> {
    const { kind, mode, title, startsLocal, plannedMinutes, cohortId } = input;
    const startsAt = startsLocal === old.startsLocal ? old.startsAt : instantOf(startsLocal, old.zone);
    await this.checkCohort(tx, old.programId, cohortId);
    checkBlocks(input, await this.staffOf(tx, old.id));
    await tx.query(
      `UPDATE session SET kind = $2, mode = $3, title = $4, starts_local = $5::timestamp, starts_at = $6, planned_minutes = $7,
         cohort_id = $8, version = version + 1 WHERE id = $1`,
      [old.id, kind, mode, title, startsLocal, startsAt, plannedMinutes, cohortId],
    );
    await tx.update(Seat, { sessionId: old.id }, { during: duringOf({ ...old, startsAt, plannedMinutes }) });
  }

  private async changeRunning(tx: EntityManager, old: SessionRow, input: SessionChange): Promise<void> {
    if (old.endedAt !== null) throw new AppError('session.begun');
    const begun: { id: string }[] = await tx.query('SELECT DISTINCT block_id AS id FROM actual_block WHERE session_id = $1', [old.id]);
    checkBegun(
      { ...old, blocks: await this.blocks(tx, old.id) },
      input,
      begun.map(({ id }) => id),
    );
    checkBlocks(input, await this.staffOf(tx, old.id));
    await tx.query('UPDATE session SET title = $2, version = version + 1 WHERE id = $1', [old.id, input.title]);
  }

  async cancel(actor: Actor, sessionId: string, input: SessionCancel): Promise<SessionView> {
    await this.database.transaction(async (tx) => {
      const old = await tx.findOne(Session, { where: { id: sessionId }, lock: { mode: 'pessimistic_write' } });
      if (!old) throw new AppError('row.notFound');
      if (old.startedAt !== null) throw new AppError('session.begun');
      const isRetry = old.cancelledBy === actor.personId && old.cancelledWhose === input.whose && old.cancelledReason === input.reason;
      if (isRetry) return;
      if (old.cancelledAt !== null) throw new AppError('session.cancelled');
      const who = {
        cancelledAt: this.clock.now(),
        cancelledBy: actor.personId,
        cancelledWhose: input.whose,
        cancelledReason: input.reason,
      };
      await tx.update(Session, { id: sessionId }, { ...who, version: old.version + 1 });
      await tx.update(Seat, { sessionId }, { holdsTime: false });
    });
    return this.read(sessionId);
  }

  private async saveBlocks(tx: EntityManager, sessionId: string, blocks: readonly Block[]): Promise<void> {
    const ids = blocks.map(({ id }) => id);
    if (await tx.existsBy(SessionBlock, { id: In(ids), sessionId: Not(sessionId) })) throw new AppError('row.exists');
    await tx.delete(SessionBlock, { sessionId, id: Not(In(ids)) });
    await tx.upsert(
      SessionBlock,
      blocks.map((block, position) => ({ ...block, position, sessionId })),
      ['id'],
    );
  }

  /** The session as it is, kept from other changes until this one is done. */
  private async locked(tx: EntityManager, sessionId: string, version: number): Promise<SessionRow> {
    await tx.query('SELECT 1 FROM session WHERE id = $1 FOR UPDATE', [sessionId]);
    const row = await this.row(tx, sessionId);
    if (row.cancelledAt !== null) throw new AppError('session.cancelled');
    if (row.version !== version) throw new AppError('row.changed');
    return row;
  }

  private async row(tx: EntityManager, sessionId: string): Promise<SessionRow> {
    const rows: SessionRow[] = await tx.query(readSessionSql, [sessionId]);
    if (!rows[0]) throw new AppError('row.notFound');
    return rows[0];
  }

  private async blocks(tx: EntityManager, sessionId: string): Promise<Block[]> {
    return tx.find(SessionBlock, { where: { sessionId }, order: { position: 'ASC' } });
  }

  /** Everyone who leads or led here: a block that is over keeps its lead. */
  private async staffOf(tx: EntityManager, sessionId: string): Promise<string[]> {
    const seats = await tx.findBy(Seat, { sessionId, capacity: In(['lead', 'coLead']) });
    return seats.map(({ personId }) => personId);
  }

  private async zoneOf(tx: EntityManager, programId: string): Promise<string> {
    const rows: { zone: string }[] = await tx.query('SELECT zone FROM program WHERE id = $1', [programId]);
    if (!rows[0]) throw new AppError('row.notFound');
    return rows[0].zone;
  }

  private async checkCohort(tx: EntityManager, programId: string, cohortId: string | null): Promise<void> {
    if (cohortId === null) return;
    const rows: unknown[] = await tx.query('SELECT 1 FROM cohort WHERE id = $1 AND program_id = $2', [cohortId, programId]);
    if (rows.length === 0) throw new AppError('input.invalid', { fields: { cohortId: 'Choose a cohort of this program.' } });
  }
}
