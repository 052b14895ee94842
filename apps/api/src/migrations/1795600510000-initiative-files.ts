import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The case of an initiative as a document for the council. */
export class InitiativeFiles1795600510000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE initiative_file (
        id uuid DEFAULT new_id() PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality ON DELETE CASCADE,
        initiative_id uuid NOT NULL REFERENCES initiative ON DELETE CASCADE,
        requested_by_id uuid REFERENCES person ON DELETE SET NULL,
        format text NOT NULL CONSTRAINT initiative_file_format CHECK (format IN ('docx', 'pdf')),
        status text NOT NULL DEFAULT 'waiting'
          CONSTRAINT initiative_file_status CHECK (status IN ('waiting', 'running', 'done', 'failed')),
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        file_name text NOT NULL DEFAULT '',
        content bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CONSTRAINT initiative_file_content CHECK ((status = 'done') = (content IS NOT NULL))
      );
      CREATE INDEX initiative_file_municipality_id_idx ON initiative_file (municipality_id);
      CREATE INDEX initiative_file_initiative_id_id_idx ON initiative_file (initiative_id, id);
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
