import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To follow, to be mentioned, and mail: what was told, what is yet to be, and how each wants to hear of it. */
export class Mail1795500300000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE password_reset (
        id text NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT password_reset_pkey PRIMARY KEY (id)
      );
      CREATE INDEX password_reset_person_id_idx ON password_reset (person_id);
      CREATE INDEX password_reset_expires_at_idx ON password_reset (expires_at);

      CREATE TABLE activity (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        kind text NOT NULL,
        actor_id uuid,
        comment_id uuid,
        initiative_id uuid,
        process_id uuid,
        plan_id uuid,
        happened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT activity_source CHECK (num_nonnulls(comment_id, initiative_id, process_id, plan_id) = 1),
        CONSTRAINT activity_pkey PRIMARY KEY (id)
      );
      CREATE INDEX activity_actor_id_idx ON activity (actor_id);
      CREATE INDEX activity_comment_id_idx ON activity (comment_id);
      CREATE INDEX activity_initiative_id_idx ON activity (initiative_id);
      CREATE INDEX activity_process_id_idx ON activity (process_id);
      CREATE INDEX activity_plan_id_idx ON activity (plan_id);
      CREATE INDEX activity_municipality_id_happened_at_idx ON activity (municipality_id, happened_at);

      CREATE TABLE activity_subject (
        activity_id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        happened_at timestamptz NOT NULL,
        CONSTRAINT activity_subject_pkey PRIMARY KEY (activity_id, kind, subject_id)
      );
      CREATE INDEX activity_subject_kind_subject_id_happened_at_idx ON activity_subject (kind, subject_id, happened_at);

      CREATE TABLE comment_mention (
        comment_id uuid NOT NULL,
        person_id uuid NOT NULL,
        CONSTRAINT comment_mention_pkey PRIMARY KEY (comment_id, person_id)
      );
      CREATE INDEX comment_mention_person_id_idx ON comment_mention (person_id);

      CREATE TABLE follow (
        id uuid NOT NULL DEFAULT new_id(),
        person_id uuid NOT NULL,
        municipality_id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CONSTRAINT follow_person_id_kind_subject_id_key UNIQUE (person_id, kind, subject_id),
        CONSTRAINT follow_kind CHECK (kind IN ('thread', 'policy', 'goal', 'initiative', 'process')),
        CONSTRAINT follow_pkey PRIMARY KEY (id)
      );
      CREATE INDEX follow_municipality_id_person_id_idx ON follow (municipality_id, person_id) WHERE ended_at IS NULL;
      CREATE INDEX follow_kind_subject_id_person_id_idx ON follow (kind, subject_id, person_id) WHERE ended_at IS NULL;

      CREATE TABLE notification_setting (
        person_id uuid NOT NULL,
        municipality_id uuid NOT NULL,
        mail text,
        answers text NOT NULL DEFAULT 'at-once',
        outcomes text NOT NULL DEFAULT 'daily',
        decisions text NOT NULL DEFAULT 'at-once',
        followed text NOT NULL DEFAULT 'weekly',
        follow_own boolean NOT NULL DEFAULT true,
        answers_to_me boolean NOT NULL DEFAULT true,
        followed_until timestamptz,
        CONSTRAINT notification_setting_pace CHECK (mail IN ('at-once', 'daily', 'weekly', 'never') AND answers IN ('at-once', 'daily', 'weekly', 'never') AND outcomes IN ('at-once', 'daily', 'weekly', 'never') AND decisions IN ('at-once', 'daily', 'weekly', 'never') AND followed IN ('at-once', 'daily', 'weekly', 'never')),
        CONSTRAINT notification_setting_pkey PRIMARY KEY (person_id, municipality_id)
      );
      CREATE INDEX notification_setting_municipality_id_idx ON notification_setting (municipality_id);

      CREATE TABLE mail (
        id uuid NOT NULL DEFAULT new_id(),
        key text NOT NULL,
        municipality_id uuid NOT NULL,
        recipient text NOT NULL,
        from_name text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        unsubscribe_url text,
        secret boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        sending_at timestamptz,
        sent_at timestamptz,
        failed_at timestamptz,
        error text,
        CONSTRAINT mail_key_key UNIQUE (key),
        CONSTRAINT mail_pkey PRIMARY KEY (id)
      );
      CREATE INDEX mail_waiting ON mail (id) WHERE sent_at IS NULL AND failed_at IS NULL;
      CREATE INDEX mail_municipality_id_id_idx ON mail (municipality_id, id);

      CREATE TABLE signing_key (
        name text NOT NULL,
        secret text NOT NULL,
        CONSTRAINT signing_key_pkey PRIMARY KEY (name)
      );
      ALTER TABLE notification ADD subject_id uuid;
      ALTER TABLE notification ADD mailed_at timestamptz;
      CREATE UNIQUE INDEX notification_gathered ON notification (person_id, kind, subject_id) WHERE read_at IS NULL AND subject_id IS NOT NULL;
      CREATE INDEX notification_municipality_id_person_id_idx ON notification (municipality_id, person_id) WHERE mailed_at IS NULL;
      ALTER TABLE password_reset ADD CONSTRAINT password_reset_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
      ALTER TABLE activity ADD CONSTRAINT activity_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE;
      ALTER TABLE activity ADD CONSTRAINT activity_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id) ON DELETE SET NULL;
      ALTER TABLE activity ADD CONSTRAINT activity_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE;
      ALTER TABLE activity ADD CONSTRAINT activity_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id) ON DELETE CASCADE;
      ALTER TABLE activity ADD CONSTRAINT activity_process_id_fkey FOREIGN KEY (process_id) REFERENCES process(id) ON DELETE CASCADE;
      ALTER TABLE activity ADD CONSTRAINT activity_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES action_plan(id) ON DELETE CASCADE;
      ALTER TABLE activity_subject ADD CONSTRAINT activity_subject_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activity(id) ON DELETE CASCADE;
      ALTER TABLE comment_mention ADD CONSTRAINT comment_mention_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE;
      ALTER TABLE comment_mention ADD CONSTRAINT comment_mention_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
      ALTER TABLE follow ADD CONSTRAINT follow_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
      ALTER TABLE follow ADD CONSTRAINT follow_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE;
      ALTER TABLE notification_setting ADD CONSTRAINT notification_setting_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
      ALTER TABLE notification_setting ADD CONSTRAINT notification_setting_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE;

      -- What was told before there was mail is not mailed now.
      UPDATE notification SET mailed_at = now();
    `);
    await runner.query("INSERT INTO signing_key (name, secret) VALUES ('unsubscribe', $1)", [
      randomBytes(32).toString('base64url'),
    ]);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
