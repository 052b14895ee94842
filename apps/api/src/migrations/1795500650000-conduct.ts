import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of conduct a municipality adds, and who has accepted them in which version. */
export class Conduct1795500650000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE municipality ADD conduct_text text NOT NULL DEFAULT '', ADD conduct_version integer NOT NULL DEFAULT 1;
      CREATE TABLE conduct_acceptance (
        person_id uuid NOT NULL,
        municipality_id uuid NOT NULL,
        version integer NOT NULL,
        accepted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT conduct_acceptance_pkey PRIMARY KEY (person_id, municipality_id, version),
        CONSTRAINT conduct_acceptance_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT conduct_acceptance_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
      );
      CREATE INDEX conduct_acceptance_municipality_id_idx ON conduct_acceptance (municipality_id);
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
