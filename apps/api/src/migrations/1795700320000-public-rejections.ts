import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rejections everyone can read, from now on: whoever was turned down before was promised nothing of the kind. */
export class PublicRejections1795700320000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE public_rejection (
        initiative_id uuid PRIMARY KEY REFERENCES initiative ON DELETE CASCADE,
        municipality_id uuid NOT NULL REFERENCES municipality ON DELETE CASCADE,
        with_text boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX public_rejection_municipality_id_created_at_initiative_id_idx
        ON public_rejection (municipality_id, created_at, initiative_id);
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
