import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ledgers of ballots: they only grow, by one entry after the other, while their box is open. */
export class Ballots1795600300000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE ballot_box (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        terms jsonb NOT NULL,
        hidden boolean NOT NULL DEFAULT false,
        opens_at timestamptz NOT NULL DEFAULT now(),
        closes_at timestamptz,
        closed_at timestamptz,
        size integer NOT NULL DEFAULT 0,
        public_key text NOT NULL,
        CONSTRAINT ballot_box_pkey PRIMARY KEY (id),
        CONSTRAINT ballot_box_subject CHECK (subject_kind IN ('initiative', 'vote')),
        CONSTRAINT ballot_box_period CHECK (closes_at IS NULL OR opens_at < closes_at),
        CONSTRAINT ballot_box_subject_kind_subject_id_key UNIQUE (subject_kind, subject_id),
        CONSTRAINT ballot_box_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE RESTRICT
      );
      CREATE INDEX ballot_box_municipality_id_idx ON ballot_box (municipality_id);

      CREATE TABLE ballot_entry (
        box_id uuid NOT NULL,
        index integer NOT NULL,
        voter text NOT NULL,
        turn integer NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        choice text,
        commitment text,
        sealed bytea,
        signature text NOT NULL,
        CONSTRAINT ballot_entry_pkey PRIMARY KEY (box_id, index),
        CONSTRAINT ballot_entry_box_id_voter_turn_key UNIQUE (box_id, voter, turn),
        CONSTRAINT ballot_entry_turn CHECK (turn >= 1),
        CONSTRAINT ballot_entry_choice CHECK (num_nonnulls(choice, commitment) = 1 AND (commitment IS NULL) = (sealed IS NULL)),
        CONSTRAINT ballot_entry_box_id_fkey FOREIGN KEY (box_id) REFERENCES ballot_box (id) ON DELETE RESTRICT
      );

      CREATE TABLE ballot_checkpoint (
        box_id uuid NOT NULL,
        size integer NOT NULL,
        final boolean NOT NULL,
        root text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        result jsonb,
        signature text NOT NULL,
        kept jsonb NOT NULL,
        tally jsonb,
        CONSTRAINT ballot_checkpoint_pkey PRIMARY KEY (box_id, size, final),
        CONSTRAINT ballot_checkpoint_box_id_fkey FOREIGN KEY (box_id) REFERENCES ballot_box (id) ON DELETE RESTRICT
      );

      CREATE TABLE ballot_node (
        box_id uuid NOT NULL,
        level integer NOT NULL,
        index integer NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT ballot_node_pkey PRIMARY KEY (box_id, level, index),
        CONSTRAINT ballot_node_box_id_fkey FOREIGN KEY (box_id) REFERENCES ballot_box (id) ON DELETE RESTRICT
      );

      -- Entries are the next ones, of an open box, in time, and their voters' next; the box counts them in the same
      -- breath. Once a statement: a row that is updated for each of a hundred thousand rows grows slower with every one.
      CREATE FUNCTION ballots_must_follow() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        counted integer;
      BEGIN
        UPDATE ballot_box SET size = size + many
          FROM (
            SELECT box_id, count(*)::integer AS many, min(index) AS first, max(index) AS last, min(at) AS earliest,
              max(at) AS latest, bool_and(commitment IS NOT NULL) AS all_hidden, bool_or(commitment IS NOT NULL) AS any_hidden
            FROM added GROUP BY box_id
          ) AS part
          WHERE id = box_id AND size = first AND last = first + many - 1 AND closed_at IS NULL
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
      CREATE TRIGGER ballots_must_follow AFTER INSERT ON ballot_entry
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ballots_must_follow();

      CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what is in a ledger cannot be changed'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_only_grows';
      END $$;
      CREATE TRIGGER ballot_entry_only_grows BEFORE UPDATE OR DELETE ON ballot_entry
        FOR EACH ROW EXECUTE FUNCTION ledger_only_grows();
      CREATE TRIGGER ballot_entry_not_emptied BEFORE TRUNCATE ON ballot_entry
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows();
      CREATE TRIGGER ballot_checkpoint_only_grows BEFORE UPDATE OR DELETE ON ballot_checkpoint
        FOR EACH ROW EXECUTE FUNCTION ledger_only_grows();
      CREATE TRIGGER ballot_checkpoint_not_emptied BEFORE TRUNCATE ON ballot_checkpoint
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows();

      -- What was asked stays what was asked, and a closed box stays closed.
      CREATE TRIGGER ballot_box_stays BEFORE UPDATE ON ballot_box FOR EACH ROW
        WHEN (OLD.terms IS DISTINCT FROM NEW.terms OR OLD.hidden IS DISTINCT FROM NEW.hidden
          OR OLD.opens_at IS DISTINCT FROM NEW.opens_at OR OLD.closes_at IS DISTINCT FROM NEW.closes_at
          OR OLD.public_key IS DISTINCT FROM NEW.public_key OR NEW.size < OLD.size
          OR (OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at))
        EXECUTE FUNCTION ledger_only_grows();
    `);
  }

  async down() {
    throw new Error('migrations go forward only');
  }
}
