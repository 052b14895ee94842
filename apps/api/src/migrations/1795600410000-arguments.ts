import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Arguments for and against an initiative: comments with a stance. */
export class Arguments1795600410000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE comment ADD stance text,
        ADD CONSTRAINT comment_stance CHECK (stance IS NULL OR (stance IN ('for', 'against') AND char_length(body) <= 500));
      CREATE INDEX comment_argument ON comment (thread_id, stance, support, id)
        WHERE parent_id IS NULL AND stance IS NOT NULL;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
