import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The parts of a municipality, what is proposed for them, and who follows them. */
export class Districts1795600400000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE district (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        name text NOT NULL,
        number text,
        outline jsonb,
        position integer NOT NULL DEFAULT 0,
        retired_at timestamptz,
        CONSTRAINT district_pkey PRIMARY KEY (id),
        CONSTRAINT district_municipality_id_name_key UNIQUE (municipality_id, name),
        CONSTRAINT district_outline CHECK (outline IS NULL OR outline ->> 'type' = 'MultiPolygon')
      );
      ALTER TABLE district ADD CONSTRAINT district_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;

      ALTER TABLE initiative ADD district_id uuid, ADD latitude double precision, ADD longitude double precision,
        ADD CONSTRAINT initiative_place CHECK (num_nulls(latitude, longitude) IN (0, 2) AND (latitude IS NULL OR district_id IS NOT NULL));
      CREATE INDEX initiative_district_id_published_at_id_idx ON initiative (district_id, published_at, id);
      ALTER TABLE initiative ADD CONSTRAINT initiative_district_id_fkey FOREIGN KEY (district_id) REFERENCES district(id) ON DELETE RESTRICT ON UPDATE NO ACTION;

      ALTER TABLE follow DROP CONSTRAINT follow_kind,
        ADD CONSTRAINT follow_kind CHECK (kind IN ('thread', 'policy', 'goal', 'initiative', 'process', 'district'));
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
