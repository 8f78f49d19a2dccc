import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session's note is one common part and a part for each patient; what is signed, co-signed or added is sealed. */
export class NoteParts1764000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(tables);
    await runner.query(guard);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const columns = `
  ALTER TABLE note
    ALTER COLUMN patient_id DROP NOT NULL,
    ALTER COLUMN episode_id DROP NOT NULL,
    ADD COLUMN kind text NOT NULL DEFAULT 'patient' CHECK (kind IN ('group', 'patient')),
    ADD COLUMN service text REFERENCES session_kind (code),
    ADD COLUMN format text NOT NULL DEFAULT 'note' CHECK (format IN ('note')),
    ADD COLUMN clinician_place text NOT NULL DEFAULT '',
    ADD COLUMN opened_version integer,
    ADD COLUMN signer_licences jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN facts jsonb,
    ADD COLUMN group_hash text,
    ADD COLUMN late_entry_on date,
    -- What the hash covers: 1 text, author and signer; 2 facts, place, licences and the common part as well.
    ADD COLUMN seal integer NOT NULL DEFAULT 1 CHECK (seal IN (1, 2)),
    ADD COLUMN cosigner_id uuid REFERENCES person (id),
    ADD COLUMN cosigned_at timestamptz,
    ADD COLUMN cosigner_name text NOT NULL DEFAULT '',
    ADD COLUMN cosigner_credentials text NOT NULL DEFAULT '',
    ADD COLUMN cosigner_licences jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN cosign_hash text,
    DROP CONSTRAINT note_status_check,
    DROP CONSTRAINT note_check,
    DROP CONSTRAINT note_check1,
    ADD CONSTRAINT note_status_check CHECK (status IN ('draft', 'awaitingCosignature', 'signed')),
    ADD CONSTRAINT note_kind_check1 CHECK ((kind = 'group') = (patient_id IS NULL) AND (kind = 'group') = (episode_id IS NULL)),
    ADD CONSTRAINT note_signed_check CHECK ((status = 'draft') = (signed_at IS NULL) AND (status = 'draft') = (content_hash IS NULL)),
    ADD CONSTRAINT note_sealed_check CHECK (seal = 1 OR status = 'draft' OR facts IS NOT NULL),
    ADD CONSTRAINT note_text_check CHECK (status = 'draft' OR btrim(body) <> ''),
    ADD CONSTRAINT note_cosigned_check CHECK ((cosigned_at IS NULL) = (cosigner_id IS NULL) AND (cosigned_at IS NULL) = (cosign_hash IS NULL)
      AND (cosigned_at IS NULL OR status = 'signed' AND cosigner_id <> author_id));
  CREATE UNIQUE INDEX note_one_group ON note (session_id) WHERE kind = 'group';
  CREATE INDEX note_awaiting ON note (author_id) WHERE status = 'awaitingCosignature';`;

const tables = `
  CREATE TABLE note_addendum (
    id uuid PRIMARY KEY,
    note_id uuid NOT NULL REFERENCES note (id),
    author_id uuid NOT NULL REFERENCES person (id),
    at timestamptz NOT NULL,
    body text NOT NULL CHECK (btrim(body) <> ''),
    author_name text NOT NULL,
    author_credentials text NOT NULL,
    author_licences jsonb NOT NULL,
    content_hash text NOT NULL
  );
  CREATE INDEX note_addendum_note ON note_addendum (note_id, at);

  -- A supervisor gave a part back: what had been signed until then is named by its hash.
  CREATE TABLE note_return (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    note_id uuid NOT NULL REFERENCES note (id),
    by_id uuid NOT NULL REFERENCES person (id),
    at timestamptz NOT NULL,
    word text NOT NULL CHECK (word <> ''),
    version integer NOT NULL,
    signed_at timestamptz NOT NULL,
    content_hash text NOT NULL
  );
  CREATE INDEX note_return_note ON note_return (note_id, at);

  -- Who has shown again who they are may sign until then, in this one sign-in.
  CREATE TABLE signing_window (
    sign_in_id text PRIMARY KEY REFERENCES auth.session (id) ON DELETE CASCADE,
    until_at timestamptz NOT NULL
  );

  GRANT SELECT, INSERT ON note_addendum, note_return TO rejoin_app;
  GRANT SELECT, INSERT, UPDATE ON signing_window TO rejoin_app;`;

const guard = `
  -- A part begins as a draft. What is signed stands. What waits for a co-signature gets exactly that, or is given back to its
  -- author with its text as it was, by a supervisor whose word is kept.
  CREATE OR REPLACE FUNCTION refuse_signed_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    cosigning text[] := ARRAY['status', 'cosigner_id', 'cosigned_at', 'cosigner_name', 'cosigner_credentials', 'cosigner_licences',
      'cosign_hash', 'updated_at'];
    returning_it text[] := ARRAY['status', 'signed_at', 'signer_name', 'signer_credentials', 'signer_licences', 'facts', 'group_hash',
      'late_entry_on', 'content_hash', 'opened_version', 'seal', 'updated_at'];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.status <> 'draft' THEN
        RAISE EXCEPTION 'A note begins as a draft' USING ERRCODE = 'RJ001';
      END IF;
      RETURN NEW;
    END IF;
    IF OLD.status = 'signed' THEN
      RAISE EXCEPTION 'A signed note cannot be changed' USING ERRCODE = 'RJ001';
    END IF;
    IF OLD.status = 'awaitingCosignature' AND (TG_OP = 'DELETE' OR NOT (
      NEW.status = 'signed' AND NEW.cosigned_at IS NOT NULL AND to_jsonb(NEW) - cosigning = to_jsonb(OLD) - cosigning
      OR NEW.status = 'draft' AND to_jsonb(NEW) - returning_it = to_jsonb(OLD) - returning_it
        AND EXISTS (SELECT FROM note_return r WHERE r.note_id = OLD.id AND r.content_hash = OLD.content_hash))) THEN
      RAISE EXCEPTION 'A note that waits for a co-signature cannot be changed' USING ERRCODE = 'RJ002';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  DROP TRIGGER signed_note_stands ON note;
  CREATE TRIGGER signed_note_stands BEFORE INSERT OR UPDATE OR DELETE ON note
    FOR EACH ROW EXECUTE FUNCTION refuse_signed_note_change();`;
