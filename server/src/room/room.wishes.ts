import { Injectable } from '@nestjs/common';
import { Wish } from '@rejoin/shared';
import { DataSource } from 'typeorm';

/** Looked for in so many of the latest sessions. */
const sessionsBack = 20;

const lastWishSql = `
  SELECT e.payload FROM (
    SELECT id, session_id FROM seat WHERE person_id = $2 AND session_id <> $1 AND lower(during) < now()
    ORDER BY lower(during) DESC LIMIT ${sessionsBack}) x
  JOIN room_event e ON e.session_id = x.session_id AND e.type = 'seat.wished' AND e.payload ->> 'seatId' = x.id::text
  ORDER BY e.at DESC LIMIT 1`;

/** How somebody wanted to take part in earlier sessions. The line of a day is of that day, and is not offered again. */
@Injectable()
export class RoomWishes {
  constructor(private readonly database: DataSource) {}

  async last(sessionId: string, personId: string): Promise<Wish | null> {
    const rows: { payload: unknown }[] = await this.database.query(lastWishSql, [sessionId, personId]);
    return rows[0] ? Wish.parse(rows[0].payload) : null;
  }
}
