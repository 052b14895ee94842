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
          pass_count = pass_count + (coalesce(NEW.value, 9) = 0)::int - (coalesce(OLD.value, 9) = 0)::int,
          -- Whoever votes has raised the thread's revision before, under its lock.
          revision = (SELECT thread.revision FROM thread WHERE thread.id = comment.thread_id)
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

      -- Support counts only while the initiative collects and before its deadline, and never one's own.
      CREATE FUNCTION initiative_must_collect() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        proposer uuid;
      BEGIN
        SELECT proposer_id INTO proposer FROM initiative
          WHERE id = NEW.initiative_id
            AND status IN ('collecting', 'reached') AND deadline > clock_timestamp() AND hidden_at IS NULL
          FOR UPDATE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the initiative does not collect support'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'initiative_must_collect';
        END IF;
        IF proposer = NEW.person_id THEN
          RAISE EXCEPTION 'nobody supports their own initiative'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'support_not_own';
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
      CREATE TRIGGER moderation_decision_not_emptied BEFORE TRUNCATE ON moderation_decision
        FOR EACH STATEMENT EXECUTE FUNCTION log_only_grows();

      -- Each decision follows the one before it on the same subject: of two made at once, one comes too late.
      CREATE UNIQUE INDEX moderation_decision_once_after
        ON moderation_decision (coalesce(comment_id, initiative_id, thread_id), previous_id) NULLS NOT DISTINCT;

      CREATE FUNCTION report_answered_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a report is answered once'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'report_answered_once';
      END $$;
      CREATE TRIGGER report_answered_once BEFORE UPDATE OF decision_id ON report
        FOR EACH ROW WHEN (OLD.decision_id IS NOT NULL AND NEW.decision_id IS DISTINCT FROM OLD.decision_id)
        EXECUTE FUNCTION report_answered_once();

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

      -- What a closed process took in and answered stays as it is. The share lock makes whoever closes the process
      -- wait for those who still link to it, so that its closing sees what they linked.
      CREATE FUNCTION process_must_be_open() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        its_state text;
      BEGIN
        SELECT state INTO its_state FROM process WHERE id = coalesce(NEW.process_id, OLD.process_id) FOR SHARE;
        IF its_state = 'closed' THEN
          RAISE EXCEPTION 'the process is closed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'process_must_be_open';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      -- Not its linked_by_id and responded_by_id: an account can be removed afterwards.
      CREATE TRIGGER link_to_open_process
        BEFORE INSERT OR UPDATE OF process_id, theme_id, comment_id, initiative_id, type ON feedback_link
        FOR EACH ROW EXECUTE FUNCTION process_must_be_open();
      CREATE TRIGGER theme_of_open_process
        BEFORE INSERT OR DELETE OR UPDATE OF process_id, title, response_outcome, response_text, responded_at ON theme
        FOR EACH ROW EXECUTE FUNCTION process_must_be_open();

      -- Input is sorted under a theme of the process that took it in.
      CREATE FUNCTION theme_must_be_of_process() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.theme_id IS NOT NULL
          AND NOT EXISTS (SELECT FROM theme WHERE id = NEW.theme_id AND process_id = NEW.process_id) THEN
          RAISE EXCEPTION 'the theme is of another process'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'theme_must_be_of_process';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER theme_of_same_process BEFORE INSERT OR UPDATE OF process_id, theme_id ON feedback_link
        FOR EACH ROW EXECUTE FUNCTION theme_must_be_of_process();

      -- An action realises a goal of the policy its plan is for.
      CREATE FUNCTION action_goal_in_policy() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.goal_id IS NOT NULL AND NOT EXISTS (
          SELECT FROM goal JOIN action_plan ON action_plan.policy_id = goal.policy_id
          WHERE goal.id = NEW.goal_id AND action_plan.id = NEW.plan_id
        ) THEN
          RAISE EXCEPTION 'the goal is not one of the policy of the plan'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'action_goal_in_policy';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER action_goal_in_policy BEFORE INSERT OR UPDATE OF goal_id, plan_id ON action
        FOR EACH ROW EXECUTE FUNCTION action_goal_in_policy();
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
