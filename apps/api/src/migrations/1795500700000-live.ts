import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where several processes leave each other what is too long to be told at once. */
export class Live1795500700000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE socket_io_attachments (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        created_at timestamptz NOT NULL DEFAULT now(),
        payload bytea
      );
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
