import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules for contributions before anyone has judged them, and what they did. */
export class ContributionRules1795500600000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE contribution_rules (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        version integer NOT NULL,
        hold_all boolean NOT NULL DEFAULT false,
        new_account_days integer,
        hold_links boolean NOT NULL DEFAULT false,
        office_hours jsonb,
        words jsonb NOT NULL DEFAULT '[]',
        per_minute integer,
        per_hour integer,
        duplicate_hours integer,
        flood_people integer,
        created_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT contribution_rules_pkey PRIMARY KEY (id),
        CONSTRAINT contribution_rules_municipality_id_version_key UNIQUE (municipality_id, version),
        CONSTRAINT contribution_rules_limits CHECK (least(new_account_days, per_minute, per_hour, duplicate_hours, flood_people) >= 1),
        CONSTRAINT contribution_rules_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
        CONSTRAINT contribution_rules_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES person (id) ON DELETE SET NULL
      );

      CREATE TABLE thread_rule (
        thread_id uuid NOT NULL,
        hold_all boolean NOT NULL,
        set_by_id uuid,
        set_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT thread_rule_pkey PRIMARY KEY (thread_id),
        CONSTRAINT thread_rule_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread (id) ON DELETE CASCADE,
        CONSTRAINT thread_rule_set_by_id_fkey FOREIGN KEY (set_by_id) REFERENCES person (id) ON DELETE SET NULL
      );

      CREATE TABLE rule_trace (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        rule text NOT NULL,
        effect text NOT NULL,
        version integer NOT NULL,
        detail text NOT NULL DEFAULT '',
        person_id uuid,
        thread_id uuid,
        comment_id uuid,
        initiative_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT rule_trace_pkey PRIMARY KEY (id),
        CONSTRAINT rule_trace_effect CHECK (effect IN ('hold', 'refuse')),
        CONSTRAINT rule_trace_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
        CONSTRAINT rule_trace_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL,
        CONSTRAINT rule_trace_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES thread (id) ON DELETE CASCADE,
        CONSTRAINT rule_trace_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE,
        CONSTRAINT rule_trace_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id) ON DELETE CASCADE
      );
      CREATE INDEX rule_trace_municipality_id_created_at_id_idx ON rule_trace (municipality_id, created_at, id);
      CREATE INDEX rule_trace_person_id_idx ON rule_trace (person_id);
      CREATE INDEX rule_trace_comment_id_idx ON rule_trace (comment_id);
      CREATE INDEX rule_trace_initiative_id_idx ON rule_trace (initiative_id);
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
