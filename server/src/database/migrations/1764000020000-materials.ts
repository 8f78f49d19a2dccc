import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
  -- Files that staff send for a session. The log says whether one is shared; its title is a text of the room.
  CREATE TABLE material (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES session (id),
    kind text NOT NULL CHECK (kind IN ('pdf', 'png', 'jpeg')),
    bytes bytea CHECK (octet_length(bytes) BETWEEN 1 AND 10485760),
    sent_by uuid NOT NULL REFERENCES person (id),
    sent_at timestamptz NOT NULL,
    erased_at timestamptz,
    CHECK ((bytes IS NULL) = (erased_at IS NOT NULL))
  );
  -- Such files are packed already.
  ALTER TABLE material ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE INDEX material_session ON material (session_id);
  CREATE INDEX material_kept ON material (sent_at) WHERE bytes IS NOT NULL;
  GRANT SELECT, INSERT, UPDATE ON material TO rejoin_app;`;

export class Materials1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
