import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A municipality's votes are listed in parts, each the newest first. */
export class VotesInOrder1795800160000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query('CREATE INDEX vote_municipality_id_id_idx ON vote (municipality_id, id)');
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
