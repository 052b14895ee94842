import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supporters who agreed to be named are; and who supported is forgotten when the rule says so. */
export class Retention1795600010000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE support ADD named boolean NOT NULL DEFAULT false;
      ALTER TABLE initiative ADD supporters_forgotten_at timestamptz;
      CREATE INDEX support_named ON support (initiative_id, created_at, person_id) WHERE named;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
