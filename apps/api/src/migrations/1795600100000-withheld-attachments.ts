import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A comment's picture or document can be in quarantine, with its text or by itself. */
export class WithheldAttachments1795600100000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query('ALTER TABLE comment_attachment ADD withheld_at timestamptz');
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
