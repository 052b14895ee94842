import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ballot's former one is looked up, whatever the planner makes of a table that was empty when it first asked. */
export class BallotsInTurn1795800000000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
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
        -- One at a time: as a join it would read all ballots of the box for each new one.
        IF EXISTS (
          SELECT FROM added WHERE turn > 1 AND (
            SELECT former.turn FROM ballot_entry AS former
            WHERE former.box_id = added.box_id AND former.voter = added.voter AND former.turn = added.turn - 1) IS NULL
        ) THEN
          RAISE EXCEPTION 'a ballot follows its voter''s last one'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_entry_in_turn';
        END IF;
        RETURN NULL;
      END $$;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
