import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Earlier cases are found by when they were decided. */
export class Decided1795600130000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE INDEX notice_decided ON notice (municipality_id, decided_at, id) WHERE decided_at IS NOT NULL;
      CREATE INDEX appeal_decided ON appeal (municipality_id, decided_at, id) WHERE decided_at IS NOT NULL;
      CREATE INDEX removal_order_closed ON removal_order (municipality_id, decided_at, id)
        WHERE decided_at IS NOT NULL;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
