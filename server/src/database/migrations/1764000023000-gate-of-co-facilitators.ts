import type { MigrationInterface, QueryRunner } from 'typeorm';

const view = `
  -- A patient who helps lead is a patient: the same steps before the same door.
  CREATE OR REPLACE VIEW seat_gate AS
  SELECT x.id AS seat_id, x.session_id, x.person_id, st.step, st.step = 'done' AS passed,
    CASE
      WHEN g.driving THEN 'gate.driving'
      WHEN st.step = 'consent' AND g.declined_at IS NOT NULL THEN 'gate.consentMissing'
      WHEN st.step = 'licence' THEN 'gate.licence'
    END AS refusal,
    g.changed_at AS since, g.place ->> 'kind' AS place_kind, g.overheard = 'someone' AS someone_near
  FROM seat x
    JOIN session s ON s.id = x.session_id
    JOIN session_kind k ON k.code = s.kind
    JOIN program p ON p.id = s.program_id
    LEFT JOIN gate g ON g.seat_id = x.id
    CROSS JOIN LATERAL (SELECT CASE
      WHEN g.seat_id IS NULL THEN 'notBegun'
      WHEN g.place IS NULL OR g.driving IS DISTINCT FROM false THEN 'place'
      WHEN g.overheard IS NULL THEN 'overheard'
      WHEN g.number IS NULL THEN 'number'
      WHEN NOT EXISTS (SELECT 1 FROM consent_now c WHERE c.subject_id = x.person_id AND c.kind = 'telehealth') THEN 'consent'
      WHEN k.several_patients
        AND NOT EXISTS (SELECT 1 FROM consent_now c WHERE c.subject_id = x.person_id AND c.kind = 'group') THEN 'consent'
      WHEN k.counts_by_default
        AND NOT EXISTS (
          SELECT 1 FROM seat l JOIN licence held ON held.person_id = l.person_id
          WHERE l.session_id = s.id AND l.capacity IN ('lead', 'coLead') AND l.ended_at IS NULL
            AND held.state = g.place ->> 'state' AND (s.starts_at AT TIME ZONE p.zone)::date BETWEEN held.from_on AND held.to_on)
        AND NOT EXISTS (SELECT 1 FROM licence_override o WHERE o.session_id = s.id AND o.state = g.place ->> 'state') THEN 'licence'
      ELSE 'done' END AS step OFFSET 0) st
  WHERE x.capacity IN ('patient', 'coFacilitator')`;

export class GateOfCoFacilitators1764000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(view);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
