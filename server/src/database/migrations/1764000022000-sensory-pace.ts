import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SensoryPace1764000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Each change draws the rooms of the person anew: how many there were in the minute that began at paced_from.
      ALTER TABLE sensory_profile
        ADD COLUMN paced_from timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN paced_changes smallint NOT NULL DEFAULT 1;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
