import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a feed is as it is. */
export class Feeds1795600200000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE feed_edition (
        municipality_id uuid NOT NULL,
        path text NOT NULL,
        tag text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT feed_edition_pkey PRIMARY KEY (municipality_id, path),
        CONSTRAINT feed_edition_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
      );
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
