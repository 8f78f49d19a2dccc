/**
 * What stands in the database once every patient of session `$1` has passed the gate: consents signed, a place at home in New
 * York, nobody near, a number; and a supervisor's word where nobody who leads is licensed there. Run it statement by statement.
 */
export const passGateSql: readonly string[] = [
  `INSERT INTO consent (id, text_id, subject_id, signers, from_at)
   SELECT gen_random_uuid(), t.id, x.person_id,
     jsonb_build_array(jsonb_build_object('personId', x.person_id, 'name', 'Signed', 'capacity', 'patient', 'at', now())), now()
   FROM seat x CROSS JOIN consent_text t
   WHERE x.session_id = $1 AND x.capacity IN ('patient', 'coFacilitator') AND NOT EXISTS (
     SELECT 1 FROM consent_now c WHERE c.subject_id = x.person_id AND c.kind = t.kind)`,
  `INSERT INTO patient_place (id, patient_id, kind, address, state)
   SELECT gen_random_uuid(), x.person_id, 'home', '1 Quiet Lane, Albany', 'NY' FROM seat x
   WHERE x.session_id = $1 AND x.capacity IN ('patient', 'coFacilitator') AND NOT EXISTS (SELECT 1 FROM patient_place p WHERE p.patient_id = x.person_id)`,
  `INSERT INTO gate (seat_id, session_id, place_id, place, overheard, number, driving, asked_at, changed_at)
   SELECT x.id, x.session_id, p.id, jsonb_build_object('kind', p.kind, 'address', p.address, 'state', p.state, 'emergencyLine', p.emergency_line),
     'nobody', '555-0123', false, now(), now()
   FROM seat x CROSS JOIN LATERAL (SELECT * FROM patient_place p WHERE p.patient_id = x.person_id ORDER BY p.created_at LIMIT 1) p
   WHERE x.session_id = $1 AND x.capacity IN ('patient', 'coFacilitator') ON CONFLICT (seat_id) DO UPDATE SET place_id = EXCLUDED.place_id, place = EXCLUDED.place, overheard = EXCLUDED.overheard,
     number = EXCLUDED.number, driving = EXCLUDED.driving, changed_at = EXCLUDED.changed_at`,
  `INSERT INTO licence_override (id, session_id, state, by_id, reason, at)
   SELECT gen_random_uuid(), s.id, 'NY', s.created_by, 'For a test', now() FROM session s WHERE s.id = $1`,
];
