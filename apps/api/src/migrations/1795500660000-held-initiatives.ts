import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An initiative, like a comment, can wait for a moderator before everyone reads it. */
export class HeldInitiatives1795500660000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE initiative ADD held_at timestamptz, ADD held_reason text,
        ADD CONSTRAINT initiative_held CHECK ((held_at IS NULL) = (held_reason IS NULL) AND (held_at IS NULL OR status = 'draft'));
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
