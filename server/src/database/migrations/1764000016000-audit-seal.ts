import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditSeal1764000016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One seal for each row, in the order of ids: a hash over the row and the seal before it, keyed outside of the database.
      CREATE TABLE audit_seal (
        id bigint PRIMARY KEY REFERENCES audit_event (id),
        position bigint NOT NULL UNIQUE CHECK (position > 0),
        form smallint NOT NULL CHECK (form > 0),
        hash bytea NOT NULL CHECK (octet_length(hash) = 32),
        sealed_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT (id, position, form, hash) ON audit_seal TO rejoin_app;

      -- Made by whoever writes, so that a batch that is sent again after a lost connection adds nothing.
      ALTER TABLE audit_event ADD COLUMN entry_id uuid;
      CREATE UNIQUE INDEX audit_event_entry ON audit_event (entry_id, patient_id) NULLS NOT DISTINCT WHERE entry_id IS NOT NULL;

      -- The application chooses neither the number nor the time of a row: nothing can be put between older ones.
      REVOKE INSERT ON audit_event FROM rejoin_app;
      GRANT INSERT (entry_id, actor_id, action, outcome, row_kind, row_id, patient_id, session_id, details) ON audit_event TO rejoin_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
