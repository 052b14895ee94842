import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a scheme asks for it people are for, against or blank: one row a person all the same, and for alone is support. */
export class Stances1795700200000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE support ADD COLUMN stance text NOT NULL DEFAULT 'for',
        ADD CONSTRAINT support_stance CHECK (stance IN ('for', 'against', 'blank')),
        ADD CONSTRAINT support_named_for CHECK (NOT named OR stance = 'for');
      ALTER TABLE initiative ADD COLUMN against_count integer NOT NULL DEFAULT 0,
        ADD COLUMN blank_count integer NOT NULL DEFAULT 0;

      -- What was published under such a rule before there was more than support took support alone, and goes on so.
      UPDATE initiative_rule SET scheme = jsonb_set(scheme, '{ballot}', '"support"')
        WHERE scheme ->> 'ballot' = 'for-against-blank'
          AND EXISTS (SELECT FROM initiative WHERE initiative.rule_id = initiative_rule.id);

      CREATE OR REPLACE FUNCTION count_support() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.stance = OLD.stance THEN RETURN NULL; END IF;
        UPDATE initiative SET
          support_count = support_count + (coalesce(NEW.stance, '') = 'for')::int - (coalesce(OLD.stance, '') = 'for')::int,
          against_count = against_count + (coalesce(NEW.stance, '') = 'against')::int - (coalesce(OLD.stance, '') = 'against')::int,
          blank_count = blank_count + (coalesce(NEW.stance, '') = 'blank')::int - (coalesce(OLD.stance, '') = 'blank')::int
          WHERE id = coalesce(NEW.initiative_id, OLD.initiative_id);
        RETURN NULL;
      END $$;
      DROP TRIGGER count_support ON support;
      CREATE TRIGGER count_support AFTER INSERT OR DELETE OR UPDATE OF stance ON support
        FOR EACH ROW EXECUTE FUNCTION count_support();

      -- A mind is changed while support is taken, as it is made up.
      CREATE TRIGGER support_changed_while_collecting BEFORE UPDATE OF stance ON support
        FOR EACH ROW WHEN (OLD.stance <> NEW.stance) EXECUTE FUNCTION initiative_must_collect();

      CREATE FUNCTION stance_must_be_asked() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM initiative JOIN initiative_rule AS rule ON rule.id = initiative.rule_id
          WHERE initiative.id = NEW.initiative_id AND rule.scheme ->> 'ballot' = 'for-against-blank'
        ) THEN
          RAISE EXCEPTION 'the initiative takes support alone'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'stance_must_be_asked';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER stance_must_be_asked BEFORE INSERT OR UPDATE OF stance ON support
        FOR EACH ROW WHEN (NEW.stance <> 'for') EXECUTE FUNCTION stance_must_be_asked();
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
