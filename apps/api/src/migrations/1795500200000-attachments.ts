import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures and documents of comments; the role that marks a council. */
export class Attachments1795500200000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      -- Chance alone, unlike new_id(), whose first half is the time.
      CREATE FUNCTION unguessable_id() RETURNS uuid LANGUAGE sql VOLATILE AS 'SELECT gen_random_uuid()';

      CREATE TABLE comment_attachment (
        id uuid NOT NULL DEFAULT unguessable_id(),
        municipality_id uuid NOT NULL,
        uploader_id uuid,
        comment_id uuid,
        kind text NOT NULL,
        content_type text NOT NULL,
        file_name text NOT NULL,
        alt text NOT NULL DEFAULT '',
        width integer,
        height integer,
        byte_size integer NOT NULL DEFAULT 0,
        content bytea NOT NULL,
        preview bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT comment_attachment_pkey PRIMARY KEY (id),
        CONSTRAINT comment_attachment_comment_id_key UNIQUE (comment_id),
        CONSTRAINT comment_attachment_kind CHECK (kind IN ('image', 'document')),
        CONSTRAINT comment_attachment_image
          CHECK ((kind = 'image') = (width IS NOT NULL AND height IS NOT NULL AND preview IS NOT NULL)),
        CONSTRAINT comment_attachment_alt CHECK (char_length(alt) <= 300)
      );
      CREATE INDEX comment_attachment_municipality_id_idx ON comment_attachment (municipality_id);
      CREATE INDEX comment_attachment_uploader_id_created_at_idx ON comment_attachment (uploader_id, created_at);
      CREATE INDEX comment_attachment_unused ON comment_attachment (created_at) WHERE comment_id IS NULL;
      ALTER TABLE comment_attachment ADD CONSTRAINT comment_attachment_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE comment_attachment ADD CONSTRAINT comment_attachment_uploader_id_fkey FOREIGN KEY (uploader_id) REFERENCES person(id) ON DELETE SET NULL ON UPDATE NO ACTION;
      ALTER TABLE comment_attachment ADD CONSTRAINT comment_attachment_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE ON UPDATE NO ACTION;
      -- Pictures and documents are packed already.
      ALTER TABLE comment_attachment ALTER COLUMN content SET STORAGE EXTERNAL, ALTER COLUMN preview SET STORAGE EXTERNAL;

      -- Only a comment of the one who uploaded it takes an attachment, in the same municipality, and keeps it.
      CREATE FUNCTION attachment_is_taken_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.comment_id IS NOT NULL THEN
          RAISE EXCEPTION 'the attachment is another comment''s'
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'attachment_is_taken_once';
        END IF;
        IF NOT EXISTS (
          SELECT FROM comment WHERE id = NEW.comment_id
            AND municipality_id = NEW.municipality_id AND author_id = NEW.uploader_id
        ) THEN
          RAISE EXCEPTION 'the attachment is another person''s'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'attachment_of_author';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER attachment_is_taken_once BEFORE UPDATE OF comment_id ON comment_attachment
        FOR EACH ROW WHEN (NEW.comment_id IS DISTINCT FROM OLD.comment_id)
        EXECUTE FUNCTION attachment_is_taken_once();
      CREATE TRIGGER attachment_of_author BEFORE INSERT ON comment_attachment
        FOR EACH ROW WHEN (NEW.comment_id IS NOT NULL) EXECUTE FUNCTION attachment_is_taken_once();

      ALTER TABLE membership DROP CONSTRAINT membership_role,
        ADD CONSTRAINT membership_role
          CHECK (role IN ('resident', 'council', 'moderator', 'staff', 'administrator'));
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
