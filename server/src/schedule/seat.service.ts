import { Injectable } from '@nestjs/common';
import { errors, type NewSeat, type Seat as SeatView, isOfEpisode } from '@rejoin/shared';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { holdsTime, isLeading } from './plan.rules.js';
import { readSeatsSql, standingSql, type SeatRow, type StandingRow } from './schedule.sql.js';
import { Seat } from './seat.entity.js';
import { seatRefusal } from './seat.rules.js';
import { Session, SessionBlock } from './session.entity.js';

type Hour = Pick<Session, 'id' | 'programId' | 'startsAt' | 'plannedMinutes'>;

export const duringOf = ({ startsAt, plannedMinutes }: Hour): string =>
  `[${startsAt.toISOString()},${new Date(startsAt.getTime() + plannedMinutes * 60_000).toISOString()})`;

const seatView = ({ sessionId: _, ...seat }: SeatRow): SeatView => ({ ...seat, endedAt: seat.endedAt?.toISOString() ?? null });

@Injectable()
export class SeatService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async add(sessionId: string, input: NewSeat): Promise<SeatView> {
    await this.sayingWho(async (tx) => {
      const session = await this.lockSession(tx, sessionId);
      const existing = await tx.findOneBy(Seat, { sessionId, personId: input.personId });
      if (existing && existing.endedAt === null) {
        if (existing.id === input.id && existing.capacity === input.capacity) return;
        throw new AppError('row.exists');
      }
      const [seat] = await this.checked(tx, session, [input], () => 'personId');
      if (!seat) return;
      const back = {
        capacity: seat.capacity,
        episodeId: seat.episodeId,
        holdsTime: seat.holdsTime,
        endedAt: null,
        endedBy: null,
        endedReason: '',
      };
      if (existing) await tx.update(Seat, { id: existing.id }, { ...back, during: seat.during });
      else await tx.insert(Seat, seat);
    });
    return this.read(sessionId, ({ personId }) => personId === input.personId);
  }

  async end(actor: Actor, seatId: string, reason: string): Promise<SeatView> {
    const { sessionId } = await this.database.manager.findOneByOrFail(Seat, { id: seatId });
    await this.database.transaction(async (tx) => {
      const session = await this.lockSession(tx, sessionId);
      const seat = await tx.findOneByOrFail(Seat, { id: seatId });
      if (seat.endedAt !== null) return;
      if (seat.capacity === 'lead') await this.checkOtherLead(tx, seat);
      await tx.update(Seat, { id: seatId }, { endedAt: this.clock.now(), endedBy: actor.personId, endedReason: reason, holdsTime: false });
      const isPlanned = session.startedAt === null && isLeading(seat.capacity);
      if (isPlanned) await tx.update(SessionBlock, { sessionId, leadId: seat.personId }, { leadId: null });
    });
    return this.read(sessionId, ({ id }) => id === seatId);
  }

  /** Seats as rows, where every person is in the program what their seat asks for. Strangers get the same answer. */
  async checked(tx: EntityManager, session: Hour, seats: readonly NewSeat[], field: (at: number) => string) {
    const people = seats.map(({ personId }) => personId);
    const standings: StandingRow[] = await tx.query(standingSql, [people, session.programId, session.startsAt]);
    return seats.map((seat, at) => {
      const standing = standings.find(({ personId }) => personId === seat.personId) ?? { roles: [], episodeId: null };
      const refusal = seatRefusal(seat.capacity, standing);
      if (refusal) throw new AppError(refusal, { fields: { [field(at)]: errors[refusal][1] } });
      const episodeId = isOfEpisode(seat.capacity) ? standing.episodeId : null;
      return { ...seat, sessionId: session.id, episodeId, during: duringOf(session), holdsTime: holdsTime(seat.capacity) };
    });
  }

  /** Runs a change in a transaction; a double booking is said with the name of who is booked. */
  async sayingWho(change: (tx: EntityManager) => Promise<void>): Promise<true> {
    try {
      await this.database.transaction(change);
      return true;
    } catch (error) {
      const name = await this.doubleBooked(error);
      if (name === undefined) throw error;
      throw new AppError('seat.doubleBooked', { message: `${name} already has a seat in another session at that time.` });
    }
  }

  private async doubleBooked(error: unknown): Promise<string | undefined> {
    const cause: unknown = error instanceof QueryFailedError ? error.driverError : undefined;
    const detail: unknown =
      cause instanceof Error && 'detail' in cause && 'constraint' in cause && cause.constraint === 'seat_no_double_booking'
        ? cause.detail
        : '';
    const personId = /=\(([0-9a-f-]{36}),/.exec(String(detail))?.[1];
    if (personId === undefined) return undefined;
    const rows: { name: string }[] = await this.database.query(
      `SELECT given_name || ' ' || family_name AS name FROM person WHERE id = $1`,
      [personId],
    );
    return rows[0]?.name;
  }

  async of(sessionId: string): Promise<SeatView[]> {
    const rows: SeatRow[] = await this.database.query(readSeatsSql, [sessionId]);
    return rows.map(seatView);
  }

  private async read(sessionId: string, isIt: (seat: SeatView) => boolean): Promise<SeatView> {
    const seat = (await this.of(sessionId)).find(isIt);
    if (!seat) throw new AppError('row.notFound');
    return seat;
  }

  private async lockSession(tx: EntityManager, sessionId: string): Promise<Session> {
    const session = await tx.findOne(Session, { where: { id: sessionId }, lock: { mode: 'pessimistic_write' } });
    if (!session) throw new AppError('row.notFound');
    if (session.cancelledAt !== null) throw new AppError('session.cancelled');
    if (session.endedAt !== null) throw new AppError('room.ended');
    return session;
  }

  private async checkOtherLead(tx: EntityManager, seat: Seat): Promise<void> {
    const others: unknown[] = await tx.query(
      `SELECT 1 FROM seat WHERE session_id = $1 AND capacity = 'lead' AND ended_at IS NULL AND id <> $2`,
      [seat.sessionId, seat.id],
    );
    if (others.length === 0) throw new AppError('session.leadMissing');
  }
}
