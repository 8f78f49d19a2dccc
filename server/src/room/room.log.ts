import { RoomEventRow, textIdsInViews, type ErrorCode, type NewRoomEvent, type RoomEvent, type RoomState } from '@rejoin/shared';
import type { EntityManager } from 'typeorm';

export type Queries = Pick<EntityManager, 'query'>;
export type LogRow = { seq: number; at: Date | string; actor: string | null; type: string; v: number; payload: unknown };

/** The log of the session `$1` after the place `$2`. */
export const eventsSql = `SELECT seq, at, actor_id AS actor, type, v, payload FROM room_event WHERE session_id = $1 AND seq > $2 ORDER BY seq`;

export const eventsOf = (rows: readonly LogRow[]): RoomEvent[] =>
  rows.map((row) => RoomEventRow.parse({ ...row, at: new Date(row.at).toISOString() }));

/** The log from a place on, oldest first. */
export async function readEvents(db: Queries, sessionId: string, after: number): Promise<RoomEvent[]> {
  return eventsOf(await db.query(eventsSql, [sessionId, after]));
}

export interface Written {
  sessionId: string;
  at: string;
  /** The person who asked; none where the server found it out. */
  actor: string | null;
  commandId: string | null;
}

export interface Writing {
  events: readonly NewRoomEvent[];
  refusal: ErrorCode | null;
  /** The text of a line that is among the events. */
  text: { id: string; body: string } | null;
}

/** One statement for all that a command writes; nothing of it where the command is known already. */
const writeSql = `
  WITH reply AS (
    INSERT INTO room_command (session_id, id, person_id, refusal, at)
    SELECT $1, $4, $3, $6, $2 WHERE $4::uuid IS NOT NULL ON CONFLICT DO NOTHING RETURNING id),
  taken AS (SELECT WHERE $4::uuid IS NULL OR EXISTS (SELECT FROM reply)),
  said AS (INSERT INTO room_text (id, session_id, body, written_at) SELECT $7, $1, $8, $2 FROM taken WHERE $7::uuid IS NOT NULL),
  happened AS (
    INSERT INTO room_event (session_id, seq, at, actor_id, command_id, type, v, payload)
    SELECT $1, e.seq, $2, $3, $4, e.type, e.v, e.payload
    FROM taken, jsonb_to_recordset($5::jsonb) AS e (seq integer, type text, v integer, payload jsonb))
  SELECT FROM taken`;

/**
 * Adds facts to the log after `seq`, with the reply and the text; undefined where a command of this id was taken before.
 * Another writer at the same place breaks the primary key, and nothing is kept.
 */
export async function write(
  db: Queries,
  written: Written,
  { events, refusal, text }: Writing,
  seq: number,
): Promise<RoomEvent[] | undefined> {
  const { sessionId, at, actor, commandId } = written;
  const added = events.map((event, index): RoomEvent => ({ ...event, seq: seq + 1 + index, at, actor }));
  const values = [sessionId, at, actor, commandId, JSON.stringify(added), refusal, text?.id ?? null, text?.body ?? null];
  const taken: unknown[] = await db.query(writeSql, values);
  return taken.length > 0 ? added : undefined;
}

export interface Reply {
  personId: string;
  refusal: ErrorCode | null;
}

/** What a command of this id was answered before. */
export async function replyOf(db: Queries, { sessionId, commandId }: Written): Promise<Reply | undefined> {
  const rows: Reply[] = await db.query(`SELECT person_id AS "personId", refusal FROM room_command WHERE session_id = $1 AND id = $2`, [
    sessionId,
    commandId,
  ]);
  return rows[0];
}

/** Texts by id; null where they were erased. */
export async function readTexts(db: Queries, ids: readonly string[]): Promise<Record<string, string | null>> {
  if (ids.length === 0) return {};
  const rows: { id: string; body: string | null }[] = await db.query(`SELECT id, body FROM room_text WHERE id = ANY ($1)`, [ids]);
  return Object.fromEntries(rows.map(({ id, body }) => [id, body]));
}

/** The texts that views show: those known already, and the missing ones from the database. */
export async function textsInWindow(
  db: Queries,
  log: Parameters<typeof textIdsInViews>[0],
  known: RoomState['texts'],
): Promise<RoomState['texts']> {
  const wanted = textIdsInViews(log);
  const missing = wanted.filter((textId) => !(textId in known));
  if (missing.length === 0 && wanted.length === Object.keys(known).length) return known;
  const read = await readTexts(db, missing);
  return Object.fromEntries(wanted.map((textId) => [textId, known[textId] ?? read[textId] ?? null]));
}
