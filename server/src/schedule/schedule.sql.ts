import type { Capacity, Role, Session as SessionView, SessionKind, SessionMode } from '@rejoin/shared';

const fullName = (person: string): string => `${person}.given_name || ' ' || ${person}.family_name`;

/** Sessions that start in [$1, $2] in the programs $3 (null: all), of program $4 where it is given. */
export const listSessionsSql = `
  SELECT s.id, s.program_id AS "programId", g.name AS "programName", s.cohort_id AS "cohortId", s.kind, s.mode, s.title,
    s.starts_at AS "startsAt", s.zone, s.planned_minutes AS "plannedMinutes", s.started_at AS "startedAt",
    s.ended_at AS "endedAt", s.cancelled_at IS NOT NULL AS cancelled,
    coalesce((SELECT ${fullName('p')} FROM seat x JOIN person p ON p.id = x.person_id
      WHERE x.session_id = s.id AND x.capacity = 'lead' AND x.ended_at IS NULL ORDER BY x.id LIMIT 1), '') AS "leadName",
    (SELECT count(*)::int FROM seat x WHERE x.session_id = s.id AND x.capacity = 'patient' AND x.ended_at IS NULL) AS patients
  FROM session s JOIN program g ON g.id = s.program_id
  WHERE s.starts_at BETWEEN $1 AND $2 AND ($3::uuid[] IS NULL OR s.program_id = ANY ($3)) AND ($4::uuid IS NULL OR s.program_id = $4)
  ORDER BY s.starts_at, s.title, s.id LIMIT 2000`;

export interface SessionSummaryRow {
  id: string;
  programId: string;
  programName: string;
  cohortId: string | null;
  kind: SessionKind;
  mode: SessionMode;
  title: string;
  startsAt: Date;
  zone: string;
  plannedMinutes: number;
  startedAt: Date | null;
  endedAt: Date | null;
  cancelled: boolean;
  leadName: string;
  patients: number;
}

export const readSessionSql = `
  SELECT s.id, s.program_id AS "programId", g.name AS "programName", s.cohort_id AS "cohortId", s.kind, s.mode, s.title,
    s.starts_at AS "startsAt", to_char(s.starts_local, 'YYYY-MM-DD"T"HH24:MI') AS "startsLocal", s.zone,
    s.planned_minutes AS "plannedMinutes", s.started_at AS "startedAt", s.ended_at AS "endedAt", s.ending,
    s.end_confirmed AS "endConfirmed", s.cancelled_at AS "cancelledAt", s.cancelled_whose AS "cancelledWhose",
    s.cancelled_reason AS "cancelledReason", s.created_by AS "createdBy", s.version,
    coalesce((SELECT ${fullName('p')} FROM person p WHERE p.id = s.cancelled_by), '') AS "cancelledByName"
  FROM session s JOIN program g ON g.id = s.program_id WHERE s.id = $1`;

export interface SessionRow extends Omit<SessionSummaryRow, 'cancelled' | 'leadName' | 'patients'> {
  startsLocal: string;
  ending: SessionView['ending'];
  endConfirmed: boolean;
  cancelledAt: Date | null;
  cancelledWhose: 'ours' | 'patient';
  cancelledReason: string;
  cancelledByName: string;
  createdBy: string;
  version: number;
}

export const readSeatsSql = `
  SELECT x.id, x.session_id AS "sessionId", x.person_id AS "personId", ${fullName('p')} AS name, p.display_name AS "displayName", x.capacity,
    x.episode_id AS "episodeId", x.ended_at AS "endedAt", x.ended_reason AS "endedReason"
  FROM seat x JOIN person p ON p.id = x.person_id
  WHERE x.session_id = $1
  ORDER BY array_position(ARRAY['lead', 'coLead', 'observer', 'patient', 'coFacilitator', 'family', 'guest'], x.capacity),
    p.family_name, p.given_name, x.id`;

export interface SeatRow {
  id: string;
  sessionId: string;
  personId: string;
  name: string;
  displayName: string;
  capacity: Capacity;
  episodeId: string | null;
  endedAt: Date | null;
  endedReason: string;
}

/** What each person ($1) is in a program ($2) when the session starts ($3). */
export const standingSql = `
  SELECT p.id AS "personId",
    ARRAY(SELECT r.role FROM role_assignment r WHERE r.person_id = p.id AND (r.program_id IS NULL OR r.program_id = $2)
      AND r.from_at <= greatest(now(), $3) AND (r.to_at IS NULL OR r.to_at > $3)) AS roles,
    (SELECT e.id FROM episode e WHERE e.patient_id = p.id AND e.program_id = $2 AND e.closed_on IS NULL) AS "episodeId"
  FROM person p WHERE p.id = ANY ($1)`;

export interface StandingRow {
  personId: string;
  roles: Role[];
  episodeId: string | null;
}
