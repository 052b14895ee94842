import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The other side of moderation: appeals, notices, removal orders, restrictions on people, and files of what happened. */
export class Redress1795500850000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE notice (
        id uuid NOT NULL DEFAULT new_id(),
        number bigint NOT NULL DEFAULT 0,
        municipality_id uuid NOT NULL,
        token_hash text NOT NULL,
        location text NOT NULL,
        comment_id uuid,
        initiative_id uuid,
        reason_code text NOT NULL,
        text text NOT NULL,
        name text,
        email text,
        language text NOT NULL,
        case_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz,
        outcome text,
        decision_id uuid,
        answer text,
        decided_by_id uuid,
        decided_at timestamptz,
        forgotten_at timestamptz,
        CONSTRAINT notice_pkey PRIMARY KEY (id),
        CONSTRAINT notice_subject CHECK (num_nonnulls(comment_id, initiative_id) <= 1),
        CONSTRAINT notice_outcome CHECK (outcome IN ('acted', 'turned-down')),
        CONSTRAINT notice_answer CHECK (num_nulls(outcome, answer, decided_by_id, decided_at) IN (0, 4) AND (answer IS NULL OR char_length(answer) >= 3)),
        CONSTRAINT notice_sender CHECK (reason_code = 'child-abuse-material' OR email IS NOT NULL OR forgotten_at IS NOT NULL),
        CONSTRAINT notice_municipality_id_number_key UNIQUE (municipality_id, number),
        CONSTRAINT notice_token_hash_key UNIQUE (token_hash),
        CONSTRAINT notice_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE RESTRICT,
        CONSTRAINT notice_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE,
        CONSTRAINT notice_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id) ON DELETE CASCADE,
        CONSTRAINT notice_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case (id) ON DELETE SET NULL,
        CONSTRAINT notice_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES moderation_decision (id) ON DELETE RESTRICT,
        CONSTRAINT notice_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES person (id) ON DELETE RESTRICT
      );
      CREATE INDEX notice_comment_id_idx ON notice (comment_id);
      CREATE INDEX notice_initiative_id_idx ON notice (initiative_id);
      CREATE INDEX notice_case_id_idx ON notice (case_id);
      CREATE INDEX notice_decision_id_idx ON notice (decision_id);
      CREATE INDEX notice_municipality_id_created_at_id_idx ON notice (municipality_id, created_at, id);

      CREATE TABLE restriction (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        person_id uuid,
        kind text NOT NULL,
        proposed_days integer,
        reason_code text NOT NULL,
        facts text NOT NULL,
        evidence jsonb NOT NULL DEFAULT '[]',
        deviation text,
        language text NOT NULL,
        opened_by_id uuid NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now(),
        provisional_until timestamptz,
        answer_by timestamptz,
        answer text,
        answered_at timestamptz,
        case_id uuid,
        outcome text,
        days integer,
        reason text,
        decided_by_id uuid,
        decided_at timestamptz,
        starts_at timestamptz,
        ends_at timestamptz,
        lifted_at timestamptz,
        lifted_reason text,
        ended_at timestamptz,
        CONSTRAINT restriction_pkey PRIMARY KEY (id),
        CONSTRAINT restriction_kind CHECK (kind IN ('warning', 'suspension')),
        CONSTRAINT restriction_outcome CHECK (outcome IN ('warning', 'suspension', 'dropped')),
        CONSTRAINT restriction_reason CHECK (reason IS NULL OR char_length(reason) >= 3),
        CONSTRAINT restriction_facts CHECK (char_length(facts) >= 3),
        CONSTRAINT restriction_days CHECK (days BETWEEN 1 AND 366 AND proposed_days BETWEEN 1 AND 366),
        CONSTRAINT restriction_decided CHECK (num_nulls(outcome, decided_by_id, decided_at, reason) IN (0, 4)),
        CONSTRAINT restriction_provisional CHECK (provisional_until IS NULL OR (kind = 'suspension' AND provisional_until <= opened_at + interval '72 hours')),
        CONSTRAINT restriction_heard CHECK (outcome IS DISTINCT FROM 'suspension' OR answered_at IS NOT NULL OR (answer_by IS NOT NULL AND decided_at >= answer_by)),
        CONSTRAINT restriction_ends CHECK (outcome IS DISTINCT FROM 'suspension' OR (starts_at IS NOT NULL AND (ends_at IS NOT NULL) = (days IS NOT NULL))),
        CONSTRAINT restriction_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE RESTRICT,
        CONSTRAINT restriction_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL,
        CONSTRAINT restriction_opened_by_id_fkey FOREIGN KEY (opened_by_id) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT restriction_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case (id) ON DELETE SET NULL,
        CONSTRAINT restriction_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES person (id) ON DELETE RESTRICT
      );
      CREATE INDEX restriction_case_id_idx ON restriction (case_id);
      CREATE INDEX restriction_ending ON restriction (ends_at) WHERE ends_at IS NOT NULL AND ended_at IS NULL;
      CREATE UNIQUE INDEX restriction_one_hearing ON restriction (person_id, municipality_id) WHERE decided_at IS NULL;
      CREATE INDEX restriction_person_id_municipality_id_idx ON restriction (person_id, municipality_id);
      CREATE INDEX restriction_municipality_id_opened_at_id_idx ON restriction (municipality_id, opened_at, id);

      CREATE TABLE appeal (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        decision_id uuid,
        restriction_id uuid,
        notice_id uuid,
        person_id uuid,
        text text NOT NULL,
        language text NOT NULL,
        case_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        outcome text,
        answer text,
        decided_by_id uuid,
        decided_at timestamptz,
        CONSTRAINT appeal_pkey PRIMARY KEY (id),
        CONSTRAINT appeal_subject CHECK (num_nonnulls(decision_id, restriction_id, notice_id) = 1),
        CONSTRAINT appeal_text CHECK (char_length(text) BETWEEN 3 AND 4000),
        CONSTRAINT appeal_outcome CHECK (outcome IN ('upheld', 'turned-down')),
        CONSTRAINT appeal_answer CHECK (num_nulls(outcome, answer, decided_by_id, decided_at) IN (0, 4) AND (answer IS NULL OR char_length(answer) >= 3)),
        CONSTRAINT appeal_decision_id_key UNIQUE (decision_id),
        CONSTRAINT appeal_restriction_id_key UNIQUE (restriction_id),
        CONSTRAINT appeal_notice_id_key UNIQUE (notice_id),
        CONSTRAINT appeal_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE RESTRICT,
        CONSTRAINT appeal_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES moderation_decision (id) ON DELETE RESTRICT,
        CONSTRAINT appeal_restriction_id_fkey FOREIGN KEY (restriction_id) REFERENCES restriction (id) ON DELETE RESTRICT,
        CONSTRAINT appeal_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice (id) ON DELETE RESTRICT,
        CONSTRAINT appeal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL,
        CONSTRAINT appeal_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case (id) ON DELETE SET NULL,
        CONSTRAINT appeal_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES person (id) ON DELETE RESTRICT
      );
      CREATE INDEX appeal_municipality_id_idx ON appeal (municipality_id);
      CREATE INDEX appeal_person_id_idx ON appeal (person_id);
      CREATE INDEX appeal_case_id_idx ON appeal (case_id);

      CREATE TABLE record_export (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        ordered_by_id uuid NOT NULL,
        scope text NOT NULL,
        thread_id uuid,
        person_id uuid,
        case_number text NOT NULL DEFAULT '',
        with_quarantine boolean NOT NULL DEFAULT false,
        status text NOT NULL DEFAULT 'waiting',
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        file_name text NOT NULL DEFAULT '',
        bytes integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CONSTRAINT record_export_pkey PRIMARY KEY (id),
        CONSTRAINT record_export_scope CHECK (scope IN ('thread', 'person', 'own')),
        CONSTRAINT record_export_subject CHECK (CASE scope WHEN 'thread' THEN thread_id IS NOT NULL ELSE thread_id IS NULL END),
        CONSTRAINT record_export_status CHECK (status IN ('waiting', 'running', 'done', 'failed')),
        CONSTRAINT record_export_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
        CONSTRAINT record_export_ordered_by_id_fkey FOREIGN KEY (ordered_by_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT record_export_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread (id) ON DELETE CASCADE,
        CONSTRAINT record_export_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      );
      CREATE INDEX record_export_municipality_id_idx ON record_export (municipality_id);
      CREATE INDEX record_export_ordered_by_id_idx ON record_export (ordered_by_id);

      CREATE TABLE record_export_part (
        export_id uuid NOT NULL,
        position integer NOT NULL,
        data bytea NOT NULL,
        CONSTRAINT record_export_part_pkey PRIMARY KEY (export_id, position),
        CONSTRAINT record_export_part_export_id_fkey FOREIGN KEY (export_id) REFERENCES record_export (id) ON DELETE CASCADE
      );

      CREATE TABLE redress_setting (
        municipality_id uuid NOT NULL,
        notice_hours integer NOT NULL DEFAULT 24,
        hearing_days integer NOT NULL DEFAULT 7,
        CONSTRAINT redress_setting_pkey PRIMARY KEY (municipality_id),
        CONSTRAINT redress_setting_limits CHECK (notice_hours BETWEEN 1 AND 168 AND hearing_days BETWEEN 3 AND 30),
        CONSTRAINT redress_setting_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE
      );

      CREATE TABLE removal_order (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        authority text NOT NULL,
        reference text NOT NULL,
        text text NOT NULL DEFAULT '',
        comment_id uuid,
        initiative_id uuid,
        copy jsonb NOT NULL,
        received_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        registered_by_id uuid NOT NULL,
        registered_at timestamptz NOT NULL DEFAULT now(),
        case_id uuid,
        outcome text,
        decision_id uuid,
        answer text,
        decided_by_id uuid,
        decided_at timestamptz,
        CONSTRAINT removal_order_pkey PRIMARY KEY (id),
        CONSTRAINT removal_order_subject CHECK (num_nonnulls(comment_id, initiative_id) = 1),
        CONSTRAINT removal_order_hour CHECK (due_at = received_at + interval '1 hour'),
        CONSTRAINT removal_order_outcome CHECK (outcome IN ('removed', 'not-carried-out')),
        CONSTRAINT removal_order_decided CHECK (num_nulls(outcome, decided_by_id, decided_at) IN (0, 3) AND (outcome IS DISTINCT FROM 'not-carried-out' OR char_length(answer) >= 3)),
        CONSTRAINT removal_order_municipality_id_authority_reference_key UNIQUE (municipality_id, authority, reference),
        CONSTRAINT removal_order_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE RESTRICT,
        CONSTRAINT removal_order_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE RESTRICT,
        CONSTRAINT removal_order_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id) ON DELETE RESTRICT,
        CONSTRAINT removal_order_registered_by_id_fkey FOREIGN KEY (registered_by_id) REFERENCES person (id) ON DELETE RESTRICT,
        CONSTRAINT removal_order_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case (id) ON DELETE SET NULL,
        CONSTRAINT removal_order_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES moderation_decision (id) ON DELETE RESTRICT,
        CONSTRAINT removal_order_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES person (id) ON DELETE RESTRICT
      );
      CREATE INDEX removal_order_comment_id_idx ON removal_order (comment_id);
      CREATE INDEX removal_order_initiative_id_idx ON removal_order (initiative_id);
      CREATE INDEX removal_order_case_id_idx ON removal_order (case_id);
      CREATE INDEX removal_order_decision_id_idx ON removal_order (decision_id);
      CREATE INDEX removal_order_municipality_id_received_at_id_idx ON removal_order (municipality_id, received_at, id);

      -- Notices are counted like comments and initiatives ("A-12").
      CREATE OR REPLACE FUNCTION begin_series() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        kind text;
      BEGIN
        FOREACH kind IN ARRAY ARRAY['comment', 'initiative', 'notice'] LOOP
          IF TG_OP = 'INSERT' THEN
            EXECUTE format('CREATE SEQUENCE %I', kind || '_number_' || NEW.id);
          ELSE
            EXECUTE format('DROP SEQUENCE %I', kind || '_number_' || OLD.id);
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
      DO $$
      DECLARE
        place uuid;
      BEGIN
        FOR place IN SELECT id FROM municipality LOOP
          EXECUTE format('CREATE SEQUENCE %I', 'notice_number_' || place);
        END LOOP;
      END $$;
      CREATE TRIGGER notice_number BEFORE INSERT ON notice FOR EACH ROW EXECUTE FUNCTION take_number();
      CREATE TRIGGER notice_number_stays BEFORE UPDATE OF number, municipality_id ON notice FOR EACH ROW
        WHEN (NEW.number <> OLD.number OR NEW.municipality_id <> OLD.municipality_id)
        EXECUTE FUNCTION number_stays();

      -- An answer that was given stays as it was given. Accounts and addresses may go, and what it led to may follow.
      CREATE FUNCTION answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        may_change text[] := TG_ARGV;
      BEGIN
        IF to_jsonb(NEW) - may_change IS DISTINCT FROM to_jsonb(OLD) - may_change THEN
          RAISE EXCEPTION 'what was decided stays as it was decided'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_decided_once';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER appeal_decided_once BEFORE UPDATE ON appeal FOR EACH ROW
        WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION answer_stays('person_id', 'case_id');
      CREATE TRIGGER notice_decided_once BEFORE UPDATE ON notice FOR EACH ROW
        WHEN (OLD.decided_at IS NOT NULL)
        EXECUTE FUNCTION answer_stays('name', 'email', 'forgotten_at', 'case_id', 'seen_at');
      CREATE TRIGGER removal_order_decided_once BEFORE UPDATE ON removal_order FOR EACH ROW
        WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION answer_stays('case_id');
      CREATE TRIGGER restriction_decided_once BEFORE UPDATE ON restriction FOR EACH ROW
        WHEN (OLD.decided_at IS NOT NULL)
        EXECUTE FUNCTION answer_stays('person_id', 'case_id', 'lifted_at', 'lifted_reason', 'ended_at');

      -- An appeal is made in time, about a decision of the same municipality.
      CREATE FUNCTION appeal_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        told_at timestamptz;
      BEGIN
        SELECT coalesce(
          (SELECT created_at FROM moderation_decision WHERE id = NEW.decision_id AND municipality_id = NEW.municipality_id),
          (SELECT decided_at FROM restriction WHERE id = NEW.restriction_id AND municipality_id = NEW.municipality_id),
          (SELECT decided_at FROM notice WHERE id = NEW.notice_id AND municipality_id = NEW.municipality_id)
        ) INTO told_at;
        IF told_at IS NULL OR clock_timestamp() > told_at + interval '6 months 1 day' THEN
          RAISE EXCEPTION 'nothing that can be appealed, or not any more'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'appeal_in_time';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER appeal_in_time BEFORE INSERT ON appeal FOR EACH ROW EXECUTE FUNCTION appeal_in_time();

      -- Whoever had a part in a decision does not look at it a second time, and nobody judges their own appeal.
      CREATE FUNCTION appeal_decided_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.decided_by_id = NEW.person_id
          OR EXISTS (SELECT FROM moderation_decision WHERE id = NEW.decision_id AND moderator_id = NEW.decided_by_id)
          OR EXISTS (SELECT FROM restriction WHERE id = NEW.restriction_id
            AND NEW.decided_by_id IN (opened_by_id, decided_by_id, person_id))
          OR EXISTS (SELECT FROM notice WHERE id = NEW.notice_id AND decided_by_id = NEW.decided_by_id)
        THEN
          RAISE EXCEPTION 'an appeal is decided by another than who decided before'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'appeal_decided_by_another';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER appeal_decided_by_another BEFORE INSERT OR UPDATE OF decided_by_id ON appeal FOR EACH ROW
        WHEN (NEW.decided_by_id IS NOT NULL) EXECUTE FUNCTION appeal_decided_by_another();

      -- Nobody decides about themselves, and only an administrator decides without an end.
      CREATE FUNCTION restriction_has_end() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.decided_by_id = NEW.person_id THEN
          RAISE EXCEPTION 'nobody decides about themselves'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'restriction_by_another';
        END IF;
        IF NEW.outcome = 'suspension' AND NEW.ends_at IS NULL AND NOT EXISTS (
          SELECT FROM membership WHERE person_id = NEW.decided_by_id
            AND municipality_id = NEW.municipality_id AND role = 'administrator'
        ) THEN
          RAISE EXCEPTION 'a suspension has an end, unless an administrator decides otherwise'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'restriction_has_end';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER restriction_has_end BEFORE INSERT OR UPDATE OF outcome, ends_at, decided_by_id ON restriction
        FOR EACH ROW WHEN (NEW.decided_by_id IS NOT NULL) EXECUTE FUNCTION restriction_has_end();
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
