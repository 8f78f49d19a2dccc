/**
 * People with a role in the actor's programs ($2, null: all), now or later. Patients and families only for managers of
 * the program ($3) and for the care team of the patient. $4 role, $5 search.
 */
export const listPeopleSql = `
  WITH visible AS (
    SELECT r.person_id, r.role FROM role_assignment r
    WHERE (r.to_at IS NULL OR r.to_at > now())
      AND ($2::uuid[] IS NULL OR r.program_id IS NULL OR r.program_id = ANY ($2))
      AND (r.role NOT IN ('patient', 'familyContact')
        OR $3::uuid[] IS NULL OR r.program_id = ANY ($3)
        OR EXISTS (SELECT 1 FROM care_team_member m JOIN episode e ON e.id = m.episode_id
          WHERE e.patient_id = r.person_id AND m.person_id = $1 AND m.from_at <= now() AND (m.to_at IS NULL OR m.to_at > now())))
  )
  SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.display_name AS "displayName",
    p.email::text AS email, json_agg(DISTINCT v.role) AS roles
  FROM visible v JOIN person p ON p.id = v.person_id
  WHERE $5::text IS NULL OR strpos(lower(p.given_name || ' ' || p.family_name || ' ' || p.display_name), lower($5)) > 0
  GROUP BY p.id
  HAVING $4::text IS NULL OR $4 = ANY (array_agg(v.role))
  ORDER BY p.family_name, p.given_name, p.id LIMIT 1000`;
