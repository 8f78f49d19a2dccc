import { clinicalRoles } from '@rejoin/shared';

const open = 'a.ended_at IS NULL AND a.to_at > now()';
const clinical = clinicalRoles.map((role) => `'${role}'`).join(', ');

export interface AccessRow {
  id: string;
  patientId: string;
  recordNumber: string;
  givenName: string;
  familyName: string;
  reason: string;
  from: Date;
  to: Date;
  part2: boolean;
  recipient: string;
  discloser: string;
}

const columns = `a.id, a.patient_id AS "patientId", t.record_number AS "recordNumber", p.given_name AS "givenName",
    p.family_name AS "familyName", a.reason, a.from_at AS "from", a.to_at AS "to", a.part2, a.recipient, a.discloser`;
const rows = 'emergency_access a JOIN patient t ON t.person_id = a.patient_id JOIN person p ON p.id = a.patient_id';

/** One of $1's own, by its id $2. */
export const ownAccessSql = `SELECT ${columns} FROM ${rows} WHERE a.person_id = $1 AND a.id = $2`;

/** What $1 has open now. */
export const ownOpenSql = `SELECT ${columns} FROM ${rows} WHERE a.person_id = $1 AND ${open} ORDER BY a.to_at, a.id`;

/** Tries of $1 in the last ten minutes, whatever came of them. */
export const triesSql = `SELECT count(*)::int AS tries FROM audit_event
  WHERE actor_id = $1 AND action = 'emergency.open' AND at > now() - interval '10 minutes'`;

/** Patients with the date of birth $2 and the family name $3 or the record number $4, but for $1 themselves. */
export const matchSql = `
  SELECT t.person_id AS id, EXISTS (SELECT 1 FROM episode e WHERE e.patient_id = t.person_id AND e.part2) AS part2
  FROM patient t JOIN person p ON p.id = t.person_id
  WHERE t.person_id <> $1 AND t.date_of_birth = $2
    AND CASE WHEN $3 <> '' THEN lower(p.family_name) = lower($3) ELSE lower(t.record_number) = lower($4) END
  LIMIT 2`;

/** Who $1 is to whom it may concern: the name, the credentials and where they work. */
export const affiliationSql = `
  SELECT concat_ws(', ', concat_ws(' ', p.given_name, p.family_name), NULLIF(f.credentials, ''), NULLIF((
    SELECT string_agg(DISTINCT g.name, ', ') FROM role_assignment r JOIN program g ON g.id = r.program_id
    WHERE r.person_id = p.id AND r.role IN (${clinical}) AND r.from_at <= now() AND (r.to_at IS NULL OR r.to_at > now())), '')) AS who
  FROM person p LEFT JOIN staff_profile f ON f.person_id = p.id WHERE p.id = $1`;

/** Ends what $1 has open: $2 the patient, $3 the one access, or null for any. */
export const endSql = `UPDATE emergency_access a SET ended_at = now()
  WHERE a.person_id = $1 AND a.patient_id = $2 AND ($3::uuid IS NULL OR a.id = $3) AND a.from_at <= now() AND ${open} RETURNING a.id`;

export const insertSql = `INSERT INTO emergency_access (id, person_id, patient_id, reason, part2, recipient, discloser)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

export const isOpenSql = `SELECT EXISTS (SELECT 1 FROM emergency_access a
  WHERE a.person_id = $1 AND a.patient_id = $2 AND ${open}) AS "isOpen"`;

export interface ReviewRow extends AccessRow {
  personName: string;
  endsAt: Date;
  isOpen: boolean;
  zone: string;
  looked: { action: string; firstAt: string; times: number }[];
}

/** Not reviewed yet, of patients of the programs $2 (null: all), but for those of $1. */
export const reviewsSql = `
  SELECT ${columns}, concat_ws(' ', w.given_name, w.family_name) AS "personName", COALESCE(a.ended_at, a.to_at) AS "endsAt",
    ${open} AS "isOpen", home.zone, looked.looked
  FROM ${rows} JOIN person w ON w.id = a.person_id
    CROSS JOIN LATERAL (SELECT g.zone FROM episode e JOIN program g ON g.id = e.program_id
      WHERE e.patient_id = a.patient_id AND ($2::uuid[] IS NULL OR e.program_id = ANY ($2))
      ORDER BY e.closed_on IS NULL DESC, e.opened_on DESC LIMIT 1) home
    CROSS JOIN LATERAL (SELECT COALESCE(json_agg(l ORDER BY l."firstAt"), '[]') AS looked FROM (
      SELECT v.action, to_char(min(v.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "firstAt", count(*)::int AS times
      FROM audit_event v
      WHERE v.actor_id = a.person_id AND v.patient_id = a.patient_id AND v.outcome = 'done' AND v.action NOT LIKE 'emergency.%'
        AND v.at >= a.from_at AND v.at <= COALESCE(a.ended_at, a.to_at)
      GROUP BY v.action) l) looked
  WHERE a.reviewed_at IS NULL AND a.person_id <> $1
  ORDER BY a.from_at LIMIT 200`;

/** Locked, so that two supervisors do not both answer. */
export const reviewedSql = `SELECT a.person_id AS "personId", a.reviewed_by AS "reviewedBy", a.justified, a.review_words AS words,
    ${open} AS "isOpen"
  FROM emergency_access a WHERE a.id = $1 AND a.patient_id = $2 FOR UPDATE`;

export const saveReviewSql = `UPDATE emergency_access SET reviewed_at = now(), reviewed_by = $2, justified = $3, review_words = $4
  WHERE id = $1`;
