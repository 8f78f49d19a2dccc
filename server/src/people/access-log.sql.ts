/**
 * Everything about the patient ($1) that the reader may see: what is about a session of a program that they ($2, null: all
 * programs) do not manage is counted as `elsewhere`. Only actual rows: what they say is never more than ids and actions.
 */
const entriesSql = `
  SELECT e.id, e.at, e.actor_id, e.action, e.outcome,
    $2::uuid[] IS NULL OR s.program_id IS NULL OR s.program_id = ANY ($2) AS here,
    (e.at AT TIME ZONE $3)::date AS day
  FROM audit_event e LEFT JOIN session s ON s.id = e.session_id
  WHERE e.patient_id = $1`;

const who = `CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name,
    'roles', ARRAY(SELECT DISTINCT r.role FROM role_assignment r
      WHERE r.person_id = p.id AND r.from_at <= e.at AND (r.to_at IS NULL OR r.to_at > e.at) ORDER BY r.role),
    'isPatient', p.id = $1) END`;

const emergency = `EXISTS (SELECT 1 FROM emergency_access x
    WHERE x.person_id = e.actor_id AND x.patient_id = $1 AND e.at >= x.from_at AND e.at <= COALESCE(x.ended_at, x.to_at))`;

/** $4 before, $5 person, $6 action, $7 outcome, $8 first day, $9 last day, $10 how many. */
export const pageSql = `
  SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, ${who} AS who, e.action, e.outcome,
    ${emergency} AS emergency
  FROM (${entriesSql}) e LEFT JOIN person p ON p.id = e.actor_id
  WHERE e.here AND ($4::bigint IS NULL OR e.id < $4) AND ($5::uuid IS NULL OR e.actor_id = $5)
    AND ($6::text IS NULL OR e.action = $6) AND ($7::text IS NULL OR e.outcome = $7)
    AND ($8::date IS NULL OR e.day >= $8) AND ($9::date IS NULL OR e.day <= $9)
  ORDER BY e.id DESC LIMIT $10`;

export const choicesSql = `
  SELECT COALESCE(json_agg(DISTINCT jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name))
      FILTER (WHERE e.here AND p.id IS NOT NULL), '[]') AS people,
    COALESCE(json_agg(DISTINCT e.action) FILTER (WHERE e.here), '[]') AS actions,
    count(*) FILTER (WHERE NOT e.here)::int AS elsewhere
  FROM (${entriesSql}) e LEFT JOIN person p ON p.id = e.actor_id`;

/** $4 first day, $5 last day. */
export const reportSql = `
  SELECT e.day::text, e.who, e.action, e.outcome, e.emergency, count(*)::int AS times,
    to_char(min(e.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS first,
    to_char(max(e.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS last
  FROM (SELECT e.day, e.at, e.action, e.outcome, (${who})::jsonb AS who, ${emergency} AS emergency
    FROM (${entriesSql}) e LEFT JOIN person p ON p.id = e.actor_id
    WHERE e.here AND e.day >= $4 AND e.day <= $5) e
  GROUP BY e.day, e.who, e.action, e.outcome, e.emergency ORDER BY e.day, min(e.at)`;

export const elsewhereSql = `SELECT count(*)::int AS elsewhere FROM (${entriesSql}) e WHERE NOT e.here AND e.day >= $4 AND e.day <= $5`;

/** The patient, and the programs of their care, the latest first: its zone is that of the days. */
export const subjectSql = `
  SELECT p.id, p.given_name || ' ' || p.family_name AS name, t.record_number AS "recordNumber", t.date_of_birth::text AS "dateOfBirth",
    COALESCE((SELECT json_agg(json_build_object('name', g.name, 'zone', g.zone) ORDER BY e.opened_on DESC, e.id)
      FROM episode e JOIN program g ON g.id = e.program_id
      WHERE e.patient_id = p.id AND ($2::uuid[] IS NULL OR g.id = ANY ($2))), '[]') AS programs, p.zone
  FROM patient t JOIN person p ON p.id = t.person_id WHERE p.id = $1`;
