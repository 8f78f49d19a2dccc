import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Programs1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE program (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE CHECK (name <> ''),
        zone text NOT NULL,
        settings jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE cohort (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL REFERENCES program (id),
        name text NOT NULL CHECK (name <> ''),
        archived boolean NOT NULL DEFAULT false,
        UNIQUE (program_id, name),
        UNIQUE (program_id, id)
      );

      -- Which minutes count for whom: the first row holds for everybody without a rule of their payer.
      CREATE TABLE payer_rule (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        program_id uuid REFERENCES program (id),
        name text NOT NULL,
        count_breaks boolean NOT NULL DEFAULT false,
        staff_required boolean NOT NULL DEFAULT true,
        minutes_per_day integer NOT NULL DEFAULT 180,
        hours_per_week integer NOT NULL DEFAULT 9
      );
      INSERT INTO payer_rule (name) VALUES ('Default');

      ALTER TABLE role_assignment ADD FOREIGN KEY (program_id) REFERENCES program (id);
      ALTER TABLE episode ADD FOREIGN KEY (program_id) REFERENCES program (id);
      ALTER TABLE episode ADD FOREIGN KEY (program_id, cohort_id) REFERENCES cohort (program_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
