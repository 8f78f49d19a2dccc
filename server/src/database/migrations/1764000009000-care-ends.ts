import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CareEnds1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose episode of care has ended has no seat in a session that has not begun: the database sees to it, whoever ends it.
      CREATE FUNCTION end_seats_with_care() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE seat SET ended_at = now(), ended_reason = 'The episode of care has ended.', holds_time = false
        FROM session s
        WHERE s.id = seat.session_id AND seat.episode_id = NEW.id AND seat.ended_at IS NULL
          AND s.started_at IS NULL AND s.cancelled_at IS NULL
          AND (s.starts_local)::date > NEW.closed_on;
        RETURN NULL;
      END $$;
      CREATE TRIGGER care_ended AFTER UPDATE OF closed_on ON episode FOR EACH ROW
        WHEN (NEW.closed_on IS NOT NULL AND OLD.closed_on IS DISTINCT FROM NEW.closed_on) EXECUTE FUNCTION end_seats_with_care();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
