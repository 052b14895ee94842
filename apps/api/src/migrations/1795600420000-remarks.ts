import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What proposers add to their initiative once it is published. */
export class Remarks1795600420000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE comment ADD remark boolean NOT NULL DEFAULT false;
      ALTER TABLE comment DROP CONSTRAINT comment_body,
        ADD CONSTRAINT comment_body CHECK (char_length(body) BETWEEN 1 AND CASE WHEN remark THEN 10000 ELSE 4000 END);
      CREATE INDEX comment_remark ON comment (thread_id, id) WHERE remark;

      -- A remark stays as it was said: those who support an initiative may rely on it. What moderation takes out
      -- (redaction, quarantine) is written down elsewhere; with its thread it goes.
      CREATE FUNCTION remark_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM thread WHERE id = OLD.thread_id) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'a remark stays as it was said'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'remark_is_kept';
      END $$;
      CREATE TRIGGER remark_is_kept BEFORE UPDATE ON comment FOR EACH ROW
        WHEN (OLD.remark AND (NEW.remark IS DISTINCT FROM OLD.remark OR NEW.removed_at IS NOT NULL
          OR NEW.created_at <> OLD.created_at OR (NEW.body <> OLD.body
            AND NEW.redacted_at IS NOT DISTINCT FROM OLD.redacted_at
            AND NEW.quarantined_at IS NOT DISTINCT FROM OLD.quarantined_at)))
        EXECUTE FUNCTION remark_is_kept();
      CREATE TRIGGER remark_is_not_deleted BEFORE DELETE ON comment FOR EACH ROW
        WHEN (OLD.remark) EXECUTE FUNCTION remark_is_kept();
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
