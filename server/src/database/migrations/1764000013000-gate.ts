import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
  ALTER TABLE session_kind ADD COLUMN several_patients boolean NOT NULL DEFAULT true;
  UPDATE session_kind SET several_patients = false WHERE code IN ('individual', 'family', 'psychiatric');

  ALTER TABLE patient ADD COLUMN hide_address boolean NOT NULL DEFAULT false;

  -- Where a patient meets from. Staff look up and enter the emergency line of that place.
  CREATE TABLE patient_place (
    id uuid PRIMARY KEY,
    patient_id uuid NOT NULL REFERENCES patient (person_id),
    kind text NOT NULL CHECK (kind IN ('home', 'transitional', 'other')),
    address text NOT NULL CHECK (address <> ''),
    state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
    emergency_line text CHECK (emergency_line ~ '^[0-9]{10}$'),
    emergency_line_by uuid REFERENCES person (id),
    archived boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (patient_id, id)
  );

  -- What a patient answered for one session; the place as it was then. Nothing that is not answered for this session counts.
  CREATE TABLE gate (
    seat_id uuid PRIMARY KEY REFERENCES seat (id),
    session_id uuid NOT NULL REFERENCES session (id),
    place_id uuid REFERENCES patient_place (id),
    place jsonb,
    overheard text CHECK (overheard IN ('nobody', 'someone')),
    overheard_by text NOT NULL DEFAULT '',
    number text CHECK (number <> ''),
    driving boolean,
    declined_at timestamptz,
    asked_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    passed_at timestamptz,
    -- Who holds a licence in the state of the place, as it stood on passing: {holder, number, state, to, override?}.
    licence jsonb,
    CHECK ((place IS NULL) = (place_id IS NULL))
  );
  CREATE INDEX gate_session ON gate (session_id);

  CREATE TABLE licence_override (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES session (id),
    state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
    by_id uuid NOT NULL REFERENCES person (id),
    reason text NOT NULL CHECK (reason <> ''),
    at timestamptz NOT NULL
  );
  CREATE INDEX licence_override_session ON licence_override (session_id);`;

const view = `
  -- Where each patient's seat stands at the gate: the one definition that tokens, arrivals and staff's list read.
  CREATE VIEW seat_gate AS
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
  WHERE x.capacity = 'patient';`;

const news = `
  CREATE TRIGGER gate_changed AFTER INSERT OR UPDATE ON gate FOR EACH ROW EXECUTE FUNCTION tell_room_changed();
  CREATE TRIGGER licence_overridden AFTER INSERT ON licence_override FOR EACH ROW EXECUTE FUNCTION tell_room_changed();

  -- A consent or a licence of a person reaches the rooms of that person's day.
  CREATE FUNCTION tell_rooms_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    whose uuid := CASE
      WHEN TG_TABLE_NAME = 'consent' THEN (to_jsonb(NEW) ->> 'subject_id')::uuid
      WHEN TG_OP = 'DELETE' THEN (to_jsonb(OLD) ->> 'person_id')::uuid
      ELSE (to_jsonb(NEW) ->> 'person_id')::uuid END;
  BEGIN
    PERFORM pg_notify('room_changed', s.id::text)
    FROM seat x JOIN session s ON s.id = x.session_id
    WHERE x.person_id = whose AND x.during && tstzrange(now() - interval '1 day', now() + interval '1 day')
      AND s.ended_at IS NULL AND s.cancelled_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER consent_changed AFTER INSERT OR UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION tell_rooms_of_person();
  CREATE TRIGGER licence_changed AFTER INSERT OR UPDATE OR DELETE ON licence FOR EACH ROW EXECUTE FUNCTION tell_rooms_of_person();

  -- Answers are of the hours before the session: where it moves away from them, they are asked again.
  CREATE FUNCTION ask_gates_again() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE gate SET place_id = NULL, place = NULL, overheard = NULL, number = NULL, driving = NULL, passed_at = NULL, licence = NULL
    WHERE session_id = NEW.id AND changed_at < NEW.starts_at - interval '12 hours';
    RETURN NULL;
  END $$;
  CREATE TRIGGER session_moved AFTER UPDATE OF starts_at ON session FOR EACH ROW
    WHEN (NEW.starts_at > OLD.starts_at AND NEW.started_at IS NULL) EXECUTE FUNCTION ask_gates_again();

  GRANT SELECT, INSERT, UPDATE ON patient_place, gate TO rejoin_app;
  GRANT SELECT, INSERT ON licence_override TO rejoin_app;
  GRANT SELECT ON seat_gate TO rejoin_app;`;

export class Gate1764000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [tables, view, news]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
