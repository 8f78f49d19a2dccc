import type { NewRoomEvent, RoomState } from '@rejoin/shared';
import type { Moment } from './room.effects.js';
import type { Queries } from './room.log.js';

const open = 'session_id = $1 AND to_at IS NULL';

async function beginBreak(db: Queries, { plan, at }: Moment): Promise<void> {
  await db.query(
    `INSERT INTO activity (session_id, kind, from_at) SELECT $1, 'break', $2::timestamptz
     WHERE NOT EXISTS (SELECT FROM activity WHERE ${open} AND kind = 'break' AND person_id IS NULL)`,
    [plan.sessionId, at],
  );
}

/** A break that nobody ended was over at its time, also where the server noticed later. */
async function endBreak(db: Queries, { plan, at, before }: Moment): Promise<void> {
  const endsAt = before.break?.endsAt ?? at;
  await db.query(
    `UPDATE activity SET to_at = GREATEST(from_at, LEAST($2::timestamptz, $3::timestamptz)) WHERE ${open} AND kind = 'break' AND person_id IS NULL`,
    [plan.sessionId, at, endsAt],
  );
}

/** A break that was called by hand, and that the end closed, goes on where the end is taken back. */
async function reopenBreak(db: Queries, { plan, before }: Moment): Promise<void> {
  const now = before.break;
  if (!now || now.over || now.blockId !== null) return;
  await db.query(`UPDATE activity SET to_at = NULL WHERE session_id = $1 AND kind = 'break' AND person_id IS NULL AND from_at = $2`, [
    plan.sessionId,
    now.beganAt,
  ]);
}

const personOf = ({ roster }: RoomState, seatId: string): string | undefined => roster[seatId]?.personId;

async function stepOut(db: Queries, { plan, at, before }: Moment, seatId: string): Promise<void> {
  await db.query(
    `INSERT INTO activity (session_id, person_id, kind, from_at) SELECT $1, $2::uuid, 'steppedOut', $3::timestamptz
     WHERE NOT EXISTS (SELECT FROM activity WHERE ${open} AND kind = 'steppedOut' AND person_id = $2)`,
    [plan.sessionId, personOf(before, seatId), at],
  );
}

/** A last sign of life can lie before the minute that was asked for after it. */
async function stepIn(db: Queries, { plan, before }: Moment, seatId: string, at: string): Promise<void> {
  await db.query(
    `UPDATE activity SET to_at = GREATEST(from_at, $3::timestamptz) WHERE ${open} AND kind = 'steppedOut' AND person_id = $2`,
    [plan.sessionId, personOf(before, seatId), at],
  );
}

async function allStepIn(db: Queries, { plan }: Moment, at: string): Promise<void> {
  await db.query(`UPDATE activity SET to_at = GREATEST(from_at, $2::timestamptz) WHERE ${open} AND kind = 'steppedOut'`, [
    plan.sessionId,
    at,
  ]);
}

/** The time of breaks and of minutes for oneself, kept apart in the attendance. Who is not connected is not in a minute either. */
export async function pauseEffect(db: Queries, { type, payload }: NewRoomEvent, moment: Moment): Promise<void> {
  switch (type) {
    case 'break.began':
      return payload.blockId === undefined ? beginBreak(db, moment) : undefined;
    case 'break.ended':
      return payload.blockId === undefined ? endBreak(db, moment) : undefined;
    case 'session.endUndone':
      return reopenBreak(db, moment);
    case 'session.ended':
      return allStepIn(db, moment, payload.endedAt);
    case 'minute.began':
      return stepOut(db, moment, payload.seatId);
    case 'seat.back':
    case 'seat.entered':
      return moment.before.minutes[payload.seatId] ? stepOut(db, moment, payload.seatId) : undefined;
    case 'seat.lost':
      return moment.before.minutes[payload.seatId] ? stepIn(db, moment, payload.seatId, payload.since) : undefined;
    case 'minute.ended':
    case 'seat.left':
    case 'seat.putBack':
    case 'seat.removed':
      return moment.before.minutes[payload.seatId] ? stepIn(db, moment, payload.seatId, moment.at) : undefined;
    default:
      return;
  }
}
