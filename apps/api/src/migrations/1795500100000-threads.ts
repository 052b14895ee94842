import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A discussion of every subject, its orders and filters, what a comment says of itself, and official answers. */
export class Threads1795500100000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE thread ADD bridged_at timestamptz;
      INSERT INTO thread (municipality_id, subject_kind, subject_id, path, title)
        SELECT municipality_id, 'process', id, 'processes/' || id, title FROM process;
      INSERT INTO thread (municipality_id, subject_kind, subject_id, path, title)
        SELECT process.municipality_id, 'theme', theme.id, 'processes/' || process.id, theme.title
        FROM theme JOIN process ON process.id = theme.process_id;
      INSERT INTO thread (municipality_id, subject_kind, subject_id, goal_id, path, title)
        SELECT action_plan.municipality_id, 'action', action.id, action.goal_id, 'plans/' || action_plan.id, action.title
        FROM action JOIN action_plan ON action_plan.id = action.plan_id WHERE action_plan.published_at IS NOT NULL;

      ALTER TABLE comment
        ADD type text,
        ADD voice text,
        ADD speaker text,
        ADD entered_by_id uuid,
        ADD support double precision NOT NULL DEFAULT '0',
        ADD bridging double precision,
        ADD staff_count integer NOT NULL DEFAULT 0,
        ADD council_count integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT comment_type CHECK (type IN ('works', 'doesnt_work', 'need', 'idea', 'question')),
        ADD CONSTRAINT comment_voice CHECK (voice IN ('council', 'staff', 'moderator')),
        ADD CONSTRAINT comment_speaker CHECK (channel <> 'web' OR (speaker IS NULL AND entered_by_id IS NULL)),
        ADD CONSTRAINT comment_entered_by_id_fkey FOREIGN KEY (entered_by_id) REFERENCES person (id) ON DELETE SET NULL;
      CREATE INDEX comment_entered_by_id_idx ON comment (entered_by_id);

      -- The lower bound of Wilson's interval, 95 %: much support of few weighs less than of many. The same as
      -- support.rules.ts.
      CREATE FUNCTION wilson(agree integer, disagree integer) RETURNS double precision
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN agree + disagree = 0 THEN 0 ELSE
          (share + 1.9208 / n - 1.96 * sqrt((share * (1 - share) + 0.9604 / n) / n)) / (1 + 3.8416 / n) END
        FROM (SELECT (agree + disagree)::double precision AS n,
          agree::double precision / nullif(agree + disagree, 0) AS share) AS votes
      $$;
      CREATE FUNCTION rank_comment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.support := wilson(NEW.agree_count, NEW.disagree_count);
        RETURN NEW;
      END $$;
      CREATE TRIGGER rank_comment BEFORE INSERT OR UPDATE OF agree_count, disagree_count ON comment
        FOR EACH ROW EXECUTE FUNCTION rank_comment();

      -- In which role its author spoke: what was said as staff stays said as staff. Nobody gives it to themselves.
      CREATE FUNCTION role_of_author(author uuid, municipality uuid) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT role FROM membership
        WHERE person_id = author AND municipality_id = municipality AND role IN ('council', 'staff', 'moderator')
        ORDER BY array_position(ARRAY['council', 'staff', 'moderator'], role) LIMIT 1
      $$;
      CREATE FUNCTION give_voice() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.voice := role_of_author(NEW.author_id, NEW.municipality_id);
        RETURN NEW;
      END $$;
      CREATE FUNCTION reply_in_thread() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM comment WHERE id = NEW.parent_id AND thread_id = NEW.thread_id) THEN
          RAISE EXCEPTION 'what it answers stands in another thread'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reply_in_thread';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER reply_in_thread BEFORE INSERT ON comment FOR EACH ROW
        WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION reply_in_thread();
      CREATE TRIGGER give_voice BEFORE INSERT ON comment FOR EACH ROW EXECUTE FUNCTION give_voice();

      -- The comment a branch begins with counts what was published in it, and who of the municipality speaks in it.
      CREATE FUNCTION add_to_branch(said comment, change integer) RETURNS void LANGUAGE sql AS $$
        UPDATE comment SET
          reply_count = reply_count + change * (said.held_at IS NULL AND said.root_id IS NOT NULL)::int,
          staff_count = staff_count + change * (said.voice IS NOT DISTINCT FROM 'staff' AND is_readable(said))::int,
          council_count = council_count + change * (said.voice IS NOT DISTINCT FROM 'council' AND is_readable(said))::int,
          -- Whoever writes has raised the thread's revision before, under its lock.
          revision = coalesce((SELECT thread.revision FROM thread WHERE thread.id = comment.thread_id), revision)
        WHERE id = coalesce(said.root_id, said.id) AND (said.root_id IS NOT NULL OR said.voice IS NOT NULL)
      $$;
      CREATE FUNCTION count_branch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'INSERT' THEN PERFORM add_to_branch(OLD, -1); END IF;
        IF TG_OP <> 'DELETE' THEN PERFORM add_to_branch(NEW, 1); END IF;
        RETURN NULL;
      END $$;

      UPDATE comment SET voice = role_of_author(author_id, municipality_id), support = wilson(agree_count, disagree_count);
      UPDATE comment SET reply_count = said.replies, staff_count = said.staff, council_count = 0
      FROM (
        SELECT coalesce(root_id, id) AS id, count(*) FILTER (WHERE root_id IS NOT NULL AND held_at IS NULL) AS replies,
          count(*) FILTER (WHERE voice = 'staff' AND is_readable(comment)) AS staff
        FROM comment GROUP BY 1
      ) AS said WHERE comment.id = said.id;
      CREATE TRIGGER count_branch AFTER INSERT OR DELETE OR UPDATE OF held_at, hidden_at, removed_at, root_id ON comment
        FOR EACH ROW EXECUTE FUNCTION count_branch();

      CREATE INDEX comment_thread_id_support_id_idx ON comment (thread_id, support, id) WHERE parent_id IS NULL;
      CREATE INDEX comment_thread_id_reply_count_id_idx ON comment (thread_id, reply_count, id) WHERE parent_id IS NULL;
      CREATE INDEX comment_bridging ON comment (thread_id, coalesce(bridging, '-1'), id) WHERE parent_id IS NULL;
      CREATE INDEX comment_thread_id_language_id_idx ON comment (thread_id, language, id) WHERE parent_id IS NULL;
      CREATE INDEX comment_unanswered ON comment (thread_id, id) WHERE parent_id IS NULL AND staff_count = 0;
      CREATE INDEX comment_staff ON comment (thread_id, id) WHERE parent_id IS NULL AND staff_count > 0;
      CREATE INDEX comment_council ON comment (thread_id, id) WHERE parent_id IS NULL AND council_count > 0;

      -- A vote knows its thread, so that those who voted in one are found without looking through its comments.
      ALTER TABLE comment_vote ADD thread_id uuid;
      UPDATE comment_vote SET thread_id = comment.thread_id FROM comment WHERE comment.id = comment_vote.comment_id;
      ALTER TABLE comment_vote ALTER thread_id SET NOT NULL,
        ADD CONSTRAINT comment_vote_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread (id) ON DELETE CASCADE;
      CREATE INDEX comment_vote_thread_id_person_id_idx ON comment_vote (thread_id, person_id);
      CREATE FUNCTION vote_in_thread() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT comment.thread_id INTO NEW.thread_id FROM comment WHERE comment.id = NEW.comment_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER vote_in_thread BEFORE INSERT ON comment_vote FOR EACH ROW EXECUTE FUNCTION vote_in_thread();
      CREATE FUNCTION votes_follow() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE comment_vote SET thread_id = NEW.thread_id WHERE comment_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER votes_follow AFTER UPDATE OF thread_id ON comment FOR EACH ROW
        WHEN (NEW.thread_id <> OLD.thread_id) EXECUTE FUNCTION votes_follow();

      CREATE TABLE official_answer (
        id uuid NOT NULL DEFAULT new_id(),
        thread_id uuid NOT NULL,
        comment_id uuid NOT NULL,
        answers_id uuid,
        pinned_by_id uuid,
        pinned_at timestamptz NOT NULL DEFAULT now(),
        unpinned_by_id uuid,
        unpinned_at timestamptz,
        CONSTRAINT official_answer_pkey PRIMARY KEY (id),
        CONSTRAINT official_answer_unpinned CHECK (unpinned_by_id IS NULL OR unpinned_at IS NOT NULL),
        CONSTRAINT official_answer_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread (id) ON DELETE CASCADE,
        CONSTRAINT official_answer_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE,
        CONSTRAINT official_answer_answers_id_fkey FOREIGN KEY (answers_id) REFERENCES comment (id) ON DELETE CASCADE,
        CONSTRAINT official_answer_pinned_by_id_fkey FOREIGN KEY (pinned_by_id) REFERENCES person (id) ON DELETE SET NULL,
        CONSTRAINT official_answer_unpinned_by_id_fkey FOREIGN KEY (unpinned_by_id) REFERENCES person (id) ON DELETE SET NULL
      );
      CREATE INDEX official_answer_comment_id_idx ON official_answer (comment_id);
      CREATE INDEX official_answer_answers_id_idx ON official_answer (answers_id);
      CREATE INDEX official_answer_pinned_by_id_idx ON official_answer (pinned_by_id);
      CREATE INDEX official_answer_unpinned_by_id_idx ON official_answer (unpinned_by_id);
      CREATE UNIQUE INDEX official_answer_one ON official_answer (thread_id, answers_id) NULLS NOT DISTINCT
        WHERE unpinned_at IS NULL;
      CREATE UNIQUE INDEX official_answer_once ON official_answer (comment_id) WHERE unpinned_at IS NULL;

      CREATE TABLE departure (
        thread_id uuid NOT NULL,
        comment_id uuid NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        CONSTRAINT departure_pkey PRIMARY KEY (thread_id, comment_id),
        CONSTRAINT departure_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread (id) ON DELETE CASCADE,
        CONSTRAINT departure_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE
      );
      CREATE INDEX departure_comment_id_idx ON departure (comment_id);
      CREATE INDEX departure_thread_id_revision_idx ON departure (thread_id, revision);
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
