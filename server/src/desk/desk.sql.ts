import { clinicalRoles, hasGroupPart, sessionKinds, staffRoles, type DaySession, type Role } from '@rejoin/shared';

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

const withGroupPart = sessionKinds.filter(hasGroupPart).map((kind) => `'${kind}'`);
const seatedPatients = `seat t WHERE t.session_id = s.id AND t.capacity = 'patient' AND (t.ended_at IS NULL OR t.ended_at >= s.started_at)`;
const mineToSign = `(n.id IS NULL AND x.capacity = 'lead' OR n.status = 'draft' AND n.author_id = $1)`;

/** Ended sessions that $1 led with parts that are theirs to finish: their own drafts, and what nobody began where they are the lead. */
export const notesToSignSql = `
  SELECT s.id AS "sessionId", s.title, s.starts_at AS "startsAt", count(*)::int AS parts, count(*) FILTER (WHERE ${mineToSign})::int AS unsigned
  FROM seat x JOIN session s ON s.id = x.session_id
  CROSS JOIN LATERAL (
    SELECT t.person_id AS patient_id FROM ${seatedPatients}
    UNION ALL SELECT NULL WHERE s.kind IN (${withGroupPart.join(', ')}) AND EXISTS (SELECT FROM ${seatedPatients})) part
  LEFT JOIN note n ON n.session_id = s.id
    AND (n.patient_id = part.patient_id OR part.patient_id IS NULL AND n.patient_id IS NULL)
  WHERE x.person_id = $1 AND ${unended} AND x.capacity IN ('lead', 'coLead') AND s.ended_at IS NOT NULL
    AND ${holds(clinicalRoles)}
  GROUP BY s.id
  HAVING count(*) FILTER (WHERE ${mineToSign}) > 0
  ORDER BY s.starts_at DESC LIMIT 200`;

export interface NotesToSignRow {
  sessionId: string;
  title: string;
  startsAt: Date;
  parts: number;
  unsigned: number;
}

/** What people signed whom $1 supervised on the day it is about, and what waits for a co-signature. */
export const notesToCosignSql = `
  SELECT n.id AS "noteId", s.id AS "sessionId", s.title, s.starts_at AS "startsAt", n.signed_at AS "signedAt",
    t.given_name || ' ' || t.family_name AS "patientName", a.given_name || ' ' || a.family_name AS "authorName"
  FROM supervision v JOIN note n ON n.author_id = v.person_id AND n.status = 'awaitingCosignature'
    AND v.from_on <= n.service_date AND (v.to_on IS NULL OR v.to_on >= n.service_date)
  JOIN session s ON s.id = n.session_id JOIN person a ON a.id = n.author_id LEFT JOIN person t ON t.id = n.patient_id
  WHERE v.supervisor_id = $1 AND n.author_id <> $1 AND EXISTS (SELECT 1 FROM role_assignment r
    WHERE r.person_id = $1 AND r.role IN (${clinicalRoles.map((role) => `'${role}'`).join(', ')})
      AND r.from_at <= now() AND (r.to_at IS NULL OR r.to_at > now()))
  GROUP BY n.id, s.id, t.id, a.id
  ORDER BY n.signed_at LIMIT 200`;

export interface NotesToCosignRow {
  noteId: string;
  sessionId: string;
  title: string;
  startsAt: Date;
  signedAt: Date;
  patientName: string | null;
  authorName: string;
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
