import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a rule was before it held every parameter of a scheme: everything but its threshold and its end. */
const AS_BEFORE = `{"proposer":{"groups":["resident"],"minAge":null,"evidence":"none"},"supporter":{"groups":["resident"],"minAge":null,"evidence":"none"},"coProposers":{"min":0,"max":10,"days":14},"lengths":{"title":140,"text":2000,"remark":10000},"images":3,"review":{"before":false,"days":10},"rejections":["outside-competence","not-concrete","repeat","being-dealt-with","individual-case","staff-matter","exempt-topic","unlawful","not-eligible"],"rejectionsPublic":false,"repeat":{"rule":"allowed","months":null},"term":null,"top":null,"higher":null,"base":{"residents":null,"voters":null,"over15":null,"countedOn":null},"handOver":"at-end","continues":false,"withdrawal":"until-end","ballot":"support","namesShown":false,"paper":true,"blackouts":[],"exempt":[],"decision":{"months":null,"extensionMonths":null,"noticeDays":null,"reportsPerYear":0},"outcomes":["accepted","partly","declined","forwarded"],"failure":"closed","retentionMonths":12}`;

/** A rule holds a whole scheme, an initiative has its whole life and its steps, a person a standing. */
export class Schemes1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE person ADD email_confirmed_at timestamptz;
      CREATE TABLE standing (
        person_id uuid NOT NULL,
        municipality_id uuid NOT NULL,
        evidence text NOT NULL,
        groups text[] NOT NULL DEFAULT '{}',
        born_on date,
        confirmed_by_id uuid,
        confirmed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT standing_pkey PRIMARY KEY (person_id, municipality_id),
        CONSTRAINT standing_evidence CHECK (evidence IN ('eid-low', 'eid-substantial', 'register', 'eid-high')),
        CONSTRAINT standing_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
        CONSTRAINT standing_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
        CONSTRAINT standing_confirmed_by_id_fkey FOREIGN KEY (confirmed_by_id) REFERENCES person (id) ON DELETE SET NULL
      );

      ALTER TABLE initiative_rule ADD scheme jsonb;
      UPDATE initiative_rule SET scheme = '${AS_BEFORE}'::jsonb || jsonb_build_object(
        'name', CASE municipality.language WHEN 'sv' THEN 'Invånarförslag' ELSE 'Borgerforslag' END,
        'body', CASE municipality.language WHEN 'sv' THEN 'Kommunstyrelsen' ELSE 'Byrådet' END,
        'threshold', jsonb_build_object('take', 'least', 'parts', jsonb_build_array(
          jsonb_build_object('measure', 'count', 'value', threshold, 'base', NULL))),
        'window', jsonb_build_object('unit', 'days', 'closesOn', closes_on,
          'choices', CASE WHEN window_days IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(window_days) END))
        FROM municipality WHERE municipality.id = initiative_rule.municipality_id;
      ALTER TABLE initiative_rule ALTER scheme SET NOT NULL,
        DROP CONSTRAINT initiative_rule_threshold, DROP CONSTRAINT initiative_rule_window,
        DROP threshold, DROP window_days, DROP closes_on;

      ALTER TABLE initiative
        ADD higher_threshold integer, ADD higher_at timestamptz, ADD window_choice integer, ADD invitation uuid,
        ADD confirm_by timestamptz, ADD review_by timestamptz, ADD rejection text, ADD rejection_text text,
        ADD handed_over_at timestamptz, ADD decide_by timestamptz, ADD overdue_at timestamptz,
        DROP CONSTRAINT initiative_status, DROP CONSTRAINT initiative_published,
        DROP CONSTRAINT initiative_held, DROP CONSTRAINT initiative_answer;
      UPDATE initiative SET status = 'decided' WHERE status = 'answered';
      UPDATE initiative SET status = 'review' WHERE held_at IS NOT NULL;
      ALTER TABLE initiative
        ADD CONSTRAINT initiative_status CHECK (status IN ('draft', 'confirming', 'review', 'collecting', 'reached', 'handed-over', 'considered', 'decided', 'planned', 'carried-out', 'expired', 'rejected', 'withdrawn')),
        ADD CONSTRAINT initiative_published CHECK (status IN ('draft', 'confirming', 'review', 'rejected', 'withdrawn') OR (published_at IS NOT NULL AND deadline IS NOT NULL AND rule_id IS NOT NULL)),
        ADD CONSTRAINT initiative_held CHECK ((held_at IS NULL) = (held_reason IS NULL) AND (held_at IS NOT NULL) = (status = 'review')),
        ADD CONSTRAINT initiative_answer CHECK ((status IN ('decided', 'planned', 'carried-out')) = (answer_outcome IS NOT NULL) AND num_nulls(answer_outcome, answer_text, answered_at) IN (0, 3) AND (answer_outcome IS NULL OR answer_outcome IN ('accepted', 'partly', 'declined', 'answered', 'considered-answered', 'forwarded', 'outside-competence'))),
        ADD CONSTRAINT initiative_rejection CHECK ((status = 'rejected') = (rejection IS NOT NULL) AND (rejection IS NULL) = (rejection_text IS NULL));

      CREATE TABLE co_proposer (
        initiative_id uuid NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT co_proposer_pkey PRIMARY KEY (initiative_id, person_id),
        CONSTRAINT co_proposer_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id) ON DELETE CASCADE,
        CONSTRAINT co_proposer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
      );
      CREATE INDEX co_proposer_person_id_idx ON co_proposer (person_id);

      CREATE TABLE initiative_step (
        id uuid NOT NULL DEFAULT new_id(),
        initiative_id uuid NOT NULL,
        act text NOT NULL,
        status text NOT NULL,
        note text,
        until timestamptz,
        actor_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT initiative_step_pkey PRIMARY KEY (id),
        CONSTRAINT initiative_step_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id) ON DELETE CASCADE,
        CONSTRAINT initiative_step_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person (id) ON DELETE SET NULL
      );
      CREATE INDEX initiative_step_initiative_id_id_idx ON initiative_step (initiative_id, id);

      -- What happened before there were steps.
      INSERT INTO initiative_step (initiative_id, act, status, note, until, created_at)
        SELECT initiative.id, step.act, step.status, step.note, step.until, step.at
        FROM initiative, LATERAL (VALUES
          ('publish', 'collecting', NULL, initiative.deadline, initiative.published_at),
          ('reach', 'reached', NULL, NULL, initiative.reached_at),
          ('expire', 'expired', NULL, NULL, CASE WHEN initiative.status = 'expired' THEN initiative.deadline END),
          ('decide', 'decided', NULL, NULL, initiative.answered_at),
          ('withdraw', 'withdrawn', initiative.withdrawn_reason, NULL, initiative.withdrawn_at)
        ) AS step(act, status, note, until, at)
        WHERE step.at IS NOT NULL AND initiative.published_at IS NOT NULL
        ORDER BY step.at;

      -- A timeline that everyone reads is not rewritten; only who did it is forgotten with their account.
      CREATE FUNCTION steps_stay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a step of an initiative cannot be changed'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'initiative_step_stays';
      END $$;
      CREATE TRIGGER initiative_step_stays
        BEFORE UPDATE OF initiative_id, act, status, note, until, created_at ON initiative_step
        FOR EACH ROW EXECUTE FUNCTION steps_stay();

      -- Support counts only while the initiative collects and before its deadline, and never one's own.
      CREATE OR REPLACE FUNCTION initiative_must_collect() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        proposer uuid;
      BEGIN
        SELECT proposer_id INTO proposer FROM initiative
          WHERE id = NEW.initiative_id
            AND status IN ('collecting', 'reached', 'handed-over', 'considered')
            AND deadline > clock_timestamp() AND hidden_at IS NULL
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
    `);
    await runner.query("INSERT INTO signing_key (name, secret) VALUES ('confirm-email', $1)", [
      randomBytes(32).toString('base64url'),
    ]);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
