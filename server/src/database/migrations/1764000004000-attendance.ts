import type { MigrationInterface, QueryRunner } from 'typeorm';

const sources = `('webhook', 'heartbeat', 'sweep', 'socket', 'server', 'correction')`;

export class Attendance1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Raw: one row per participant at the SFU, written in any order by webhook, heartbeat and sweep.
      CREATE TABLE connection (
        sid text PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        seat_id uuid NOT NULL REFERENCES seat (id),
        person_id uuid NOT NULL REFERENCES person (id),
        place text NOT NULL CHECK (place IN ('waiting', 'main')),
        from_at timestamptz,
        to_at timestamptz,
        last_seen timestamptz NOT NULL,
        from_source text CHECK (from_source IN ${sources}),
        to_source text CHECK (to_source IN ${sources}),
        precision_ms integer,
        CHECK (to_at >= from_at)
      );
      CREATE INDEX connection_person ON connection (person_id, from_at);
      CREATE INDEX connection_session ON connection (session_id, person_id) INCLUDE (from_at, to_at, last_seen);
      CREATE INDEX connection_open ON connection (last_seen) WHERE to_at IS NULL;

      CREATE TABLE medium (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        session_id uuid NOT NULL REFERENCES session (id),
        person_id uuid NOT NULL REFERENCES person (id),
        kind text NOT NULL CHECK (kind IN ('videoSent', 'audioSent', 'couldHear')),
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        last_seen timestamptz NOT NULL,
        source text NOT NULL CHECK (source IN ${sources}),
        CHECK (to_at >= from_at)
      );
      CREATE INDEX medium_session ON medium (session_id, person_id);

      -- Facts that "room" writes when they happen; without a person they hold for everyone in the session.
      CREATE TABLE activity (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        session_id uuid NOT NULL REFERENCES session (id),
        person_id uuid REFERENCES person (id),
        kind text NOT NULL CHECK (kind IN ('break', 'steppedOut', 'away')),
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        CHECK (to_at >= from_at)
      );
      CREATE INDEX activity_session ON activity (session_id);

      CREATE TABLE correction (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session (id),
        person_id uuid NOT NULL REFERENCES person (id),
        effect text NOT NULL CHECK (effect IN ('add', 'remove')),
        from_at timestamptz NOT NULL,
        to_at timestamptz NOT NULL,
        reason text NOT NULL CHECK (reason <> ''),
        author_id uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL DEFAULT now(),
        CHECK (to_at > from_at)
      );
      CREATE INDEX correction_session ON correction (session_id, person_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
