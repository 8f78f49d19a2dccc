import type { NewRoomEvent, RoomPlan, RoomState } from '@rejoin/shared';
import { AppError } from '../common/app-error.js';
import { materialEffect } from './room.effects-materials.js';
import { pauseEffect } from './room.effects-pauses.js';
import type { Queries } from './room.log.js';

export interface Moment {
  plan: RoomPlan;
  at: string;
  /** The room before the command. */
  before: RoomState;
}

/** A last sign of life can lie before the part of the agenda that began after it. */
async function closeBlock(db: Queries, sessionId: string, at: string): Promise<void> {
  const open = `WHERE session_id = $1 AND to_at IS NULL`;
  await db.query(`UPDATE actual_block SET to_at = GREATEST(from_at, $2::timestamptz) ${open}`, [sessionId, at]);
  await db.query(`UPDATE activity SET to_at = GREATEST(from_at, $2::timestamptz) ${open} AND kind = 'break' AND person_id IS NULL`, [
    sessionId,
    at,
  ]);
}

async function beginBlock(db: Queries, { plan, at }: Moment, blockId: string): Promise<void> {
  await closeBlock(db, plan.sessionId, at);
  await db.query(`INSERT INTO actual_block (session_id, block_id, from_at) VALUES ($1, $2, $3)`, [plan.sessionId, blockId, at]);
  const isBreak = plan.blocks.some((block) => block.id === blockId && block.kind === 'break');
  if (isBreak) await db.query(`INSERT INTO activity (session_id, kind, from_at) VALUES ($1, 'break', $2)`, [plan.sessionId, at]);
}

/** A session that was cancelled a moment ago does not start. */
async function start(db: Queries, { plan, at }: Moment): Promise<void> {
  const [, count]: [unknown, number] = await db.query(`UPDATE session SET started_at = $2 WHERE id = $1 AND cancelled_at IS NULL`, [
    plan.sessionId,
    at,
  ]);
  if (count === 0) throw new AppError('session.cancelled');
}

async function end(db: Queries, moment: Moment, ending: string, endedAt: string): Promise<void> {
  const { plan } = moment;
  await closeBlock(db, plan.sessionId, endedAt);
  await db.query(`UPDATE session SET ended_at = $2, ending = $3 WHERE id = $1`, [plan.sessionId, endedAt, ending]);
  if (ending !== 'lead') await close(db, moment);
}

/** The end can no longer be taken back. */
async function close(db: Queries, { plan, at }: Moment): Promise<void> {
  await db.query(`UPDATE media_room SET closed_at = $2 WHERE session_id = $1 AND closed_at IS NULL`, [plan.sessionId, at]);
}

/** What the end closed is open again, as if it had gone on: the part of the agenda that ran, and its break. */
async function undoEnd(db: Queries, { plan }: Moment): Promise<void> {
  const [reopened]: [{ from_at: Date; block_id: string }[], number] = await db.query(
    `UPDATE actual_block SET to_at = NULL
     WHERE id = (SELECT id FROM actual_block WHERE session_id = $1 ORDER BY from_at DESC, id DESC LIMIT 1) RETURNING from_at, block_id`,
    [plan.sessionId],
  );
  const began = reopened[0];
  const isBreak = plan.blocks.some(({ id, kind }) => id === began?.block_id && kind === 'break');
  if (began && isBreak) {
    await db.query(`UPDATE activity SET to_at = NULL WHERE session_id = $1 AND kind = 'break' AND person_id IS NULL AND from_at = $2`, [
      plan.sessionId,
      began.from_at,
    ]);
  }
  await db.query(`UPDATE session SET ended_at = NULL, ending = NULL, end_confirmed = false WHERE id = $1`, [plan.sessionId]);
}

/** What a fact of the log changes outside the log, in the same transaction. */
export async function applyEffect(db: Queries, event: NewRoomEvent, moment: Moment): Promise<void> {
  const { sessionId } = moment.plan;
  await pauseEffect(db, event, moment);
  await materialEffect(db, event, moment);
  switch (event.type) {
    case 'room.opened':
      await db.query(`INSERT INTO media_room (name, session_id, opened_at) VALUES ($1, $2, $3)`, [
        event.payload.mediaRoom,
        sessionId,
        moment.at,
      ]);
      return;
    case 'session.started':
      return start(db, moment);
    case 'block.began':
      return beginBlock(db, moment, event.payload.blockId);
    case 'session.ended':
      return end(db, moment, event.payload.ending, event.payload.endedAt);
    case 'session.endConfirmed':
      await db.query(`UPDATE session SET end_confirmed = true WHERE id = $1`, [sessionId]);
      return;
    case 'session.endUndone':
      return undoEnd(db, moment);
    case 'session.closed':
      return close(db, moment);
    default:
      return;
  }
}
