import { Injectable } from '@nestjs/common';
import {
  chatLine,
  isOfEpisode,
  type Aftercare,
  type readAftercare,
  type readCallback,
  type ReplyOf,
  type RoomState,
  type RosterSeat,
} from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { readTexts } from './room.log.js';
import { RoomStore } from './room.store.js';

/** $1 session, $2 seat. What was said for this session goes before what the record has. */
const callbackSql = `
  SELECT CASE WHEN x.capacity IN ('patient', 'coFacilitator') THEN x.person_id END AS "patientId", NULLIF(g.number, '') AS today, NULLIF(p.phone, '') AS record
  FROM seat x JOIN person p ON p.id = x.person_id LEFT JOIN gate g ON g.seat_id = x.id
  WHERE x.session_id = $1 AND x.id = $2`;

/** What people of a session left with staff: a wish to be called, words after the end. */
@Injectable()
export class RoomAftercare {
  constructor(
    private readonly database: DataSource,
    private readonly store: RoomStore,
  ) {}

  async callback(sessionId: string, seatId: string): Promise<ReplyOf<typeof readCallback>> {
    const rows: { patientId: string | null; today: string | null; record: string | null }[] = await this.database.query(callbackSql, [
      sessionId,
      seatId,
    ]);
    const row = rows[0];
    if (!row) throw new AppError('row.notFound');
    const { patientId, today, record } = row;
    return { patientId, number: today ?? record, from: today ? 'today' : record ? 'record' : null };
  }

  async read(sessionId: string): Promise<ReplyOf<typeof readAftercare>> {
    const state = await this.store.read(sessionId);
    const texts = await readTexts(
      this.database,
      state.messages.map(({ textId }) => textId),
    );
    const people = Object.values(state.roster)
      .map((seat) => aboutSeat(state, seat, texts))
      .filter(({ leaving, lines }) => leaving !== undefined || lines.length > 0);
    return { endedAt: state.endedAt, people };
  }
}

function aboutSeat(state: RoomState, { seatId, personId, capacity, name }: RosterSeat, texts: Record<string, string | null>): Aftercare {
  const said = state.leaving[seatId];
  const leaving = said && { answer: said.answer, at: said.at, ...(said.mark ? { mark: said.mark } : {}) };
  const lines = state.messages
    .filter(({ threadId }) => threadId === seatId)
    .map((line) => ({ ...chatLine(state, line, texts[line.textId]), textId: line.textId, fromStaff: line.seatId !== seatId }));
  return { seatId, patientId: isOfEpisode(capacity) ? personId : null, name, ...(leaving ? { leaving } : {}), lines };
}
