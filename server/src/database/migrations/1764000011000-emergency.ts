import type { MigrationInterface, QueryRunner } from 'typeorm';

const emergency = `
  -- One clinician, one patient, one hour. The database sets the times; a row only ever ends and is reviewed, each once.
  CREATE TABLE emergency_access (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES person (id),
    patient_id uuid NOT NULL REFERENCES patient (person_id),
    reason text NOT NULL CHECK (reason ~ '\\S'),
    -- 42 CFR 2.51(c): who received it, with their affiliation, and who disclosed it. The reason is the nature of the emergency.
    part2 boolean NOT NULL,
    recipient text NOT NULL CHECK (recipient ~ '\\S'),
    discloser text NOT NULL CHECK (discloser ~ '\\S'),
    from_at timestamptz NOT NULL DEFAULT now(),
    to_at timestamptz NOT NULL DEFAULT now() + interval '60 minutes',
    ended_at timestamptz,
    reviewed_at timestamptz,
    reviewed_by uuid REFERENCES person (id),
    justified boolean,
    review_words text NOT NULL DEFAULT '',
    CHECK (person_id <> patient_id),
    CHECK (to_at = from_at + interval '60 minutes'),
    CHECK (ended_at BETWEEN from_at AND to_at),
    CHECK (num_nulls(reviewed_at, reviewed_by, justified) IN (0, 3)),
    CHECK (reviewed_by <> person_id),
    CHECK (reviewed_at >= COALESCE(ended_at, to_at)),
    CHECK (justified IS NULL AND review_words = '' OR justified OR review_words ~ '\\S')
  );
  CREATE INDEX emergency_access_person ON emergency_access (person_id, patient_id, to_at);
  CREATE INDEX emergency_access_review ON emergency_access (patient_id) WHERE reviewed_at IS NULL;

  CREATE FUNCTION keep_emergency_access() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    over boolean := OLD.ended_at IS NOT NULL OR OLD.to_at <= now();
  BEGIN
    IF to_jsonb(NEW) - ARRAY['ended_at', 'reviewed_at', 'reviewed_by', 'justified', 'review_words']
      <> to_jsonb(OLD) - ARRAY['ended_at', 'reviewed_at', 'reviewed_by', 'justified', 'review_words'] THEN
      RAISE EXCEPTION 'An emergency access stays as it was opened.';
    END IF;
    IF NEW.ended_at IS DISTINCT FROM OLD.ended_at AND (over OR NEW.ended_at IS DISTINCT FROM now()) THEN
      RAISE EXCEPTION 'An emergency access ends once, and now.';
    END IF;
    IF (NEW.reviewed_at, NEW.reviewed_by, NEW.justified, NEW.review_words)
      IS DISTINCT FROM (OLD.reviewed_at, OLD.reviewed_by, OLD.justified, OLD.review_words)
      AND (NOT over OR OLD.reviewed_at IS NOT NULL OR NEW.reviewed_at IS DISTINCT FROM now()) THEN
      RAISE EXCEPTION 'An emergency access is reviewed once, after its end.';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER emergency_access_kept BEFORE UPDATE ON emergency_access FOR EACH ROW EXECUTE FUNCTION keep_emergency_access();

  GRANT SELECT, INSERT (id, person_id, patient_id, reason, part2, recipient, discloser),
    UPDATE (ended_at, reviewed_at, reviewed_by, justified, review_words) ON emergency_access TO rejoin_app;`;

const rota = `
  -- Who can be called when. Planned in the program's wall-clock time and kept as instants; shifts may overlap, as second call.
  CREATE TABLE on_call (
    id uuid PRIMARY KEY,
    program_id uuid NOT NULL REFERENCES program (id),
    person_id uuid NOT NULL REFERENCES person (id),
    phone text NOT NULL CHECK (phone ~ '\\S'),
    from_at timestamptz NOT NULL,
    to_at timestamptz NOT NULL,
    removed_at timestamptz,
    CHECK (to_at > from_at)
  );
  CREATE INDEX on_call_program ON on_call (program_id, to_at) WHERE removed_at IS NULL;
  GRANT SELECT, INSERT, UPDATE (to_at, removed_at) ON on_call TO rejoin_app;`;

export class Emergency1764000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [emergency, rota]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
