import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people live, as they say or the municipality saw to it, and where support came from when it was given. */
export class DistrictsOfSupport1795700300000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE standing ADD district_id uuid REFERENCES district ON DELETE SET NULL;
      CREATE TABLE stated_district (
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        municipality_id uuid NOT NULL REFERENCES municipality ON DELETE CASCADE,
        district_id uuid REFERENCES district ON DELETE SET NULL,
        stated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, municipality_id)
      );
      ALTER TABLE support ADD district_id uuid REFERENCES district ON DELETE SET NULL;
      CREATE TABLE forgotten_support (
        initiative_id uuid PRIMARY KEY REFERENCES initiative ON DELETE CASCADE,
        tally jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      -- Whoever moves has supported from where they lived: what a support says of it is said once.
      CREATE FUNCTION support_stays_where_given() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'support stays in the district it was given from'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'support_stays_where_given';
      END $$;
      CREATE TRIGGER support_stays_where_given BEFORE UPDATE OF district_id ON support FOR EACH ROW
        WHEN (OLD.district_id IS NOT NULL AND NEW.district_id IS NOT NULL AND NEW.district_id <> OLD.district_id)
        EXECUTE FUNCTION support_stays_where_given();
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
