import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Initiatives that are merged, and the way back. */
export class Merges1795600450000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE initiative_merge (
        id uuid NOT NULL DEFAULT new_id(),
        from_id uuid NOT NULL,
        into_id uuid NOT NULL,
        reason text NOT NULL,
        proposed_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        from_agreed_at timestamptz,
        into_agreed_at timestamptz,
        merged_at timestamptz,
        ended_at timestamptz,
        ended_by_id uuid,
        CONSTRAINT initiative_merge_pkey PRIMARY KEY (id),
        CONSTRAINT initiative_merge_two CHECK (from_id <> into_id)
      );
      CREATE UNIQUE INDEX initiative_merge_once ON initiative_merge (from_id) WHERE ended_at IS NULL;
      CREATE INDEX initiative_merge_into_id_idx ON initiative_merge (into_id);
      ALTER TABLE initiative_merge ADD CONSTRAINT initiative_merge_from_id_fkey FOREIGN KEY (from_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE initiative_merge ADD CONSTRAINT initiative_merge_into_id_fkey FOREIGN KEY (into_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE initiative_merge ADD CONSTRAINT initiative_merge_proposed_by_id_fkey FOREIGN KEY (proposed_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE initiative_merge ADD CONSTRAINT initiative_merge_ended_by_id_fkey FOREIGN KEY (ended_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;

      CREATE TABLE merged_support (
        merge_id uuid NOT NULL,
        person_id uuid NOT NULL,
        CONSTRAINT merged_support_pkey PRIMARY KEY (merge_id, person_id)
      );
      CREATE INDEX merged_support_person_id_idx ON merged_support (person_id);
      ALTER TABLE merged_support ADD CONSTRAINT merged_support_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES initiative_merge(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE merged_support ADD CONSTRAINT merged_support_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE ON UPDATE NO ACTION;

      ALTER TABLE initiative ADD merged_into_id uuid;
      CREATE INDEX initiative_merged_into_id_idx ON initiative (merged_into_id);
      ALTER TABLE initiative ADD CONSTRAINT initiative_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES initiative(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE paper_support ADD merge_id uuid;
      CREATE INDEX paper_support_merge_id_idx ON paper_support (merge_id);
      ALTER TABLE paper_support ADD CONSTRAINT paper_support_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES initiative_merge(id) ON DELETE SET NULL ON UPDATE NO ACTION;

      -- What was merged collects no more: support goes to what it was merged into.
      CREATE FUNCTION merged_collects_no_more() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM initiative WHERE id = NEW.initiative_id AND merged_into_id IS NOT NULL) THEN
          RAISE EXCEPTION 'the initiative does not collect support'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'initiative_must_collect';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER zz_merged_collects_no_more BEFORE INSERT ON support
        FOR EACH ROW EXECUTE FUNCTION merged_collects_no_more();
      CREATE TRIGGER zz_merged_collects_no_more BEFORE INSERT ON paper_support
        FOR EACH ROW EXECUTE FUNCTION merged_collects_no_more();
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
