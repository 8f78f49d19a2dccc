import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptDevices1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When somebody last used a sign-in, and how it was opened. Where there is no row, it was used when it began.
      CREATE TABLE sign_in_state (
        sign_in_id text PRIMARY KEY REFERENCES auth.session (id) ON DELETE CASCADE,
        active_at timestamptz NOT NULL DEFAULT now(),
        how text NOT NULL DEFAULT 'password' CHECK (how IN ('password', 'link', 'code', 'backupCode', 'pin'))
      );

      ALTER TABLE link_session ADD COLUMN active_at timestamptz NOT NULL DEFAULT now();
      DROP TRIGGER link_session_ended ON link_session;
      CREATE TRIGGER link_session_ended AFTER UPDATE OF revoked_at, expires_at ON link_session
        FOR EACH ROW EXECUTE FUNCTION tell_access_changed();

      CREATE TABLE kept_device (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        token_hash text NOT NULL UNIQUE,
        pin_hash text NOT NULL,
        agent text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        failed_tries integer NOT NULL DEFAULT 0 CHECK (failed_tries BETWEEN 0 AND 5)
      );
      CREATE INDEX kept_device_person ON kept_device (person_id) WHERE revoked_at IS NULL;

      CREATE TABLE invitation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id uuid NOT NULL REFERENCES person (id),
        sent_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX invitation_person ON invitation (person_id, sent_at);

      -- Tries at a password by account and by address; under the address '' stands what all addresses tried together.
      CREATE TABLE sign_in_try (
        account text NOT NULL,
        address text NOT NULL,
        failed integer NOT NULL DEFAULT 0,
        failed_at timestamptz NOT NULL DEFAULT now(),
        right_at timestamptz,
        PRIMARY KEY (account, address)
      );

      -- A code of a code app works once (RFC 6238, 5.2).
      CREATE TABLE used_code (
        user_id text NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        code_hash text NOT NULL,
        used_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, code_hash)
      );

      GRANT SELECT, INSERT, UPDATE ON sign_in_state, kept_device, invitation, sign_in_try, used_code TO rejoin_app;
      GRANT DELETE ON sign_in_try, used_code TO rejoin_app;

      -- Whoever changes a password, however, ends what was opened by the old one. The accounts part looks for tables in schema auth.
      CREATE FUNCTION end_kept_devices() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
      BEGIN
        UPDATE kept_device SET revoked_at = now()
        FROM person p WHERE p.id = kept_device.person_id AND p.user_id = NEW."userId" AND kept_device.revoked_at IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER password_changed AFTER UPDATE OF password ON auth.account FOR EACH ROW
        WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION end_kept_devices();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
