/**
 * Patients by their episodes of care: those of the programs that the actor manages ($2, null: all) and those on whose
 * care team the actor ($1) is today. $3 program, $4 with closed ones, $5 search.
 */
export const listPatientsSql = `
  SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.display_name AS "displayName",
    t.date_of_birth::text AS "dateOfBirth", t.record_number AS "recordNumber", e.program_id AS "programId",
    e.cohort_id AS "cohortId", e.part2,
    (SELECT s.level FROM level_of_care_step s WHERE s.episode_id = e.id AND s.from_on <= greatest(current_date, e.opened_on)
      ORDER BY s.from_on DESC LIMIT 1) AS level
  FROM episode e JOIN patient t ON t.person_id = e.patient_id JOIN person p ON p.id = e.patient_id
  WHERE ($2::uuid[] IS NULL OR e.program_id = ANY ($2)
      OR EXISTS (SELECT 1 FROM care_team_member m
        WHERE m.episode_id = e.id AND m.person_id = $1 AND m.from_at <= now() AND (m.to_at IS NULL OR m.to_at > now())))
    AND ($3::uuid IS NULL OR e.program_id = $3)
    AND ($4 OR e.closed_on IS NULL)
    AND ($5::text IS NULL
      OR strpos(lower(p.given_name || ' ' || p.family_name || ' ' || p.display_name || ' ' || t.record_number), lower($5)) > 0)
  ORDER BY p.family_name, p.given_name, p.id, e.opened_on DESC LIMIT 1000`;
