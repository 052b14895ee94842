import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads know where they stand, comments can be held back, and what waits for a moderator is one list. */
export class Cases1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE thread ADD goal_id uuid, ADD path text, ADD title text;
      UPDATE thread SET goal_id = goal.id, path = 'goals/' || goal.id, title = goal.title
        FROM goal WHERE goal.id = thread.subject_id AND thread.subject_kind = 'goal';
      INSERT INTO thread (municipality_id, subject_kind, subject_id, goal_id, path, title)
        SELECT municipality_id, 'initiative', id, goal_id, 'initiatives/' || id, title
        FROM initiative WHERE published_at IS NOT NULL;
      ALTER TABLE thread ALTER path SET NOT NULL, ALTER title SET NOT NULL,
        ADD CONSTRAINT thread_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal (id) ON DELETE CASCADE;
      CREATE INDEX thread_goal_id_idx ON thread (goal_id);

      ALTER TABLE comment ADD held_at timestamptz, ADD held_reason text,
        ADD CONSTRAINT comment_held CHECK ((held_at IS NULL) = (held_reason IS NULL));

      -- The one place that says which comments everyone can read.
      CREATE FUNCTION is_readable(comment) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT $1.hidden_at IS NULL AND $1.removed_at IS NULL AND $1.held_at IS NULL
      $$;

      CREATE TABLE moderation_case (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        kind text NOT NULL,
        comment_id uuid,
        initiative_id uuid,
        person_id uuid,
        urgency smallint NOT NULL DEFAULT 2,
        opened_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz,
        report_count integer NOT NULL DEFAULT 0,
        claimed_by_id uuid,
        claimed_until timestamptz,
        closed_at timestamptz,
        CONSTRAINT moderation_case_pkey PRIMARY KEY (id),
        CONSTRAINT moderation_case_kind CHECK (kind IN ('report', 'held', 'spam', 'appeal', 'notice', 'order', 'hearing')),
        CONSTRAINT moderation_case_subject CHECK (num_nonnulls(comment_id, initiative_id) <= 1),
        CONSTRAINT moderation_case_urgency CHECK (urgency BETWEEN 0 AND 2),
        CONSTRAINT moderation_case_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
        CONSTRAINT moderation_case_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE,
        CONSTRAINT moderation_case_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id) ON DELETE CASCADE,
        CONSTRAINT moderation_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT moderation_case_claimed_by_id_fkey FOREIGN KEY (claimed_by_id) REFERENCES person (id) ON DELETE SET NULL
      );
      CREATE INDEX moderation_case_person_id_idx ON moderation_case (person_id);
      CREATE INDEX moderation_case_municipality_id_urgency_opened_at_id_idx
        ON moderation_case (municipality_id, urgency, opened_at, id) WHERE closed_at IS NULL;
      CREATE UNIQUE INDEX moderation_case_comment_once ON moderation_case (comment_id, kind) WHERE closed_at IS NULL;
      CREATE UNIQUE INDEX moderation_case_initiative_once ON moderation_case (initiative_id, kind) WHERE closed_at IS NULL;
      INSERT INTO moderation_case (municipality_id, kind, comment_id, initiative_id, opened_at, report_count)
        SELECT municipality_id, 'report', comment_id, initiative_id, min(created_at), count(*)
        FROM report WHERE decision_id IS NULL GROUP BY municipality_id, comment_id, initiative_id;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
