import { Injectable } from '@nestjs/common';
import { longestShiftDays, staffRoles, type NewOnCallShift, type OnCallShift } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';

interface Row extends Omit<OnCallShift, 'from' | 'to'> {
  programId: string;
  from: Date;
  to: Date;
}

const select = `SELECT o.id, o.program_id AS "programId", o.person_id AS "personId",
    concat_ws(' ', p.given_name, p.family_name) AS "personName", o.phone, o.from_at AS "from", o.to_at AS "to"
  FROM on_call o JOIN person p ON p.id = o.person_id`;

/** What is shown of a span: also what began before it. */
const listSql = `${select} WHERE o.program_id = $1 AND o.removed_at IS NULL AND o.to_at > $2 AND o.from_at < $3 ORDER BY o.from_at, o.id LIMIT 500`;

const nowSql = `SELECT DISTINCT ON (o.program_id) o.program_id AS "programId", o.phone, o.to_at AS "to" FROM on_call o
  WHERE o.program_id = ANY ($1) AND o.removed_at IS NULL AND o.from_at <= now() AND o.to_at > now()
  ORDER BY o.program_id, o.from_at, o.id`;

const insertSql = `INSERT INTO on_call (id, program_id, person_id, phone, from_at, to_at)
  SELECT $1, $2, $3, $4, $5, $6 WHERE EXISTS (SELECT 1 FROM role_assignment r
    WHERE r.person_id = $3 AND (r.program_id IS NULL OR r.program_id = $2) AND r.role = ANY ($7)
      AND r.from_at <= now() AND (r.to_at IS NULL OR r.to_at > now()))
  ON CONFLICT (id) DO NOTHING RETURNING id`;

const endSql = `UPDATE on_call SET
    to_at = CASE WHEN from_at < now() THEN now() ELSE to_at END,
    removed_at = CASE WHEN from_at < now() THEN NULL ELSE now() END
  WHERE id = $1 AND program_id = $2 AND removed_at IS NULL AND to_at > now()`;

function viewOf({ programId: _, from, to, ...row }: Row): OnCallShift {
  return { ...row, from: from.toISOString(), to: to.toISOString() };
}

/** The instant of a time on the program's wall; of a time that comes twice, the first is meant. */
function instantOf(wall: string, zone: string, field: string): Temporal.Instant {
  let local: Temporal.PlainDateTime;
  try {
    local = Temporal.PlainDateTime.from(wall, { overflow: 'reject' });
  } catch {
    throw new AppError('input.invalid', { fields: { [field]: 'This is not a date and time.' } });
  }
  const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(local)) throw new AppError('session.timeMissing');
  return zoned.toInstant();
}

@Injectable()
export class OnCallService {
  constructor(private readonly database: DataSource) {}

  async list(programId: string, { from, to }: { from: string; to: string }): Promise<OnCallShift[]> {
    const rows: Row[] = await this.database.query(listSql, [programId, from, to]);
    return rows.map(viewOf);
  }

  /** Whose number is right now, by program; the first call where several are on. */
  async now(programIds: readonly string[]): Promise<Map<string, { phone: string; until: string }>> {
    const rows: { programId: string; phone: string; to: Date }[] = await this.database.query(nowSql, [programIds]);
    return new Map(rows.map(({ programId, phone, to }) => [programId, { phone, until: to.toISOString() }]));
  }

  async add(programId: string, shiftId: string, input: NewOnCallShift): Promise<OnCallShift> {
    const programs: { zone: string }[] = await this.database.query('SELECT zone FROM program WHERE id = $1', [programId]);
    const zone = programs[0]?.zone;
    if (zone === undefined) throw new AppError('row.notFound');
    const from = instantOf(input.fromLocal, zone, 'fromLocal');
    const to = instantOf(input.toLocal, zone, 'toLocal');
    const hours = from.until(to).total('hours');
    if (hours <= 0 || hours > longestShiftDays * 24 + 1) throw new AppError('onCall.range');
    await this.database.query(insertSql, [shiftId, programId, input.personId, input.phone, from.toString(), to.toString(), staffRoles]);
    const rows: Row[] = await this.database.query(`${select} WHERE o.id = $1`, [shiftId]);
    const [row] = rows;
    if (!row) throw new AppError('onCall.roleMissing');
    if (row.programId !== programId) throw new AppError('row.exists');
    return viewOf(row);
  }

  async end(programId: string, shiftId: string): Promise<{ done: true }> {
    const rows: Row[] = await this.database.query(`${select} WHERE o.id = $1 AND o.program_id = $2`, [shiftId, programId]);
    if (!rows[0]) throw new AppError('row.notFound');
    await this.database.query(endSql, [shiftId, programId]);
    return { done: true };
  }
}
