import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many support each initiative, once more and by size. An index on the initiatives' own count would make every
 * support write the indexes of the texts too (PostgreSQL updates in place only what no index holds).
 */
export class SupportRanks1795700010000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE support_rank (
        initiative_id uuid NOT NULL,
        municipality_id uuid NOT NULL,
        status text NOT NULL,
        support_count integer NOT NULL,
        CONSTRAINT support_rank_pkey PRIMARY KEY (initiative_id)
      );
      CREATE INDEX support_rank_municipality_id_support_count_initiative_id_idx ON support_rank (municipality_id, support_count, initiative_id);
      CREATE INDEX support_rank_within_status ON support_rank (municipality_id, status, support_count, initiative_id);
      ALTER TABLE support_rank ADD CONSTRAINT support_rank_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE support_rank ADD CONSTRAINT support_rank_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;

      CREATE FUNCTION rank_support() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO support_rank (initiative_id, municipality_id, status, support_count)
            VALUES (NEW.id, NEW.municipality_id, NEW.status, NEW.support_count);
        ELSE
          UPDATE support_rank SET status = NEW.status, support_count = NEW.support_count WHERE initiative_id = NEW.id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER initiative_support_rank_new AFTER INSERT ON initiative
        FOR EACH ROW EXECUTE FUNCTION rank_support();
      CREATE TRIGGER initiative_support_rank AFTER UPDATE OF status, support_count ON initiative
        FOR EACH ROW WHEN (OLD.support_count <> NEW.support_count OR OLD.status <> NEW.status) EXECUTE FUNCTION rank_support();

      INSERT INTO support_rank (initiative_id, municipality_id, status, support_count)
        SELECT id, municipality_id, status, support_count FROM initiative;

      CREATE INDEX initiative_municipality_id_status_published_at_id_idx ON initiative (municipality_id, status, published_at, id);
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
