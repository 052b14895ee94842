import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything public is found by its words, in any inflection, and by a part of a word. */
export class Search1795500400000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE INDEX comment_trigrams ON comment USING gin (lower(body) gin_trgm_ops);
      CREATE INDEX initiative_trigrams ON initiative USING gin (lower(title || ' ' || text) gin_trgm_ops);
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
