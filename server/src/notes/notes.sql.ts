/** The patients of a session ($1): those with a seat, those whose seat ended after it began, and those with a note. */
export const slotsSql = `
  SELECT x.person_id AS "patientId", p.given_name || ' ' || p.family_name AS "patientName"
  FROM seat x JOIN session s ON s.id = x.session_id JOIN person p ON p.id = x.person_id
  WHERE x.session_id = $1 AND x.capacity = 'patient'
    AND (x.ended_at IS NULL OR x.ended_at >= s.started_at
      OR EXISTS (SELECT 1 FROM note n WHERE n.session_id = s.id AND n.patient_id = x.person_id))
  ORDER BY p.family_name, p.given_name, p.id`;

/** The seat of a patient ($2) in a session ($1), locked: whoever writes this patient's note next comes after. */
export const patientSeatSql = `
  SELECT x.episode_id AS "episodeId", coalesce(s.started_at, s.starts_at) AS "servedAt", g.zone
  FROM seat x JOIN session s ON s.id = x.session_id JOIN program g ON g.id = s.program_id
  WHERE x.session_id = $1 AND x.person_id = $2 AND x.capacity = 'patient' FOR NO KEY UPDATE OF x`;

export interface PatientSeat {
  episodeId: string;
  servedAt: Date;
  zone: string;
}
