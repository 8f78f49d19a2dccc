import { Injectable } from '@nestjs/common';
import { Gate, gateOpensHours, GateForStaff, type GateAnswer, type InputOf, type overrideLicence } from '@rejoin/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { PlaceService } from '../people/place.service.js';
import { keepPassed, readGateSql, readGatesSql, seatGate } from './gate.sql.js';

interface SeatRow {
  seatId: string;
  startsAt: Date;
  isOver: boolean;
  isCancelled: boolean;
}

type Row = Record<string, unknown> & { gate: { since?: string | null } };

const opensAt = (startsAt: Date): Date => new Date(startsAt.getTime() - gateOpensHours * 3_600_000);

/** What a patient is asked before a session: every answer is kept as it comes, for this session alone. */
@Injectable()
export class GateService {
  constructor(
    private readonly database: DataSource,
    private readonly places: PlaceService,
    private readonly clock: Clock,
  ) {}

  async read(sessionId: string, personId: string): Promise<Gate> {
    const rows: (Row & { startsAt: Date })[] = await this.database.query(readGateSql, [sessionId, personId]);
    const row = rows[0];
    if (!row) throw new AppError('row.notFound');
    return Gate.parse({ ...row, gate: seatGate(row.gate), opensAt: opensAt(row.startsAt).toISOString() });
  }

  async answer(sessionId: string, personId: string, answer: GateAnswer): Promise<Gate> {
    await this.database.transaction(async (tx) => {
      const seat = await this.seat(tx, sessionId, personId);
      const now = this.clock.now();
      if (seat.isCancelled) throw new AppError('session.cancelled');
      if (seat.isOver) throw new AppError('room.ended');
      if (now < opensAt(seat.startsAt)) throw new AppError('gate.early');
      if (answer.hideAddress !== undefined)
        await tx.query(`UPDATE patient SET hide_address = $2 WHERE person_id = $1`, [personId, answer.hideAddress]);
      const placeId = await this.placeOf(tx, personId, answer);
      await this.keep(tx, { ...seat, sessionId, placeId, at: now.toISOString() }, answer);
    });
    return this.read(sessionId, personId);
  }

  private async seat(tx: EntityManager, sessionId: string, personId: string): Promise<SeatRow> {
    const rows: SeatRow[] = await tx.query(
      `SELECT x.id AS "seatId", s.starts_at AS "startsAt", s.ended_at IS NOT NULL AS "isOver", s.cancelled_at IS NOT NULL AS "isCancelled"
       FROM seat x JOIN session s ON s.id = x.session_id
       WHERE x.session_id = $1 AND x.person_id = $2 AND x.capacity IN ('patient', 'coFacilitator') AND x.ended_at IS NULL FOR UPDATE OF x`,
      [sessionId, personId],
    );
    if (!rows[0]) throw new AppError('row.notFound');
    return rows[0];
  }

  private async placeOf(tx: EntityManager, personId: string, { placeId, newPlace }: GateAnswer): Promise<string | null> {
    if (newPlace) await this.places.add(tx, personId, newPlace);
    const id = newPlace?.id ?? placeId;
    if (id === undefined) return null;
    const own = (await this.places.of(personId, tx)).some((place) => place.id === id && !place.archived);
    if (!own) throw new AppError('row.notFound');
    return id;
  }

  private async keep(
    tx: EntityManager,
    { seatId, sessionId, placeId, at }: { seatId: string; sessionId: string; placeId: string | null; at: string },
    { overheard, overheardBy, number, driving, declined }: GateAnswer,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO gate (seat_id, session_id, asked_at, changed_at) VALUES ($1, $2, $3, $3) ON CONFLICT (seat_id) DO NOTHING`,
      [seatId, sessionId, at],
    );
    await tx.query(
      `UPDATE gate SET place_id = COALESCE(l.id, gate.place_id), changed_at = $2::timestamptz,
         place = CASE WHEN l.id IS NULL THEN gate.place ELSE jsonb_build_object('kind', l.kind, 'address', l.address, 'state', l.state,
           'emergencyLine', l.emergency_line) END,
         overheard = COALESCE($4::text, overheard),
         overheard_by = CASE WHEN $4::text = 'nobody' THEN '' ELSE COALESCE($5::text, overheard_by) END,
         number = COALESCE($6::text, number), driving = COALESCE($7::boolean, driving),
         declined_at = CASE WHEN $8::boolean IS NULL THEN declined_at WHEN $8::boolean THEN $2::timestamptz END
       FROM (SELECT 1) one LEFT JOIN patient_place l ON l.id = $3::uuid
       WHERE gate.seat_id = $1`,
      [seatId, at, placeId, overheard ?? null, overheardBy ?? null, number ?? null, driving ?? null, declined ?? null],
    );
    await keepPassed(tx, sessionId, at, seatId);
  }

  async forStaff(sessionId: string): Promise<GateForStaff[]> {
    const rows: Row[] = await this.database.query(readGatesSql, [sessionId]);
    return rows.map((row) => GateForStaff.parse({ ...row, gate: seatGate(row.gate) }));
  }

  /** A supervisor's word stands in for a licence: for one session and one state, with its reason. */
  async override(by: string, { params: { sessionId }, body }: InputOf<typeof overrideLicence>): Promise<GateForStaff[]> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.iso();
      const made: unknown[] = await tx.query(
        `INSERT INTO licence_override (id, session_id, state, by_id, reason, at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO NOTHING RETURNING 1`,
        [body.id, sessionId, body.state, by, body.reason, now],
      );
      const same: unknown[] = await tx.query(
        `SELECT 1 FROM licence_override WHERE id = $1 AND session_id = $2 AND state = $3 AND by_id = $4 AND reason = $5`,
        [body.id, sessionId, body.state, by, body.reason],
      );
      if (made.length === 0 && same.length === 0) throw new AppError('row.exists');
      await keepPassed(tx, sessionId, now);
    });
    return this.forStaff(sessionId);
  }
}
