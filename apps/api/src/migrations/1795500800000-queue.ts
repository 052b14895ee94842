import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One queue to decide in: statements of reasons, quarantine, moves, claims, templates, saved filters. */
export class Queue1795500800000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      -- What moderators do to a text, and where it was taken.
      ALTER TABLE comment ADD redacted_at timestamptz, ADD quarantined_at timestamptz, ADD move_id uuid;
      ALTER TABLE initiative ADD redacted_at timestamptz, ADD quarantined_at timestamptz;
      CREATE INDEX comment_move_id_idx ON comment (move_id) WHERE move_id IS NOT NULL;
      -- For looking into what is hidden or waits, without walking through everything that can be read.
      CREATE INDEX comment_withheld ON comment (municipality_id, created_at, id)
        WHERE hidden_at IS NOT NULL OR held_at IS NOT NULL;
      CREATE INDEX person_name_trigrams ON person USING gin (lower(name) gin_trgm_ops);
      CREATE INDEX report_trigrams ON report USING gin (lower(text) gin_trgm_ops) WHERE decision_id IS NULL;
      CREATE INDEX report_municipality_id_reason_code_idx ON report (municipality_id, reason_code) WHERE decision_id IS NULL;

      CREATE TABLE comment_move (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        comment_id uuid,
        from_thread_id uuid NOT NULL,
        from_parent_id uuid,
        from_root_id uuid,
        to_thread_id uuid NOT NULL,
        comment_count integer NOT NULL DEFAULT 0,
        moved_at timestamptz NOT NULL DEFAULT now(),
        undone_at timestamptz,
        CONSTRAINT comment_move_pkey PRIMARY KEY (id),
        CONSTRAINT comment_move_elsewhere CHECK (from_thread_id <> to_thread_id),
        CONSTRAINT comment_move_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
        CONSTRAINT comment_move_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE,
        CONSTRAINT comment_move_from_thread_id_fkey FOREIGN KEY (from_thread_id) REFERENCES thread (id) ON DELETE CASCADE,
        CONSTRAINT comment_move_to_thread_id_fkey FOREIGN KEY (to_thread_id) REFERENCES thread (id) ON DELETE CASCADE
      );
      CREATE INDEX comment_move_municipality_id_idx ON comment_move (municipality_id);
      CREATE INDEX comment_move_comment_id_idx ON comment_move (comment_id);
      CREATE INDEX comment_move_from_thread_id_moved_at_idx ON comment_move (from_thread_id, moved_at);
      CREATE INDEX comment_move_to_thread_id_idx ON comment_move (to_thread_id);

      -- The log knows more decisions, and what each needs to be taken back.
      ALTER TABLE moderation_decision ADD details jsonb NOT NULL DEFAULT '{}',
        DROP CONSTRAINT moderation_decision_action, DROP CONSTRAINT moderation_decision_code,
        DROP CONSTRAINT moderation_decision_reason,
        ADD CONSTRAINT moderation_decision_action CHECK (action IN ('keep', 'hide', 'restore', 'remove', 'edit', 'move', 'lock', 'unlock', 'merge', 'undo')),
        ADD CONSTRAINT moderation_decision_code CHECK (action NOT IN ('hide', 'remove', 'edit') OR reason_code IS NOT NULL),
        ADD CONSTRAINT moderation_decision_reason CHECK (action IN ('keep', 'unlock', 'undo') OR char_length(reason) >= 3);

      -- An answer to a report stays, unless the decision it was answered by is taken back.
      CREATE OR REPLACE FUNCTION report_answered_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.decision_id IS NULL AND EXISTS (
          SELECT FROM moderation_decision WHERE previous_id = OLD.decision_id AND action = 'undo'
        ) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a report is answered once'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'report_answered_once';
      END $$;

      ALTER TABLE moderation_case ADD decision_id uuid, ADD reminded_at timestamptz,
        ADD CONSTRAINT moderation_case_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES moderation_decision (id) ON DELETE RESTRICT;
      CREATE INDEX moderation_case_decision_id_idx ON moderation_case (decision_id);
      CREATE INDEX moderation_case_of_kind ON moderation_case (municipality_id, kind, urgency, opened_at, id)
        WHERE closed_at IS NULL;
      CREATE INDEX moderation_case_claimed ON moderation_case (claimed_by_id) WHERE claimed_by_id IS NOT NULL AND closed_at IS NULL;

      CREATE TABLE statement (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        decision_id uuid,
        person_id uuid,
        action text NOT NULL,
        kind text,
        contribution_id uuid,
        reference text,
        title text NOT NULL DEFAULT '',
        path text,
        written_at timestamptz,
        reason_code text,
        law text,
        reason text NOT NULL,
        facts text NOT NULL DEFAULT '',
        source text NOT NULL DEFAULT 'own',
        automated_by text,
        language text NOT NULL,
        complain_until timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT statement_pkey PRIMARY KEY (id),
        CONSTRAINT statement_decision_id_key UNIQUE (decision_id),
        CONSTRAINT statement_reason CHECK (char_length(reason) >= 3),
        CONSTRAINT statement_source CHECK (source IN ('own', 'report', 'notice', 'order', 'rule')),
        CONSTRAINT statement_six_months CHECK (complain_until >= created_at + interval '6 months'),
        CONSTRAINT statement_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE RESTRICT,
        CONSTRAINT statement_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES moderation_decision (id) ON DELETE RESTRICT,
        CONSTRAINT statement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL
      );
      CREATE INDEX statement_municipality_id_person_id_created_at_id_idx ON statement (municipality_id, person_id, created_at, id);
      CREATE INDEX statement_person_id_idx ON statement (person_id);

      -- What was hidden before there were statements has its reasons in the log.
      INSERT INTO statement (municipality_id, decision_id, person_id, action, kind, contribution_id, reference, title, path,
          written_at, reason_code, reason, language, complain_until, created_at)
        SELECT decision.municipality_id, decision.id, comment.author_id, 'hide', 'comment', comment.id,
          'K-' || comment.number, thread.title, thread.path || '?comment=' || comment.id, comment.created_at,
          decision.reason_code, decision.reason, municipality.language, decision.created_at + interval '6 months 1 day',
          decision.created_at
        FROM moderation_decision AS decision JOIN comment ON comment.id = decision.comment_id
          JOIN thread ON thread.id = comment.thread_id JOIN municipality ON municipality.id = decision.municipality_id
        WHERE decision.action = 'hide'
        UNION ALL
        SELECT decision.municipality_id, decision.id, initiative.proposer_id, 'hide', 'initiative', initiative.id,
          'F-' || initiative.number, initiative.title, 'initiatives/' || initiative.id, initiative.published_at,
          decision.reason_code, decision.reason, municipality.language, decision.created_at + interval '6 months 1 day',
          decision.created_at
        FROM moderation_decision AS decision JOIN initiative ON initiative.id = decision.initiative_id
          JOIN municipality ON municipality.id = decision.municipality_id
        WHERE decision.action = 'hide';

      -- What somebody was told about a decision is kept as it was told. Their account may go.
      CREATE FUNCTION statement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.person_id IS NULL
          AND to_jsonb(NEW) - 'person_id' = to_jsonb(OLD) - 'person_id' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a statement of reasons stays as it was given'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'statement_stays';
      END $$;
      CREATE TRIGGER statement_stays BEFORE UPDATE OR DELETE ON statement
        FOR EACH ROW EXECUTE FUNCTION statement_stays();

      CREATE TABLE quarantine (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        comment_id uuid,
        initiative_id uuid,
        original jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        returned_at timestamptz,
        CONSTRAINT quarantine_pkey PRIMARY KEY (id),
        CONSTRAINT quarantine_subject CHECK (num_nonnulls(comment_id, initiative_id) = 1),
        CONSTRAINT quarantine_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE RESTRICT,
        CONSTRAINT quarantine_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES moderation_decision (id) ON DELETE RESTRICT,
        CONSTRAINT quarantine_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE RESTRICT,
        CONSTRAINT quarantine_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id) ON DELETE RESTRICT
      );
      CREATE INDEX quarantine_municipality_id_id_idx ON quarantine (municipality_id, id);
      CREATE INDEX quarantine_decision_id_idx ON quarantine (decision_id);
      CREATE INDEX quarantine_comment_id_idx ON quarantine (comment_id);
      CREATE INDEX quarantine_initiative_id_idx ON quarantine (initiative_id);

      CREATE TABLE quarantine_opening (
        id uuid NOT NULL DEFAULT new_id(),
        quarantine_id uuid NOT NULL,
        person_id uuid NOT NULL,
        purpose text NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT quarantine_opening_pkey PRIMARY KEY (id),
        CONSTRAINT quarantine_opening_purpose CHECK (char_length(purpose) >= 3),
        CONSTRAINT quarantine_opening_quarantine_id_fkey FOREIGN KEY (quarantine_id) REFERENCES quarantine (id) ON DELETE RESTRICT,
        CONSTRAINT quarantine_opening_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT
      );
      CREATE INDEX quarantine_opening_quarantine_id_idx ON quarantine_opening (quarantine_id);

      -- The original is kept whatever happens, and so is who looked at it.
      CREATE FUNCTION quarantine_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'quarantine'
          AND to_jsonb(NEW) - 'returned_at' = to_jsonb(OLD) - 'returned_at' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'what is in quarantine stays, and so does who opened it'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'quarantine_stays';
      END $$;
      CREATE TRIGGER quarantine_stays BEFORE UPDATE OR DELETE ON quarantine
        FOR EACH ROW EXECUTE FUNCTION quarantine_stays();
      CREATE TRIGGER quarantine_opening_stays BEFORE UPDATE OR DELETE ON quarantine_opening
        FOR EACH ROW EXECUTE FUNCTION quarantine_stays();

      CREATE TABLE reason_template (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        code text NOT NULL,
        version integer NOT NULL,
        text text NOT NULL,
        law text NOT NULL DEFAULT '',
        changed_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT reason_template_pkey PRIMARY KEY (id),
        CONSTRAINT reason_template_municipality_id_code_version_key UNIQUE (municipality_id, code, version),
        CONSTRAINT reason_template_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
        CONSTRAINT reason_template_changed_by_id_fkey FOREIGN KEY (changed_by_id) REFERENCES person (id) ON DELETE SET NULL
      );

      CREATE TABLE moderation_filter (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        person_id uuid NOT NULL,
        name text NOT NULL,
        query text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT moderation_filter_pkey PRIMARY KEY (id),
        CONSTRAINT moderation_filter_person_id_municipality_id_name_key UNIQUE (person_id, municipality_id, name),
        CONSTRAINT moderation_filter_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
        CONSTRAINT moderation_filter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      );
      CREATE INDEX moderation_filter_municipality_id_idx ON moderation_filter (municipality_id);

      CREATE TABLE moderation_setting (
        municipality_id uuid NOT NULL,
        waiting_hours integer DEFAULT 24,
        CONSTRAINT moderation_setting_pkey PRIMARY KEY (municipality_id),
        CONSTRAINT moderation_setting_hours CHECK (waiting_hours BETWEEN 1 AND 720),
        CONSTRAINT moderation_setting_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
      );
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
