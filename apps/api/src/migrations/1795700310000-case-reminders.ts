import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which deadlines those who deal with initiatives have been reminded of. */
export class CaseReminders1795700310000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE case_reminder (
        initiative_id uuid NOT NULL REFERENCES initiative ON DELETE CASCADE,
        what text NOT NULL CONSTRAINT case_reminder_what CHECK (what IN ('review', 'notice', 'decision')),
        deadline timestamptz NOT NULL,
        late boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (initiative_id, what, deadline, late)
      );
      CREATE INDEX initiative_in_review ON initiative (municipality_id, review_by) WHERE status = 'review';
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
