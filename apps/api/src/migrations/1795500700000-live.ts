import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What many readers and writers at once need: several processes that hear each other, and no scan for a comment. */
export class Live1795500700000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE socket_io_attachments (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        created_at timestamptz NOT NULL DEFAULT now(),
        payload bytea
      );

      -- Whether a text was said before is asked for every comment that is written.
      CREATE INDEX comment_same_text
        ON comment (md5(lower(regexp_replace(body, '[^[:alnum:]]+', '', 'g'))), created_at);
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
