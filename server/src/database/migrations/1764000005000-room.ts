import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Room1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE room_event (
        session_id uuid NOT NULL REFERENCES session (id),
        seq integer NOT NULL CHECK (seq > 0),
        at timestamptz NOT NULL,
        actor_id uuid REFERENCES person (id),
        command_id uuid,
        type text NOT NULL,
        v integer NOT NULL,
        payload jsonb NOT NULL,
        PRIMARY KEY (session_id, seq)
      );

      -- What a command was answered, so that a retry gets the same answer.
      CREATE TABLE room_command (
        session_id uuid NOT NULL REFERENCES session (id),
        id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person (id),
        refusal text,
        at timestamptz NOT NULL,
        PRIMARY KEY (session_id, id)
      );

      CREATE TABLE room_text (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        body text,
        written_at timestamptz NOT NULL,
        erased_at timestamptz,
        CHECK ((body IS NULL) = (erased_at IS NOT NULL))
      );
      CREATE INDEX room_text_session ON room_text (session_id);

      CREATE TABLE media_room (
        name text PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        opened_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      CREATE INDEX media_room_session ON media_room (session_id);

      -- What the agenda really was.
      CREATE TABLE actual_block (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        session_id uuid NOT NULL REFERENCES session (id),
        block_id uuid NOT NULL,
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        CHECK (to_at >= from_at)
      );
      CREATE INDEX actual_block_session ON actual_block (session_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
