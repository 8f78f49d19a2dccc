import { clinicalRoles, staffRoles, type DaySession, type Role } from '@rejoin/shared';

const unended = 'x.ended_at IS NULL';

/** Whether $1 holds one of the roles today in the program of the session. */
const holds = (roles: readonly Role[]): string => `EXISTS (SELECT 1 FROM role_assignment r
      WHERE r.person_id = $1 AND (r.program_id IS NULL OR r.program_id = s.program_id)
        AND r.role IN (${roles.map((role) => `'${role}'`).join(', ')})
        AND r.from_at <= now() AND (r.to_at IS NULL OR r.to_at > now()))`;

/** Sessions in which $1 has a seat, from $2 to $3, and those that run now. People are named as the group sees them. */
export const daySessionsSql = `
  SELECT s.id, s.title, s.kind, s.mode, s.starts_at AS "startsAt", s.zone, s.planned_minutes AS "plannedMinutes",
    s.started_at AS "startedAt", s.ended_at AS "endedAt", s.cancelled_at IS NOT NULL AS cancelled, x.capacity,
    ARRAY(SELECT p.display_name FROM seat l JOIN person p ON p.id = l.person_id
      WHERE l.session_id = s.id AND l.capacity IN ('lead', 'coLead') AND l.ended_at IS NULL
      ORDER BY l.capacity = 'coLead', p.display_name) AS "leadNames"
  FROM seat x JOIN session s ON s.id = x.session_id
  WHERE x.person_id = $1 AND ${unended}
    AND (x.capacity NOT IN ('lead', 'coLead') OR ${holds(staffRoles)})
    AND (s.starts_at >= $2 AND s.starts_at < $3 OR s.started_at IS NOT NULL AND s.ended_at IS NULL)
  ORDER BY s.starts_at, s.id`;

export interface DaySessionRow extends Omit<DaySession, 'startsAt' | 'startedAt' | 'endedAt'> {
  startsAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
}

/** Ended sessions that $1 led with notes that are theirs to finish: their own drafts, and what nobody began where they are the lead. */
export const notesToSignSql = `
  SELECT s.id AS "sessionId", s.title, s.starts_at AS "startsAt", count(*)::int AS patients,
    count(*) FILTER (WHERE n.id IS NULL AND x.capacity = 'lead' OR n.status = 'draft' AND n.author_id = $1)::int AS unsigned
  FROM seat x JOIN session s ON s.id = x.session_id
  JOIN seat t ON t.session_id = s.id AND t.capacity = 'patient' AND (t.ended_at IS NULL OR t.ended_at >= s.started_at)
  LEFT JOIN note n ON n.session_id = s.id AND n.patient_id = t.person_id
  WHERE x.person_id = $1 AND ${unended} AND x.capacity IN ('lead', 'coLead') AND s.ended_at IS NOT NULL
    AND ${holds(clinicalRoles)}
  GROUP BY s.id
  HAVING count(*) FILTER (WHERE n.id IS NULL AND x.capacity = 'lead' OR n.status = 'draft' AND n.author_id = $1) > 0
  ORDER BY s.starts_at DESC LIMIT 200`;

export interface NotesToSignRow {
  sessionId: string;
  title: string;
  startsAt: Date;
  patients: number;
  unsigned: number;
}

/** Sessions that ended by themselves and whose lead ($1) has not said that it was so. */
export const endsToConfirmSql = `
  SELECT s.id AS "sessionId", s.title, s.ended_at AS "endedAt"
  FROM seat x JOIN session s ON s.id = x.session_id
  WHERE x.person_id = $1 AND ${unended} AND x.capacity = 'lead' AND s.ending = 'everyoneLeft' AND NOT s.end_confirmed
    AND ${holds(staffRoles)}
  ORDER BY s.ended_at DESC LIMIT 200`;

export interface EndToConfirmRow {
  sessionId: string;
  title: string;
  endedAt: Date;
}
