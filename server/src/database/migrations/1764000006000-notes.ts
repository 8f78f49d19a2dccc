import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notes1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE note (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        patient_id uuid NOT NULL REFERENCES patient (person_id),
        episode_id uuid NOT NULL REFERENCES episode (id),
        author_id uuid NOT NULL REFERENCES person (id),
        service_date date NOT NULL,
        body text NOT NULL,
        version integer NOT NULL,
        status text NOT NULL CHECK (status IN ('draft', 'signed')),
        signed_at timestamptz,
        signer_name text NOT NULL DEFAULT '',
        signer_credentials text NOT NULL DEFAULT '',
        content_hash text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (session_id, patient_id),
        CHECK ((status = 'signed') = (signed_at IS NOT NULL)),
        CHECK (status = 'draft' OR (content_hash IS NOT NULL AND btrim(body) <> ''))
      );
      CREATE INDEX note_author_draft ON note (author_id) WHERE status = 'draft';

      CREATE FUNCTION refuse_signed_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'signed' THEN
          RAISE EXCEPTION 'A signed note cannot be changed' USING ERRCODE = 'RJ001';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER signed_note_stands BEFORE UPDATE OR DELETE ON note
        FOR EACH ROW EXECUTE FUNCTION refuse_signed_note_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
