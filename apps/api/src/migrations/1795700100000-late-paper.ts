import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets signed before the deadline and keyed in after it, and two people of one name and one day of birth. */
export class LatePaper1795700100000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      -- A rule that said nothing of it gave no day.
      UPDATE initiative_rule SET scheme = scheme || '{"paperDays": 0}' WHERE NOT scheme ? 'paperDays';

      ALTER TABLE initiative ADD paper_until timestamptz;
      ALTER TABLE initiative ADD CONSTRAINT initiative_paper_until CHECK (paper_until > deadline);

      ALTER TABLE paper_support ADD signed_on date;
      ALTER TABLE paper_support ADD namesake integer NOT NULL DEFAULT 0;
      ALTER TABLE paper_support ADD CONSTRAINT paper_support_namesake CHECK (namesake >= 0);
      DROP INDEX paper_support_once;
      CREATE UNIQUE INDEX paper_support_once ON paper_support (initiative_id, identity, namesake) WHERE withdrawn_at IS NULL;

      CREATE OR REPLACE FUNCTION paper_must_be_collected() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM initiative WHERE id = NEW.initiative_id
          AND status IN ('collecting', 'reached', 'handed-over', 'considered') AND hidden_at IS NULL
          AND (deadline > clock_timestamp() OR (paper_until > clock_timestamp()
            AND NEW.signed_on <= ((deadline - interval '1 second') AT TIME ZONE 'Europe/Copenhagen')::date)) FOR UPDATE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the initiative does not collect support'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'initiative_must_collect';
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
