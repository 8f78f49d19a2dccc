import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Talk1764000019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- For how long each person was heard in a session, as their own page tells it: for staff, while the session runs.
      CREATE TABLE session_talk (
        session_id uuid NOT NULL REFERENCES session (id),
        seat_id uuid NOT NULL REFERENCES seat (id),
        seconds integer NOT NULL CHECK (seconds > 0),
        PRIMARY KEY (session_id, seat_id)
      );
      GRANT SELECT, INSERT, UPDATE ON session_talk TO rejoin_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
