/** The seat of a patient ($2) in a session ($1), locked: whoever writes this patient's part next comes after. */
export const patientSeatSql = `
  SELECT x.episode_id AS "episodeId", s.kind AS service, ((coalesce(s.started_at, s.starts_at) AT TIME ZONE s.zone)::date)::text AS "serviceDate"
  FROM seat x JOIN session s ON s.id = x.session_id
  WHERE x.session_id = $1 AND x.person_id = $2 AND x.capacity = 'patient' FOR NO KEY UPDATE OF x`;

/** A session ($1), for its common part. */
export const groupSql = `
  SELECT NULL AS "episodeId", s.kind AS service, ((coalesce(s.started_at, s.starts_at) AT TIME ZONE s.zone)::date)::text AS "serviceDate"
  FROM session s WHERE s.id = $1`;

/** Whoever writes the common part of a session ($1) next comes after. */
export const groupLockSql = `SELECT pg_advisory_xact_lock(hashtextextended('group-note:' || $1, 0))`;
