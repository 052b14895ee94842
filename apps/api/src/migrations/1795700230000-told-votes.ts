import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Votes can be followed, and what happens to one is told once. */
export class ToldVotes1795700230000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE activity ADD COLUMN vote_id uuid,
        ADD CONSTRAINT activity_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES vote (id) ON DELETE CASCADE,
        DROP CONSTRAINT activity_source,
        ADD CONSTRAINT activity_source CHECK (num_nonnulls(comment_id, initiative_id, process_id, plan_id, vote_id) = 1);
      CREATE INDEX activity_vote_id_idx ON activity (vote_id);
      CREATE UNIQUE INDEX activity_vote_once ON activity (vote_id, kind) WHERE vote_id IS NOT NULL;
      ALTER TABLE follow DROP CONSTRAINT follow_kind,
        ADD CONSTRAINT follow_kind CHECK (kind IN ('thread', 'policy', 'goal', 'initiative', 'process', 'district', 'vote'));
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
