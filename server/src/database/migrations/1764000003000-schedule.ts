import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Schedule1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_kind (
        code text PRIMARY KEY,
        label text NOT NULL,
        counts_by_default boolean NOT NULL
      );
      INSERT INTO session_kind VALUES
        ('group', 'Group therapy', true), ('individual', 'Individual session', true), ('family', 'Family session', true),
        ('skills', 'Skills training', true), ('psychiatric', 'Psychiatric visit', true), ('peer', 'Peer support', false),
        ('vocational', 'Work and school', false), ('social', 'Social time', false);

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL REFERENCES program (id),
        cohort_id uuid,
        series_id uuid,
        original_start timestamptz,
        kind text NOT NULL REFERENCES session_kind (code),
        mode text NOT NULL CHECK (mode IN ('virtual', 'inPerson', 'mixed')),
        title text NOT NULL CHECK (title <> ''),
        starts_local timestamp NOT NULL,
        zone text NOT NULL,
        starts_at timestamptz NOT NULL,
        planned_minutes integer NOT NULL CHECK (planned_minutes > 0),
        started_at timestamptz,
        ended_at timestamptz,
        ending text CHECK (ending IN ('lead', 'everyoneLeft')),
        end_confirmed boolean NOT NULL DEFAULT false,
        cancelled_at timestamptz,
        cancelled_by uuid REFERENCES person (id),
        cancelled_whose text CHECK (cancelled_whose IN ('ours', 'patient')),
        cancelled_reason text NOT NULL DEFAULT '',
        created_by uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        FOREIGN KEY (program_id, cohort_id) REFERENCES cohort (program_id, id),
        CHECK (ended_at IS NULL OR ended_at >= started_at),
        CHECK ((cancelled_at IS NULL) = (cancelled_whose IS NULL)),
        CHECK (cancelled_at IS NULL OR started_at IS NULL)
      );
      CREATE INDEX session_program_start ON session (program_id, starts_at);
      CREATE INDEX session_running ON session (started_at) WHERE started_at IS NOT NULL AND ended_at IS NULL;

      CREATE TABLE session_block (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        position integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('checkIn', 'process', 'break', 'skills', 'rolePlay', 'education', 'social', 'visit', 'closing')),
        topic text NOT NULL DEFAULT '',
        minutes integer NOT NULL CHECK (minutes > 0),
        treatment boolean NOT NULL,
        lead_id uuid REFERENCES person (id),
        UNIQUE (session_id, position) DEFERRABLE INITIALLY DEFERRED
      );

      -- One row per person and session; "during" is the planned time, an overrun never moves it.
      CREATE TABLE seat (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        person_id uuid NOT NULL REFERENCES person (id),
        episode_id uuid REFERENCES episode (id),
        capacity text NOT NULL CHECK (capacity IN ('lead', 'coLead', 'patient', 'observer', 'coFacilitator', 'family', 'guest')),
        during tstzrange NOT NULL CHECK (NOT isempty(during)),
        holds_time boolean NOT NULL DEFAULT true,
        ended_at timestamptz,
        ended_by uuid REFERENCES person (id),
        ended_reason text NOT NULL DEFAULT '',
        UNIQUE (session_id, person_id),
        CHECK (capacity <> 'patient' OR episode_id IS NOT NULL),
        CONSTRAINT seat_no_double_booking EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (holds_time)
      );
      CREATE INDEX seat_person ON seat (person_id, during);

      -- An open room follows its plan: every instance reads plan and roster again.
      CREATE FUNCTION tell_room_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_TABLE_NAME = 'session' THEN
          PERFORM pg_notify('room_changed', NEW.id::text);
        ELSIF TG_OP = 'DELETE' THEN
          PERFORM pg_notify('room_changed', OLD.session_id::text);
        ELSE
          PERFORM pg_notify('room_changed', NEW.session_id::text);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER session_changed AFTER UPDATE ON session FOR EACH ROW EXECUTE FUNCTION tell_room_changed();
      CREATE TRIGGER block_changed AFTER INSERT OR UPDATE OR DELETE ON session_block
        FOR EACH ROW EXECUTE FUNCTION tell_room_changed();
      CREATE TRIGGER seat_changed AFTER INSERT OR UPDATE ON seat FOR EACH ROW EXECUTE FUNCTION tell_room_changed();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
