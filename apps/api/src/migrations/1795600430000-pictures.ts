import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures of initiatives. */
export class Pictures1795600430000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE initiative_picture (
        id uuid NOT NULL DEFAULT unguessable_id(),
        initiative_id uuid NOT NULL,
        position integer NOT NULL,
        alt text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        byte_size integer NOT NULL DEFAULT 0,
        content bytea NOT NULL,
        preview bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT initiative_picture_pkey PRIMARY KEY (id),
        CONSTRAINT initiative_picture_initiative_id_position_key UNIQUE (initiative_id, position),
        CONSTRAINT initiative_picture_position CHECK (position BETWEEN 1 AND 3),
        CONSTRAINT initiative_picture_alt CHECK (char_length(alt) BETWEEN 1 AND 300)
      );
      ALTER TABLE initiative_picture ADD CONSTRAINT initiative_picture_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      -- Pictures are packed already.
      ALTER TABLE initiative_picture ALTER COLUMN content SET STORAGE EXTERNAL, ALTER COLUMN preview SET STORAGE EXTERNAL;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
