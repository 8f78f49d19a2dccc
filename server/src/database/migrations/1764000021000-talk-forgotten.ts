import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TalkForgotten1764000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who was heard for how long helps staff while the session runs, and is kept no longer.
      GRANT DELETE ON session_talk TO rejoin_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
