import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of published titles, with how many hold each: similar ones are found without reading every title. */
export class TitleWords1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE title_word (
        initiative_id uuid NOT NULL,
        word text NOT NULL,
        municipality_id uuid NOT NULL,
        CONSTRAINT title_word_pkey PRIMARY KEY (initiative_id, word)
      );
      CREATE INDEX title_word_municipality_id_word_initiative_id_idx ON title_word (municipality_id, word, initiative_id);
      ALTER TABLE title_word ADD CONSTRAINT title_word_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE title_word ADD CONSTRAINT title_word_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;

      CREATE TABLE title_vocabulary (
        municipality_id uuid NOT NULL,
        word text NOT NULL,
        uses integer NOT NULL DEFAULT 0,
        CONSTRAINT title_vocabulary_pkey PRIMARY KEY (municipality_id, word)
      );
      CREATE INDEX title_vocabulary_trigrams ON title_vocabulary USING gin (word gin_trgm_ops);
      ALTER TABLE title_vocabulary ADD CONSTRAINT title_vocabulary_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;

      CREATE FUNCTION words_of_title(title text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
        SELECT DISTINCT word FROM regexp_split_to_table(lower(title), '[^[:alnum:]]+') AS word
        WHERE length(word) > 2 AND word !~ '^[0-9]+$'
      $$;

      -- In one order: those who publish at the same moment wait for, and never on, each other.
      CREATE FUNCTION count_new_title_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO title_vocabulary AS known (municipality_id, word, uses)
          SELECT municipality_id, word, count(*) FROM fresh GROUP BY municipality_id, word ORDER BY municipality_id, word
          ON CONFLICT (municipality_id, word) DO UPDATE SET uses = known.uses + EXCLUDED.uses;
        RETURN NULL;
      END $$;
      -- A word nobody uses any more is forgotten: it may have been a name.
      CREATE FUNCTION count_gone_title_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE title_vocabulary AS known SET uses = known.uses - gone.uses
          FROM (SELECT municipality_id, word, count(*) AS uses FROM stale GROUP BY municipality_id, word) AS gone
          WHERE known.municipality_id = gone.municipality_id AND known.word = gone.word;
        DELETE FROM title_vocabulary AS known USING stale
          WHERE known.municipality_id = stale.municipality_id AND known.word = stale.word AND known.uses = 0;
        RETURN NULL;
      END $$;
      CREATE TRIGGER count_new_title_words AFTER INSERT ON title_word REFERENCING NEW TABLE AS fresh
        FOR EACH STATEMENT EXECUTE FUNCTION count_new_title_words();
      CREATE TRIGGER count_gone_title_words AFTER DELETE ON title_word REFERENCING OLD TABLE AS stale
        FOR EACH STATEMENT EXECUTE FUNCTION count_gone_title_words();

      CREATE FUNCTION keep_words_of_new_titles() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO title_word (initiative_id, word, municipality_id)
          SELECT id, word, municipality_id FROM fresh, words_of_title(title) AS word WHERE published_at IS NOT NULL;
        RETURN NULL;
      END $$;
      CREATE FUNCTION keep_words_of_title() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM title_word WHERE initiative_id = NEW.id;
        INSERT INTO title_word (initiative_id, word, municipality_id)
          SELECT NEW.id, word, NEW.municipality_id FROM words_of_title(NEW.title) AS word
          WHERE NEW.published_at IS NOT NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER initiative_title_words_new AFTER INSERT ON initiative REFERENCING NEW TABLE AS fresh
        FOR EACH STATEMENT EXECUTE FUNCTION keep_words_of_new_titles();
      CREATE TRIGGER initiative_title_words AFTER UPDATE OF title, published_at ON initiative
        FOR EACH ROW WHEN (OLD.title <> NEW.title OR (OLD.published_at IS NULL) <> (NEW.published_at IS NULL))
        EXECUTE FUNCTION keep_words_of_title();

      INSERT INTO title_word (initiative_id, word, municipality_id)
        SELECT id, word, municipality_id FROM initiative, words_of_title(title) AS word WHERE published_at IS NOT NULL;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
