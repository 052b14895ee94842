import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the services' rules say, said by the database too. */
export class Rules1795400001000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      -- Text search in the language of the text; the same expression stands in the indexes and in the queries.
      CREATE FUNCTION search_vector(language text, content text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT to_tsvector(CASE language
          WHEN 'da' THEN 'danish'::regconfig
          WHEN 'sv' THEN 'swedish'::regconfig
          ELSE 'english'::regconfig END, content)
      $$;
      CREATE INDEX comment_search ON comment USING gin (search_vector(language, body));
      CREATE INDEX initiative_search ON initiative USING gin (search_vector(language, title || ' ' || text));
      CREATE INDEX initiative_title_trigrams ON initiative USING gin (lower(title) gin_trgm_ops);

      -- The counts beside a comment or an initiative are kept by the rows they count, whoever writes those.
      CREATE FUNCTION count_comment_votes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.value = NEW.value THEN RETURN NULL; END IF;
        UPDATE comment SET
          agree_count = agree_count + (coalesce(NEW.value, 9) = 1)::int - (coalesce(OLD.value, 9) = 1)::int,
          disagree_count = disagree_count + (coalesce(NEW.value, 9) = -1)::int - (coalesce(OLD.value, 9) = -1)::int,
          pass_count = pass_count + (coalesce(NEW.value, 9) = 0)::int - (coalesce(OLD.value, 9) = 0)::int
        WHERE id = coalesce(NEW.comment_id, OLD.comment_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER count_comment_votes AFTER INSERT OR UPDATE OR DELETE ON comment_vote
        FOR EACH ROW EXECUTE FUNCTION count_comment_votes();

      CREATE FUNCTION count_support() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE initiative SET support_count = support_count + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
          WHERE id = coalesce(NEW.initiative_id, OLD.initiative_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER count_support AFTER INSERT OR DELETE ON support
        FOR EACH ROW EXECUTE FUNCTION count_support();

      CREATE FUNCTION count_participation() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE initiative SET participant_count = participant_count + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
          WHERE id = coalesce(NEW.initiative_id, OLD.initiative_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER count_participation AFTER INSERT OR DELETE ON participation
        FOR EACH ROW EXECUTE FUNCTION count_participation();

      -- Support counts only while the initiative collects and before its deadline.
      CREATE FUNCTION initiative_must_collect() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM initiative
          WHERE id = NEW.initiative_id
            AND status IN ('collecting', 'reached') AND deadline > clock_timestamp() AND hidden_at IS NULL
          FOR UPDATE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the initiative does not collect support'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'initiative_must_collect';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER support_while_collecting BEFORE INSERT ON support
        FOR EACH ROW EXECUTE FUNCTION initiative_must_collect();

      -- The log of moderation only grows. What a report points to may be written once.
      CREATE FUNCTION log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a decision in the log cannot be changed'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'moderation_decision_only_grows';
      END $$;
      CREATE TRIGGER moderation_decision_only_grows BEFORE UPDATE OR DELETE ON moderation_decision
        FOR EACH ROW EXECUTE FUNCTION log_only_grows();

      -- A process is closed only when all linked input is sorted and every theme has its published response.
      CREATE FUNCTION process_must_be_answered() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state = 'closed' AND (
          NOT EXISTS (SELECT FROM theme WHERE process_id = NEW.id)
          OR EXISTS (SELECT FROM theme WHERE process_id = NEW.id AND responded_at IS NULL)
          OR EXISTS (SELECT FROM feedback_link WHERE process_id = NEW.id AND theme_id IS NULL)
        ) THEN
          RAISE EXCEPTION 'a process is closed with a published response to every theme'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'process_must_be_answered';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER process_must_be_answered BEFORE INSERT OR UPDATE OF state ON process
        FOR EACH ROW EXECUTE FUNCTION process_must_be_answered();
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
