import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is undecided now, in the order it was handed over, what was at any time before, and what was answered last. */
export class Undecided1795700330000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE INDEX initiative_undecided ON initiative (municipality_id, handed_over_at, id)
        WHERE handed_over_at IS NOT NULL AND answered_at IS NULL;
      CREATE INDEX initiative_was_undecided ON initiative
        USING gist (tstzrange(handed_over_at, greatest(handed_over_at, answered_at)))
        WHERE handed_over_at IS NOT NULL AND answered_at IS NOT NULL;
      CREATE INDEX initiative_answered ON initiative (municipality_id, answered_at, id)
        WHERE status IN ('decided', 'planned', 'carried-out') AND hidden_at IS NULL;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
