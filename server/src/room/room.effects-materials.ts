import type { NewRoomEvent } from '@rejoin/shared';
import { AppError } from '../common/app-error.js';
import type { Moment } from './room.effects.js';
import type { Queries } from './room.log.js';

/** What is taken out of the panel of a session is erased: its words and its bytes. */
async function erase(db: Queries, sessionId: string, textId: string, at: string): Promise<void> {
  const own = 'id = $1 AND session_id = $2';
  await db.query(`UPDATE room_text SET body = NULL, erased_at = $3 WHERE ${own} AND body IS NOT NULL`, [textId, sessionId, at]);
  await db.query(`UPDATE material SET bytes = NULL, erased_at = $3 WHERE ${own} AND bytes IS NOT NULL`, [textId, sessionId, at]);
}

/** A file is shared only where it was sent for this session and is of the kind that is said. */
async function requireFile(db: Queries, sessionId: string, { textId, kind }: { textId: string; kind: string }): Promise<void> {
  const rows: unknown[] = await db.query(`SELECT 1 FROM material WHERE id = $1 AND session_id = $2 AND kind = $3 AND bytes IS NOT NULL`, [
    textId,
    sessionId,
    kind,
  ]);
  if (rows.length === 0) throw new AppError('material.missing');
}

export async function materialEffect(db: Queries, event: NewRoomEvent, { plan, at }: Pick<Moment, 'plan' | 'at'>): Promise<void> {
  if (event.type === 'material.removed') await erase(db, plan.sessionId, event.payload.textId, at);
  if (event.type === 'material.shared' && event.payload.kind !== 'link') await requireFile(db, plan.sessionId, event.payload);
}
