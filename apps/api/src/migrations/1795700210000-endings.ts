import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ledgers that end before their time, boxes that changed are known without looking at the others, and what a ballot may say. */
export class Endings1795700210000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      ALTER TABLE ballot_box ADD COLUMN ended_at timestamptz,
        ADD COLUMN called_off boolean NOT NULL DEFAULT false,
        ADD COLUMN unsigned boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT ballot_box_called_off CHECK (NOT called_off OR ended_at IS NOT NULL);
      UPDATE ballot_box SET unsigned = true WHERE closed_at IS NULL
        AND size > coalesce((SELECT max(size) FROM ballot_checkpoint WHERE box_id = ballot_box.id), 0);
      CREATE INDEX ballot_box_unsigned ON ballot_box (id) WHERE unsigned;
      CREATE INDEX ballot_box_closing ON ballot_box (closes_at, id) WHERE closed_at IS NULL;

      -- What was asked stays what was asked, and what is closed, ended or called off stays so.
      DROP TRIGGER ballot_box_stays ON ballot_box;
      CREATE TRIGGER ballot_box_stays BEFORE UPDATE ON ballot_box FOR EACH ROW
        WHEN (OLD.terms IS DISTINCT FROM NEW.terms OR OLD.hidden IS DISTINCT FROM NEW.hidden
          OR OLD.opens_at IS DISTINCT FROM NEW.opens_at OR OLD.closes_at IS DISTINCT FROM NEW.closes_at
          OR OLD.public_key IS DISTINCT FROM NEW.public_key OR NEW.size < OLD.size
          OR (OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at)
          OR ((OLD.ended_at IS NOT NULL OR OLD.closed_at IS NOT NULL)
            AND (NEW.ended_at IS DISTINCT FROM OLD.ended_at OR NEW.called_off <> OLD.called_off)))
        EXECUTE FUNCTION ledger_only_grows();

      CREATE OR REPLACE FUNCTION ballots_must_follow() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        counted integer;
      BEGIN
        -- Only the first since the last checkpoint changes what an index holds; the others are updated in place.
        UPDATE ballot_box SET size = size + many, unsigned = true
          FROM (
            SELECT box_id, count(*)::integer AS many, min(index) AS first, max(index) AS last, min(at) AS earliest,
              max(at) AS latest, bool_and(commitment IS NOT NULL) AS all_hidden, bool_or(commitment IS NOT NULL) AS any_hidden
            FROM added GROUP BY box_id
          ) AS part
          WHERE id = box_id AND size = first AND last = first + many - 1 AND closed_at IS NULL AND ended_at IS NULL
            AND hidden = all_hidden AND hidden = any_hidden
            AND earliest >= opens_at AND (closes_at IS NULL OR latest < closes_at);
        GET DIAGNOSTICS counted = ROW_COUNT;
        IF counted <> (SELECT count(DISTINCT box_id) FROM added) THEN
          RAISE EXCEPTION 'the box takes no such ballot now'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_box_open';
        END IF;
        IF EXISTS (
          SELECT FROM added WHERE turn > 1 AND NOT EXISTS (
            SELECT FROM ballot_entry AS former
            WHERE former.box_id = added.box_id AND former.voter = added.voter AND former.turn = added.turn - 1)
        ) THEN
          RAISE EXCEPTION 'a ballot follows its voter''s last one'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_entry_in_turn';
        END IF;
        RETURN NULL;
      END $$;

      -- As \`getChoiceFaults\` has it: at most so many, each once, the whole sum and no more.
      CREATE FUNCTION is_valid_ballot(paper jsonb, choice jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
      DECLARE
        kind text := paper ->> 'kind';
        options jsonb := paper -> 'options';
        most numeric := (paper ->> 'most')::numeric;
      BEGIN
        IF kind = 'support' THEN RETURN choice = '"support"'; END IF;
        IF kind = 'for-against' THEN RETURN choice IN ('"for"', '"against"', '"blank"'); END IF;
        IF kind IN ('choose', 'ranking') THEN
          RETURN jsonb_typeof(choice) = 'array'
            AND (kind = 'ranking' OR jsonb_array_length(choice) <= coalesce(most, jsonb_array_length(options)))
            AND (SELECT count(*) = count(DISTINCT one) AND coalesce(bool_and(jsonb_typeof(one) = 'string' AND options ? (one #>> '{}')), true)
              FROM jsonb_array_elements(choice) AS one);
        END IF;
        IF kind IN ('scores', 'allotment') THEN
          RETURN jsonb_typeof(choice) = 'object'
            AND (SELECT coalesce(bool_and(options ? key AND CASE WHEN jsonb_typeof(value) = 'number'
                THEN value::numeric = trunc(value::numeric) AND value::numeric BETWEEN (kind = 'allotment')::int AND coalesce(most, 0)
                ELSE false END), true)
              FROM jsonb_each(choice))
            AND (kind = 'scores' OR choice = '{}'
              OR (SELECT sum(value::numeric) = coalesce(most, 0) FROM jsonb_each_text(choice)));
        END IF;
        RETURN false;
      END $$;

      -- What is hidden only its key can read: that is looked at when it is opened.
      CREATE FUNCTION ballots_must_be_valid() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM added JOIN ballot_box AS box ON box.id = added.box_id
          WHERE added.choice <> 'null' AND NOT is_valid_ballot(box.terms -> 'paper', added.choice::jsonb)
        ) THEN
          RAISE EXCEPTION 'the ballot says what the rules of its vote do not allow'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_entry_valid';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ballots_must_be_valid AFTER INSERT ON ballot_entry
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ballots_must_be_valid();

      ALTER TABLE vote ADD COLUMN called_off_at timestamptz, ADD COLUMN called_off_reason text,
        ADD CONSTRAINT vote_called_off CHECK ((called_off_at IS NULL) = (called_off_reason IS NULL)
          AND (called_off_at IS NULL OR (published_at IS NOT NULL AND called_off_at < closes_at)));
      CREATE TRIGGER vote_called_off_once BEFORE UPDATE OF called_off_at, called_off_reason ON vote FOR EACH ROW
        WHEN (OLD.called_off_at IS NOT NULL AND (OLD.called_off_at IS DISTINCT FROM NEW.called_off_at
          OR OLD.called_off_reason IS DISTINCT FROM NEW.called_off_reason))
        EXECUTE FUNCTION vote_stays();
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
