import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tables1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS citext;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      -- A UUID of version 7: in the order of creation, so that keys stay dense and pages can be cut by id.
      CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
        SELECT encode(
          set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
              PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
            52, 1), 53, 1), 'hex')::uuid
      $$;

      CREATE TABLE person (
        id uuid NOT NULL DEFAULT new_id(),
        email citext NOT NULL,
        name text NOT NULL,
        language text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT person_pkey PRIMARY KEY (id),
        CONSTRAINT person_email_key UNIQUE (email),
        CONSTRAINT person_name CHECK (char_length(name) BETWEEN 2 AND 80)
      );

      CREATE TABLE municipality (
        id uuid NOT NULL DEFAULT new_id(),
        slug text NOT NULL,
        name text NOT NULL,
        language text NOT NULL,
        theme text NOT NULL,
        ladder jsonb NOT NULL,
        contact jsonb NOT NULL,
        comment_edit_minutes integer NOT NULL DEFAULT '15',
        accessibility_statement_url text,
        vision_title text NOT NULL DEFAULT '',
        vision_text text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT municipality_pkey PRIMARY KEY (id),
        CONSTRAINT municipality_slug_key UNIQUE (slug),
        CONSTRAINT municipality_edit_window CHECK (comment_edit_minutes BETWEEN 0 AND 1440),
        CONSTRAINT municipality_language CHECK (language IN ('da', 'sv'))
      );

      CREATE TABLE municipality_host (
        host text NOT NULL,
        municipality_id uuid NOT NULL,
        CONSTRAINT municipality_host_pkey PRIMARY KEY (host),
        CONSTRAINT municipality_host_lower CHECK (host = lower(host))
      );
      CREATE INDEX municipality_host_municipality_id_idx ON municipality_host (municipality_id);

      CREATE TABLE thread (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        comment_count integer NOT NULL DEFAULT 0,
        locked_at timestamptz,
        lock_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT thread_pkey PRIMARY KEY (id),
        CONSTRAINT thread_subject_kind_subject_id_key UNIQUE (subject_kind, subject_id),
        CONSTRAINT thread_subject_kind CHECK (subject_kind IN ('goal', 'initiative', 'process', 'theme', 'action'))
      );
      CREATE INDEX thread_municipality_id_idx ON thread (municipality_id);

      CREATE TABLE comment (
        id uuid NOT NULL DEFAULT new_id(),
        number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        municipality_id uuid NOT NULL,
        thread_id uuid NOT NULL,
        parent_id uuid,
        root_id uuid,
        author_id uuid,
        body text NOT NULL,
        language text NOT NULL,
        channel text NOT NULL DEFAULT 'web',
        created_at timestamptz NOT NULL DEFAULT now(),
        edited_at timestamptz,
        hidden_at timestamptz,
        hidden_reason text,
        removed_at timestamptz,
        revision integer NOT NULL DEFAULT 0,
        agree_count integer NOT NULL DEFAULT 0,
        disagree_count integer NOT NULL DEFAULT 0,
        pass_count integer NOT NULL DEFAULT 0,
        reply_count integer NOT NULL DEFAULT 0,
        CONSTRAINT comment_pkey PRIMARY KEY (id),
        CONSTRAINT comment_channel CHECK (channel IN ('web', 'meeting', 'paper', 'phone')),
        CONSTRAINT comment_body CHECK (char_length(body) BETWEEN 1 AND 4000)
      );
      CREATE INDEX comment_municipality_id_created_at_id_idx ON comment (municipality_id, created_at, id);
      CREATE INDEX comment_parent_id_idx ON comment (parent_id);
      CREATE INDEX comment_author_id_idx ON comment (author_id);
      CREATE INDEX comment_thread_id_revision_idx ON comment (thread_id, revision);
      CREATE INDEX comment_root_id_id_idx ON comment (root_id, id);
      CREATE INDEX comment_thread_id_id_idx ON comment (thread_id, id) WHERE parent_id IS NULL;

      CREATE TABLE organisation_unit (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        CONSTRAINT organisation_unit_pkey PRIMARY KEY (id),
        CONSTRAINT organisation_unit_municipality_id_name_key UNIQUE (municipality_id, name),
        CONSTRAINT organisation_unit_kind CHECK (kind IN ('council', 'executive', 'committee', 'department', 'company'))
      );

      CREATE TABLE policy (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        slug text NOT NULL,
        title text NOT NULL,
        type text NOT NULL,
        language text NOT NULL,
        levels text[] NOT NULL DEFAULT '{}',
        summary text NOT NULL DEFAULT '',
        text text NOT NULL DEFAULT '',
        vision_contribution text NOT NULL DEFAULT '',
        valid_from date,
        valid_to date,
        adopted_by text,
        adopted_on date,
        version integer NOT NULL DEFAULT '1',
        owner_unit_id uuid,
        permit_service_name text,
        permit_service_url text,
        named_action_plans jsonb NOT NULL DEFAULT '[]',
        allocations jsonb NOT NULL DEFAULT '[]',
        position integer NOT NULL DEFAULT 0,
        published_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT policy_pkey PRIMARY KEY (id),
        CONSTRAINT policy_municipality_id_slug_key UNIQUE (municipality_id, slug),
        CONSTRAINT policy_validity CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to),
        CONSTRAINT policy_type CHECK (type IN ('policy', 'goals', 'rules', 'programme'))
      );
      CREATE INDEX policy_owner_unit_id_idx ON policy (owner_unit_id);

      CREATE TABLE goal (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        policy_id uuid NOT NULL,
        parent_id uuid,
        position integer NOT NULL DEFAULT 0,
        level integer NOT NULL,
        number text,
        title text NOT NULL,
        title_proposed boolean NOT NULL DEFAULT false,
        text text NOT NULL DEFAULT '',
        target_groups text[] NOT NULL DEFAULT '{}',
        CONSTRAINT goal_pkey PRIMARY KEY (id),
        CONSTRAINT goal_level CHECK (level >= 1 AND (level = 1) = (parent_id IS NULL))
      );
      CREATE INDEX goal_municipality_id_idx ON goal (municipality_id);
      CREATE INDEX goal_policy_id_idx ON goal (policy_id);
      CREATE INDEX goal_parent_id_idx ON goal (parent_id);

      CREATE TABLE initiative_rule (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        version integer NOT NULL,
        threshold integer NOT NULL,
        window_days integer,
        closes_on date,
        created_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT initiative_rule_pkey PRIMARY KEY (id),
        CONSTRAINT initiative_rule_municipality_id_version_key UNIQUE (municipality_id, version),
        CONSTRAINT initiative_rule_window CHECK (num_nonnulls(window_days, closes_on) = 1 AND (window_days IS NULL OR window_days BETWEEN 1 AND 730)),
        CONSTRAINT initiative_rule_threshold CHECK (threshold >= 1)
      );
      CREATE INDEX initiative_rule_created_by_id_idx ON initiative_rule (created_by_id);

      CREATE TABLE initiative (
        id uuid NOT NULL DEFAULT new_id(),
        number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        municipality_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        rule_id uuid,
        proposer_id uuid,
        title text NOT NULL,
        text text NOT NULL,
        language text NOT NULL,
        status text NOT NULL DEFAULT 'draft',
        threshold integer,
        published_at timestamptz,
        deadline timestamptz,
        reached_at timestamptz,
        withdrawn_at timestamptz,
        withdrawn_reason text,
        support_count integer NOT NULL DEFAULT 0,
        participant_count integer NOT NULL DEFAULT 0,
        revision integer NOT NULL DEFAULT 0,
        hidden_at timestamptz,
        hidden_reason text,
        answer_outcome text,
        answer_text text,
        answered_at timestamptz,
        answered_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT initiative_pkey PRIMARY KEY (id),
        CONSTRAINT initiative_answer CHECK ((status = 'answered') = (answer_outcome IS NOT NULL) AND num_nulls(answer_outcome, answer_text, answered_at) IN (0, 3) AND (answer_outcome IS NULL OR answer_outcome IN ('accepted', 'partly', 'declined', 'forwarded'))),
        CONSTRAINT initiative_published CHECK (status IN ('draft', 'withdrawn') OR (published_at IS NOT NULL AND deadline IS NOT NULL AND threshold IS NOT NULL AND rule_id IS NOT NULL)),
        CONSTRAINT initiative_status CHECK (status IN ('draft', 'collecting', 'reached', 'expired', 'withdrawn', 'answered'))
      );
      CREATE INDEX initiative_goal_id_idx ON initiative (goal_id);
      CREATE INDEX initiative_rule_id_idx ON initiative (rule_id);
      CREATE INDEX initiative_proposer_id_idx ON initiative (proposer_id);
      CREATE INDEX initiative_municipality_id_published_at_id_idx ON initiative (municipality_id, published_at, id);

      CREATE TABLE action_plan (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        policy_id uuid NOT NULL,
        year integer NOT NULL,
        title text NOT NULL,
        introduction text NOT NULL DEFAULT '',
        vision_relation text NOT NULL DEFAULT '',
        money_note text NOT NULL DEFAULT '',
        follow_up text NOT NULL DEFAULT '',
        evaluation text NOT NULL DEFAULT '',
        adopted_by text NOT NULL DEFAULT '',
        adopted_on date,
        owner_unit_id uuid,
        case_number text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        published_at timestamptz,
        CONSTRAINT action_plan_pkey PRIMARY KEY (id),
        CONSTRAINT action_plan_policy_id_year_key UNIQUE (policy_id, year),
        CONSTRAINT action_plan_year CHECK (year BETWEEN 2000 AND 2100)
      );
      CREATE INDEX action_plan_municipality_id_idx ON action_plan (municipality_id);
      CREATE INDEX action_plan_owner_unit_id_idx ON action_plan (owner_unit_id);

      CREATE TABLE action (
        id uuid NOT NULL DEFAULT new_id(),
        plan_id uuid NOT NULL,
        goal_id uuid,
        position integer NOT NULL DEFAULT 0,
        number text NOT NULL DEFAULT '',
        title text NOT NULL,
        description text NOT NULL DEFAULT '',
        target_group text NOT NULL DEFAULT '',
        success_criterion text NOT NULL DEFAULT '',
        indicator text NOT NULL DEFAULT '',
        target_value text NOT NULL DEFAULT '',
        responsible text NOT NULL DEFAULT '',
        "lead" text NOT NULL DEFAULT '',
        partners text NOT NULL DEFAULT '',
        schedule text NOT NULL DEFAULT '',
        starts_on date,
        ends_on date,
        economy_text text NOT NULL DEFAULT '',
        economy_amount integer,
        status text NOT NULL DEFAULT 'planned',
        follow_up text NOT NULL DEFAULT '',
        result text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 0,
        CONSTRAINT action_pkey PRIMARY KEY (id),
        CONSTRAINT action_schedule CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on),
        CONSTRAINT action_status CHECK (status IN ('planned', 'started', 'done', 'dropped'))
      );
      CREATE INDEX action_plan_id_idx ON action (plan_id);
      CREATE INDEX action_goal_id_idx ON action (goal_id);

      CREATE TABLE action_input (
        id uuid NOT NULL DEFAULT new_id(),
        action_id uuid NOT NULL,
        comment_id uuid,
        initiative_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT action_input_pkey PRIMARY KEY (id),
        CONSTRAINT action_input_action_id_initiative_id_key UNIQUE (action_id, initiative_id),
        CONSTRAINT action_input_action_id_comment_id_key UNIQUE (action_id, comment_id),
        CONSTRAINT action_input_subject CHECK (num_nonnulls(comment_id, initiative_id) = 1)
      );
      CREATE INDEX action_input_comment_id_idx ON action_input (comment_id);
      CREATE INDEX action_input_initiative_id_idx ON action_input (initiative_id);

      CREATE TABLE plan_export (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        requested_by_id uuid NOT NULL,
        format text NOT NULL,
        status text NOT NULL DEFAULT 'waiting',
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        error text,
        file_name text NOT NULL DEFAULT '',
        content bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CONSTRAINT plan_export_pkey PRIMARY KEY (id),
        CONSTRAINT plan_export_content CHECK ((status = 'done') = (content IS NOT NULL)),
        CONSTRAINT plan_export_error CHECK ((status = 'failed') = (error IS NOT NULL)),
        CONSTRAINT plan_export_status CHECK (status IN ('waiting', 'running', 'done', 'failed')),
        CONSTRAINT plan_export_format CHECK (format IN ('docx', 'xlsx', 'csv'))
      );
      CREATE INDEX plan_export_municipality_id_idx ON plan_export (municipality_id);
      CREATE INDEX plan_export_plan_id_idx ON plan_export (plan_id);

      CREATE TABLE comment_revision (
        id uuid NOT NULL DEFAULT new_id(),
        comment_id uuid NOT NULL,
        body text NOT NULL,
        replaced_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT comment_revision_pkey PRIMARY KEY (id)
      );
      CREATE INDEX comment_revision_comment_id_idx ON comment_revision (comment_id);

      CREATE TABLE comment_vote (
        comment_id uuid NOT NULL,
        person_id uuid NOT NULL,
        value smallint NOT NULL,
        cast_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT comment_vote_pkey PRIMARY KEY (comment_id, person_id),
        CONSTRAINT comment_vote_value CHECK (value IN (-1, 0, 1))
      );
      CREATE INDEX comment_vote_person_id_idx ON comment_vote (person_id);

      CREATE TABLE credential (
        id uuid NOT NULL DEFAULT new_id(),
        person_id uuid NOT NULL,
        kind text NOT NULL,
        issuer text NOT NULL DEFAULT '',
        subject text NOT NULL,
        secret text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT credential_pkey PRIMARY KEY (id),
        CONSTRAINT credential_kind_issuer_subject_key UNIQUE (kind, issuer, subject),
        CONSTRAINT credential_secret CHECK ((kind = 'password') = (secret IS NOT NULL)),
        CONSTRAINT credential_kind CHECK (kind IN ('password', 'oidc'))
      );
      CREATE INDEX credential_person_id_idx ON credential (person_id);

      CREATE TABLE membership (
        person_id uuid NOT NULL,
        municipality_id uuid NOT NULL,
        role text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT membership_pkey PRIMARY KEY (person_id, municipality_id, role),
        CONSTRAINT membership_role CHECK (role IN ('resident', 'moderator', 'staff', 'administrator'))
      );
      CREATE INDEX membership_municipality_id_idx ON membership (municipality_id);

      CREATE TABLE session (
        id text NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT session_pkey PRIMARY KEY (id)
      );
      CREATE INDEX session_person_id_idx ON session (person_id);
      CREATE INDEX session_expires_at_idx ON session (expires_at);

      CREATE TABLE participation (
        initiative_id uuid NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT participation_pkey PRIMARY KEY (initiative_id, person_id)
      );
      CREATE INDEX participation_person_id_idx ON participation (person_id);

      CREATE TABLE support (
        initiative_id uuid NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT support_pkey PRIMARY KEY (initiative_id, person_id)
      );
      CREATE INDEX support_person_id_idx ON support (person_id);

      CREATE TABLE process (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        state text NOT NULL DEFAULT 'open',
        service text NOT NULL DEFAULT '',
        background text NOT NULL DEFAULT '',
        purpose text NOT NULL,
        question text NOT NULL DEFAULT '',
        fixed_frame text NOT NULL,
        level text NOT NULL,
        target_groups text[] NOT NULL DEFAULT '{}',
        outreach text NOT NULL DEFAULT '',
        methods text[] NOT NULL DEFAULT '{}',
        phases jsonb NOT NULL DEFAULT '[]',
        decides text NOT NULL DEFAULT '',
        decides_on date,
        owner_unit_id uuid,
        team text NOT NULL DEFAULT '',
        participants jsonb NOT NULL DEFAULT '[]',
        decision text NOT NULL DEFAULT '',
        evaluation text NOT NULL DEFAULT '',
        case_number text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 0,
        created_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        CONSTRAINT process_pkey PRIMARY KEY (id),
        CONSTRAINT process_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
        CONSTRAINT process_state CHECK (state IN ('planned', 'open', 'closed')),
        CONSTRAINT process_kind CHECK (kind IN ('user', 'citizen'))
      );
      CREATE INDEX process_owner_unit_id_idx ON process (owner_unit_id);
      CREATE INDEX process_municipality_id_id_idx ON process (municipality_id, id);

      CREATE TABLE theme (
        id uuid NOT NULL DEFAULT new_id(),
        process_id uuid NOT NULL,
        position integer NOT NULL DEFAULT 0,
        title text NOT NULL,
        response_outcome text,
        response_text text,
        responded_at timestamptz,
        responded_by_id uuid,
        CONSTRAINT theme_pkey PRIMARY KEY (id),
        CONSTRAINT theme_response CHECK (num_nulls(response_outcome, response_text) IN (0, 2) AND (responded_at IS NULL OR response_text IS NOT NULL) AND (response_outcome IS NULL OR response_outcome IN ('accepted', 'partly', 'declined')))
      );
      CREATE INDEX theme_process_id_idx ON theme (process_id);

      CREATE TABLE feedback_link (
        id uuid NOT NULL DEFAULT new_id(),
        process_id uuid NOT NULL,
        theme_id uuid,
        comment_id uuid,
        initiative_id uuid,
        type text,
        linked_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT feedback_link_pkey PRIMARY KEY (id),
        CONSTRAINT feedback_link_process_id_initiative_id_key UNIQUE (process_id, initiative_id),
        CONSTRAINT feedback_link_process_id_comment_id_key UNIQUE (process_id, comment_id),
        CONSTRAINT feedback_link_type CHECK (type IN ('works', 'doesnt_work', 'need')),
        CONSTRAINT feedback_link_subject CHECK (num_nonnulls(comment_id, initiative_id) = 1)
      );
      CREATE INDEX feedback_link_process_id_theme_id_id_idx ON feedback_link (process_id, theme_id, id);
      CREATE INDEX feedback_link_theme_id_idx ON feedback_link (theme_id);
      CREATE INDEX feedback_link_comment_id_idx ON feedback_link (comment_id);
      CREATE INDEX feedback_link_initiative_id_idx ON feedback_link (initiative_id);

      CREATE TABLE process_goal (
        process_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        CONSTRAINT process_goal_pkey PRIMARY KEY (process_id, goal_id)
      );
      CREATE INDEX process_goal_goal_id_idx ON process_goal (goal_id);

      CREATE TABLE moderation_decision (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        moderator_id uuid NOT NULL,
        action text NOT NULL,
        comment_id uuid,
        initiative_id uuid,
        thread_id uuid,
        previous_id uuid,
        reason_code text,
        reason text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT moderation_decision_pkey PRIMARY KEY (id),
        CONSTRAINT moderation_decision_code CHECK (action <> 'hide' OR reason_code IS NOT NULL),
        CONSTRAINT moderation_decision_reason CHECK (action IN ('keep', 'unlock') OR char_length(reason) >= 3),
        CONSTRAINT moderation_decision_subject CHECK (num_nonnulls(comment_id, initiative_id, thread_id) = 1),
        CONSTRAINT moderation_decision_action CHECK (action IN ('keep', 'hide', 'restore', 'lock', 'unlock'))
      );
      CREATE INDEX moderation_decision_comment_id_idx ON moderation_decision (comment_id);
      CREATE INDEX moderation_decision_initiative_id_idx ON moderation_decision (initiative_id);
      CREATE INDEX moderation_decision_previous_id_idx ON moderation_decision (previous_id);
      CREATE INDEX moderation_decision_thread_id_idx ON moderation_decision (thread_id);
      CREATE INDEX moderation_decision_municipality_id_created_at_id_idx ON moderation_decision (municipality_id, created_at, id);

      CREATE TABLE report (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        comment_id uuid,
        initiative_id uuid,
        reporter_id uuid,
        reason_code text NOT NULL,
        text text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        decision_id uuid,
        CONSTRAINT report_pkey PRIMARY KEY (id),
        CONSTRAINT report_subject CHECK (num_nonnulls(comment_id, initiative_id) = 1)
      );
      CREATE INDEX report_reporter_id_idx ON report (reporter_id);
      CREATE INDEX report_decision_id_idx ON report (decision_id);
      CREATE UNIQUE INDEX report_once_initiative ON report (initiative_id, reporter_id) WHERE decision_id IS NULL;
      CREATE UNIQUE INDEX report_once_comment ON report (comment_id, reporter_id) WHERE decision_id IS NULL;
      CREATE INDEX report_municipality_id_created_at_id_idx ON report (municipality_id, created_at, id) WHERE decision_id IS NULL;

      CREATE TABLE notification (
        id uuid NOT NULL DEFAULT new_id(),
        person_id uuid NOT NULL,
        municipality_id uuid NOT NULL,
        kind text NOT NULL,
        details jsonb NOT NULL,
        path text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz,
        CONSTRAINT notification_pkey PRIMARY KEY (id)
      );
      CREATE INDEX notification_municipality_id_idx ON notification (municipality_id);
      CREATE INDEX notification_unread ON notification (person_id, municipality_id) WHERE read_at IS NULL;
      CREATE INDEX notification_person_id_municipality_id_created_at_id_idx ON notification (person_id, municipality_id, created_at, id);

      CREATE TABLE policy_import (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        file_name text NOT NULL,
        source text NOT NULL,
        outline jsonb NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        created_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        published_at timestamptz,
        CONSTRAINT policy_import_pkey PRIMARY KEY (id)
      );
      CREATE INDEX policy_import_municipality_id_idx ON policy_import (municipality_id);
      CREATE INDEX policy_import_created_by_id_idx ON policy_import (created_by_id);
      ALTER TABLE municipality_host ADD CONSTRAINT municipality_host_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE thread ADD CONSTRAINT thread_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE comment ADD CONSTRAINT comment_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE comment ADD CONSTRAINT comment_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE comment ADD CONSTRAINT comment_root_id_fkey FOREIGN KEY (root_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE comment ADD CONSTRAINT comment_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE comment ADD CONSTRAINT comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE organisation_unit ADD CONSTRAINT organisation_unit_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE policy ADD CONSTRAINT policy_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE policy ADD CONSTRAINT policy_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES organisation_unit(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE goal ADD CONSTRAINT goal_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE goal ADD CONSTRAINT goal_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES policy(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE goal ADD CONSTRAINT goal_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES goal(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE initiative_rule ADD CONSTRAINT initiative_rule_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE initiative_rule ADD CONSTRAINT initiative_rule_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE initiative ADD CONSTRAINT initiative_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE initiative ADD CONSTRAINT initiative_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE initiative ADD CONSTRAINT initiative_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES initiative_rule(id) ON DELETE RESTRICT ON UPDATE NO ACTION;
      ALTER TABLE initiative ADD CONSTRAINT initiative_proposer_id_fkey FOREIGN KEY (proposer_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE initiative ADD CONSTRAINT initiative_answered_by_id_fkey FOREIGN KEY (answered_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE action_plan ADD CONSTRAINT action_plan_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE action_plan ADD CONSTRAINT action_plan_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES policy(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE action_plan ADD CONSTRAINT action_plan_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES organisation_unit(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE action ADD CONSTRAINT action_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES action_plan(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE action ADD CONSTRAINT action_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE RESTRICT ON UPDATE NO ACTION;
      ALTER TABLE action_input ADD CONSTRAINT action_input_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE action_input ADD CONSTRAINT action_input_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE action_input ADD CONSTRAINT action_input_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE plan_export ADD CONSTRAINT plan_export_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE plan_export ADD CONSTRAINT plan_export_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES action_plan(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE plan_export ADD CONSTRAINT plan_export_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES person(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE comment_revision ADD CONSTRAINT comment_revision_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE comment_vote ADD CONSTRAINT comment_vote_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE comment_vote ADD CONSTRAINT comment_vote_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE credential ADD CONSTRAINT credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE membership ADD CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE membership ADD CONSTRAINT membership_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE session ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE participation ADD CONSTRAINT participation_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE participation ADD CONSTRAINT participation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE support ADD CONSTRAINT support_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE support ADD CONSTRAINT support_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE process ADD CONSTRAINT process_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE process ADD CONSTRAINT process_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES organisation_unit(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE process ADD CONSTRAINT process_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE theme ADD CONSTRAINT theme_process_id_fkey FOREIGN KEY (process_id) REFERENCES process(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE theme ADD CONSTRAINT theme_responded_by_id_fkey FOREIGN KEY (responded_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE feedback_link ADD CONSTRAINT feedback_link_process_id_fkey FOREIGN KEY (process_id) REFERENCES process(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE feedback_link ADD CONSTRAINT feedback_link_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE feedback_link ADD CONSTRAINT feedback_link_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE feedback_link ADD CONSTRAINT feedback_link_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE feedback_link ADD CONSTRAINT feedback_link_linked_by_id_fkey FOREIGN KEY (linked_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE process_goal ADD CONSTRAINT process_goal_process_id_fkey FOREIGN KEY (process_id) REFERENCES process(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE process_goal ADD CONSTRAINT process_goal_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE moderation_decision ADD CONSTRAINT moderation_decision_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE RESTRICT ON UPDATE NO ACTION;
      ALTER TABLE moderation_decision ADD CONSTRAINT moderation_decision_moderator_id_fkey FOREIGN KEY (moderator_id) REFERENCES person(id) ON DELETE RESTRICT ON UPDATE NO ACTION;
      ALTER TABLE moderation_decision ADD CONSTRAINT moderation_decision_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE RESTRICT ON UPDATE NO ACTION;
      ALTER TABLE moderation_decision ADD CONSTRAINT moderation_decision_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE RESTRICT ON UPDATE NO ACTION;
      ALTER TABLE moderation_decision ADD CONSTRAINT moderation_decision_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES moderation_decision(id) ON DELETE RESTRICT ON UPDATE NO ACTION;
      ALTER TABLE moderation_decision ADD CONSTRAINT moderation_decision_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread(id) ON DELETE RESTRICT ON UPDATE NO ACTION;
      ALTER TABLE report ADD CONSTRAINT report_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE report ADD CONSTRAINT report_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE report ADD CONSTRAINT report_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE report ADD CONSTRAINT report_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE report ADD CONSTRAINT report_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES moderation_decision(id) ON DELETE RESTRICT ON UPDATE NO ACTION;
      ALTER TABLE notification ADD CONSTRAINT notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE notification ADD CONSTRAINT notification_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE policy_import ADD CONSTRAINT policy_import_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE policy_import ADD CONSTRAINT policy_import_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
