import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References count within each municipality; counts of waiting reports; when those whose words were linked were told. */
export class References1795450000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      -- References ("K-123", "F-12") count within their municipality. Each has a sequence for each kind: a counter in a
      -- row would make everyone who writes in the municipality wait for the one before to commit. References given
      -- before stay: they are cited.
      ALTER TABLE comment ALTER number DROP IDENTITY, ALTER number SET DEFAULT 0,
        ADD CONSTRAINT comment_municipality_id_number_key UNIQUE (municipality_id, number);
      ALTER TABLE initiative ALTER number DROP IDENTITY, ALTER number SET DEFAULT 0,
        ADD CONSTRAINT initiative_municipality_id_number_key UNIQUE (municipality_id, number);

      DO $$
      DECLARE
        its record;
      BEGIN
        FOR its IN
          SELECT 'comment_number_' || id AS name,
            (SELECT coalesce(max(number), 0) + 1 FROM comment WHERE municipality_id = municipality.id) AS first
          FROM municipality
          UNION ALL
          SELECT 'initiative_number_' || id,
            (SELECT coalesce(max(number), 0) + 1 FROM initiative WHERE municipality_id = municipality.id)
          FROM municipality
        LOOP
          EXECUTE format('CREATE SEQUENCE %I START %s', its.name, its.first);
        END LOOP;
      END $$;

      CREATE FUNCTION begin_series() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        kind text;
      BEGIN
        FOREACH kind IN ARRAY ARRAY['comment', 'initiative'] LOOP
          IF TG_OP = 'INSERT' THEN
            EXECUTE format('CREATE SEQUENCE %I', kind || '_number_' || NEW.id);
          ELSE
            EXECUTE format('DROP SEQUENCE %I', kind || '_number_' || OLD.id);
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
      CREATE TRIGGER municipality_series AFTER INSERT OR DELETE ON municipality
        FOR EACH ROW EXECUTE FUNCTION begin_series();

      CREATE FUNCTION take_number() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.number := nextval(format('%I', TG_TABLE_NAME || '_number_' || NEW.municipality_id)::regclass);
        RETURN NEW;
      END $$;
      CREATE TRIGGER comment_number BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION take_number();
      CREATE TRIGGER initiative_number BEFORE INSERT ON initiative FOR EACH ROW EXECUTE FUNCTION take_number();

      CREATE FUNCTION number_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a reference is cited in documents and stays'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'number_stays';
      END $$;
      CREATE TRIGGER comment_number_stays BEFORE UPDATE OF number, municipality_id ON comment FOR EACH ROW
        WHEN (NEW.number <> OLD.number OR NEW.municipality_id <> OLD.municipality_id)
        EXECUTE FUNCTION number_stays();
      CREATE TRIGGER initiative_number_stays BEFORE UPDATE OF number, municipality_id ON initiative FOR EACH ROW
        WHEN (NEW.number <> OLD.number OR NEW.municipality_id <> OLD.municipality_id)
        EXECUTE FUNCTION number_stays();

      -- How many reports wait, so that those who work with what was said need not know of reports.
      ALTER TABLE comment ADD report_count integer NOT NULL DEFAULT 0;
      ALTER TABLE initiative ADD report_count integer NOT NULL DEFAULT 0;
      UPDATE comment SET report_count = waiting.count
        FROM (SELECT comment_id, count(*) FROM report WHERE decision_id IS NULL GROUP BY comment_id) waiting
        WHERE comment.id = waiting.comment_id;
      UPDATE initiative SET report_count = waiting.count
        FROM (SELECT initiative_id, count(*) FROM report WHERE decision_id IS NULL GROUP BY initiative_id) waiting
        WHERE initiative.id = waiting.initiative_id;

      CREATE FUNCTION count_reports() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        its report := coalesce(NEW, OLD);
        change integer := (TG_OP <> 'DELETE' AND NEW.decision_id IS NULL)::int
          - (TG_OP <> 'INSERT' AND OLD.decision_id IS NULL)::int;
      BEGIN
        IF change <> 0 THEN
          UPDATE comment SET report_count = report_count + change WHERE id = its.comment_id;
          UPDATE initiative SET report_count = report_count + change WHERE id = its.initiative_id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER count_reports AFTER INSERT OR DELETE OR UPDATE OF decision_id ON report
        FOR EACH ROW EXECUTE FUNCTION count_reports();

      -- Until now they were told at once.
      ALTER TABLE feedback_link ADD told_at timestamptz;
      UPDATE feedback_link SET told_at = created_at;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
