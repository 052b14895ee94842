import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a year's report counts is found by its year. */
export class Transparency1795500860000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE INDEX report_municipality_id_created_at_idx ON report (municipality_id, created_at);
      CREATE INDEX appeal_municipality_id_created_at_id_idx ON appeal (municipality_id, created_at, id);
      CREATE INDEX restriction_municipality_id_decided_at_idx ON restriction (municipality_id, decided_at);
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
