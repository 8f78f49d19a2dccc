import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SensoryProfile1764000018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How sound and screen are for one person, on every device. No row: as usual.
      CREATE TABLE sensory_profile (
        person_id uuid PRIMARY KEY REFERENCES person (id),
        ceiling_db smallint NOT NULL CHECK (ceiling_db BETWEEN -36 AND 0),
        soft_highs boolean NOT NULL,
        dim boolean NOT NULL,
        larger_text boolean NOT NULL,
        reduced_motion boolean NOT NULL,
        hides_self boolean NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      -- Staff see it beside the name, also while the session runs.
      CREATE TRIGGER sensory_changed AFTER INSERT OR UPDATE ON sensory_profile FOR EACH ROW EXECUTE FUNCTION tell_rooms_of_person();
      GRANT SELECT, INSERT, UPDATE ON sensory_profile TO rejoin_app;

      ALTER TABLE first_step DROP CONSTRAINT first_step_step_check;
      ALTER TABLE first_step ADD CHECK (step IN
        ('name', 'identity', 'number', 'contact', 'consents', 'devices', 'feel', 'vanish', 'look'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
