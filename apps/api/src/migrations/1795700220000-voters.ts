import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may vote is a rule of the vote; those from before were for residents, and say so. */
export class Voters1795700220000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE vote ADD COLUMN voter jsonb NOT NULL DEFAULT '{"groups":["resident"],"minAge":null,"evidence":"none"}';
      CREATE TRIGGER vote_voter_stays BEFORE UPDATE OF voter ON vote FOR EACH ROW
        WHEN (OLD.published_at IS NOT NULL AND OLD.voter IS DISTINCT FROM NEW.voter)
        EXECUTE FUNCTION vote_stays();
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
