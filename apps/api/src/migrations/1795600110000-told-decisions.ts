import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is held back says what the rule saw; what tells of a decision is taken back with it. */
export class ToldDecisions1795600110000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE comment ADD held_detail text NOT NULL DEFAULT '';
      ALTER TABLE initiative ADD held_detail text NOT NULL DEFAULT '';
      ALTER TABLE notification ADD mail_after timestamptz, ADD decision_id uuid;
      CREATE INDEX notification_decision ON notification (decision_id) WHERE decision_id IS NOT NULL;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
