import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid REFERENCES person (id),
        action text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
        row_kind text NOT NULL DEFAULT 'none',
        row_id uuid,
        patient_id uuid,
        session_id uuid,
        details jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX audit_event_patient ON audit_event (patient_id, at) WHERE patient_id IS NOT NULL;
      CREATE INDEX audit_event_actor ON audit_event (actor_id, at);

      -- The application's role owns nothing: what is a record it can add to and read, never change.
      GRANT USAGE ON SCHEMA public, auth TO rejoin_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO rejoin_app;
      GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO rejoin_app;
      GRANT DELETE ON session_block, licence, supervision TO rejoin_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO rejoin_app;
      REVOKE UPDATE ON room_event, room_command, audit_event, correction, session_kind, payer_rule FROM rejoin_app;
      REVOKE INSERT ON session_kind FROM rejoin_app;
      REVOKE ALL ON migrations FROM rejoin_app;
      GRANT SELECT ON migrations TO rejoin_app;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
