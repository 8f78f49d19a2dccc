import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY,
        given_name text NOT NULL CHECK (given_name <> ''),
        family_name text NOT NULL CHECK (family_name <> ''),
        display_name text NOT NULL CHECK (display_name <> ''),
        pronouns text NOT NULL DEFAULT '',
        email citext UNIQUE,
        phone text NOT NULL DEFAULT '',
        zone text NOT NULL,
        user_id text UNIQUE REFERENCES auth."user" (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE role_assignment (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        role text NOT NULL CHECK (role IN ('patient', 'therapist', 'supervisor', 'coordinator', 'prescriber', 'peerMentor',
          'vocationalSpecialist', 'familyContact', 'biller', 'administrator')),
        program_id uuid,
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        CHECK (to_at IS NULL OR to_at >= from_at)
      );
      CREATE INDEX role_assignment_person ON role_assignment (person_id);

      CREATE TABLE link_session (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        token_hash text NOT NULL UNIQUE,
        person_id uuid NOT NULL REFERENCES person (id),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE staff_profile (
        person_id uuid PRIMARY KEY REFERENCES person (id),
        credentials text NOT NULL DEFAULT '',
        npi text CHECK (npi ~ '^[0-9]{10}$'),
        pre_licensed boolean NOT NULL DEFAULT false
      );

      CREATE TABLE licence (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES staff_profile (person_id),
        type text NOT NULL,
        number text NOT NULL,
        state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
        from_on date NOT NULL,
        to_on date NOT NULL,
        CHECK (to_on >= from_on)
      );
      CREATE INDEX licence_person ON licence (person_id);

      CREATE TABLE supervision (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES staff_profile (person_id),
        supervisor_id uuid NOT NULL REFERENCES person (id),
        from_on date NOT NULL,
        to_on date,
        CHECK (supervisor_id <> person_id),
        CHECK (to_on IS NULL OR to_on >= from_on)
      );
      CREATE INDEX supervision_person ON supervision (person_id);

      CREATE TABLE patient (
        person_id uuid PRIMARY KEY REFERENCES person (id),
        date_of_birth date NOT NULL,
        record_number text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE episode (
        id uuid PRIMARY KEY,
        patient_id uuid NOT NULL REFERENCES patient (person_id),
        program_id uuid NOT NULL,
        cohort_id uuid,
        part2 boolean NOT NULL DEFAULT false,
        opened_on date NOT NULL,
        closed_on date,
        closed_reason text NOT NULL DEFAULT '',
        CHECK (closed_on IS NULL OR closed_on >= opened_on)
      );
      CREATE UNIQUE INDEX episode_one_open ON episode (patient_id, program_id) WHERE closed_on IS NULL;

      CREATE TABLE level_of_care_step (
        id uuid PRIMARY KEY,
        episode_id uuid NOT NULL REFERENCES episode (id),
        level text NOT NULL CHECK (level IN ('outpatient', 'iop', 'php', 'residential')),
        from_on date NOT NULL,
        UNIQUE (episode_id, from_on)
      );

      CREATE TABLE care_team_member (
        id uuid PRIMARY KEY,
        episode_id uuid NOT NULL REFERENCES episode (id),
        person_id uuid NOT NULL REFERENCES person (id),
        capacity text NOT NULL CHECK (capacity IN ('primaryTherapist', 'therapist', 'prescriber', 'peerMentor',
          'vocationalSpecialist', 'supervisor')),
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        CHECK (to_at IS NULL OR to_at >= from_at)
      );
      CREATE INDEX care_team_member_episode ON care_team_member (episode_id);
      CREATE INDEX care_team_member_person ON care_team_member (person_id);

      -- Whoever loses a sign-in or a role is dropped from sockets and rooms at once, on every instance.
      CREATE FUNCTION tell_access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_TABLE_SCHEMA = 'auth' THEN
          PERFORM pg_notify('access_changed', json_build_object('authSessionId', OLD.id)::text);
        ELSIF TG_TABLE_NAME = 'link_session' THEN
          PERFORM pg_notify('access_changed', json_build_object('linkSessionId', NEW.id)::text);
        ELSE
          PERFORM pg_notify('access_changed', json_build_object('personId', NEW.person_id)::text);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER sign_in_ended AFTER DELETE ON auth.session FOR EACH ROW EXECUTE FUNCTION tell_access_changed();
      CREATE TRIGGER link_session_ended AFTER UPDATE ON link_session FOR EACH ROW EXECUTE FUNCTION tell_access_changed();
      CREATE TRIGGER role_changed AFTER UPDATE ON role_assignment FOR EACH ROW EXECUTE FUNCTION tell_access_changed();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
