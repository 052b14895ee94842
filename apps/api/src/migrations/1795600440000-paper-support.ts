import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Support on paper, keyed in by staff. */
export class PaperSupport1795600440000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE paper_support (
        id uuid NOT NULL DEFAULT new_id(),
        initiative_id uuid NOT NULL,
        sheet text NOT NULL,
        line integer NOT NULL,
        name text NOT NULL,
        identity text NOT NULL,
        keyed_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        withdrawn_by_id uuid,
        withdrawn_reason text,
        CONSTRAINT paper_support_pkey PRIMARY KEY (id),
        CONSTRAINT paper_support_line CHECK (line BETWEEN 1 AND 100),
        CONSTRAINT paper_support_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
      );
      -- One person, one vote, and one person a line; what was taken back does not count.
      CREATE UNIQUE INDEX paper_support_once ON paper_support (initiative_id, identity) WHERE withdrawn_at IS NULL;
      CREATE UNIQUE INDEX paper_support_of_line ON paper_support (initiative_id, sheet, line) WHERE withdrawn_at IS NULL;
      CREATE INDEX paper_support_initiative_id_id_idx ON paper_support (initiative_id, id);
      ALTER TABLE paper_support ADD CONSTRAINT paper_support_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE paper_support ADD CONSTRAINT paper_support_keyed_by_id_fkey FOREIGN KEY (keyed_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE paper_support ADD CONSTRAINT paper_support_withdrawn_by_id_fkey FOREIGN KEY (withdrawn_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;

      ALTER TABLE initiative ADD paper_count integer NOT NULL DEFAULT 0;

      CREATE FUNCTION count_paper_support() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        change integer := (TG_OP <> 'DELETE' AND NEW.withdrawn_at IS NULL)::int
          - (TG_OP <> 'INSERT' AND OLD.withdrawn_at IS NULL)::int;
      BEGIN
        UPDATE initiative SET support_count = support_count + change, paper_count = paper_count + change
          WHERE change <> 0 AND id = CASE TG_OP WHEN 'DELETE' THEN OLD.initiative_id ELSE NEW.initiative_id END;
        RETURN NULL;
      END $$;
      CREATE TRIGGER count_paper_support AFTER INSERT OR DELETE OR UPDATE OF withdrawn_at ON paper_support
        FOR EACH ROW EXECUTE FUNCTION count_paper_support();

      CREATE FUNCTION paper_must_be_collected() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM initiative WHERE id = NEW.initiative_id
          AND status IN ('collecting', 'reached', 'handed-over', 'considered')
          AND deadline > clock_timestamp() AND hidden_at IS NULL FOR UPDATE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the initiative does not collect support'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'initiative_must_collect';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER paper_support_while_collecting BEFORE INSERT ON paper_support
        FOR EACH ROW EXECUTE FUNCTION paper_must_be_collected();
    `);
    await runner.query("INSERT INTO signing_key (name, secret) VALUES ('paper-support', $1)", [
      randomBytes(32).toString('base64url'),
    ]);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
