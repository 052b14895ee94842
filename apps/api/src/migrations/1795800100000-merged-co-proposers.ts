import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stood behind what is merged stands behind what it was merged into, and no longer when that is undone. */
export class MergedCoProposers1795800100000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE co_proposer ADD COLUMN merge_id uuid,
        ADD CONSTRAINT co_proposer_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES initiative_merge (id) ON DELETE CASCADE;
      UPDATE co_proposer SET merge_id = merge.id
        FROM initiative_merge AS merge JOIN initiative AS origin ON origin.id = merge.from_id
        WHERE merge.merged_at IS NOT NULL AND merge.ended_at IS NULL AND co_proposer.initiative_id = merge.into_id
          AND co_proposer.person_id = origin.proposer_id AND co_proposer.created_at >= merge.merged_at - interval '1 minute';
      INSERT INTO co_proposer (initiative_id, person_id, merge_id)
        SELECT merge.into_id, behind.person_id, merge.id
        FROM initiative_merge AS merge JOIN initiative AS target ON target.id = merge.into_id
          JOIN co_proposer AS behind ON behind.initiative_id = merge.from_id
        WHERE merge.merged_at IS NOT NULL AND merge.ended_at IS NULL
          AND behind.person_id IS DISTINCT FROM target.proposer_id
        ON CONFLICT DO NOTHING;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
