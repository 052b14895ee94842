import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions the municipality puts to its residents. */
export class Votes1795600310000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE vote (
        id uuid NOT NULL DEFAULT new_id(),
        municipality_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        initiative_id uuid,
        process_id uuid,
        question text NOT NULL,
        text text NOT NULL DEFAULT '',
        language text NOT NULL,
        kind text NOT NULL,
        method text NOT NULL,
        options jsonb NOT NULL DEFAULT '[]',
        most integer,
        hidden boolean NOT NULL DEFAULT false,
        quorum integer,
        majority text NOT NULL DEFAULT 'most',
        opens_at timestamptz NOT NULL DEFAULT now(),
        closes_at timestamptz NOT NULL DEFAULT now(),
        published_at timestamptz,
        author_id uuid,
        revision integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT vote_pkey PRIMARY KEY (id),
        CONSTRAINT vote_kind CHECK (kind IN ('for-against', 'choose', 'ranking', 'scores', 'allotment')),
        CONSTRAINT vote_method CHECK (method IN ('plurality', 'approval', 'borda', 'schulze', 'average', 'sum')),
        CONSTRAINT vote_majority CHECK (majority IN ('most', 'half', 'half-of-all', 'two-thirds')),
        CONSTRAINT vote_period CHECK (opens_at < closes_at),
        CONSTRAINT vote_quorum CHECK (quorum IS NULL OR quorum >= 1),
        CONSTRAINT vote_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality (id) ON DELETE CASCADE,
        CONSTRAINT vote_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal (id) ON DELETE CASCADE,
        CONSTRAINT vote_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative (id) ON DELETE SET NULL,
        CONSTRAINT vote_process_id_fkey FOREIGN KEY (process_id) REFERENCES process (id) ON DELETE SET NULL,
        CONSTRAINT vote_author_id_fkey FOREIGN KEY (author_id) REFERENCES person (id) ON DELETE SET NULL
      );
      CREATE INDEX vote_goal_id_idx ON vote (goal_id);
      CREATE INDEX vote_initiative_id_idx ON vote (initiative_id);
      CREATE INDEX vote_process_id_idx ON vote (process_id);
      CREATE INDEX vote_municipality_id_published_at_id_idx ON vote (municipality_id, published_at, id);

      -- What was put to a vote stays what it was; its ledger says the same.
      CREATE FUNCTION vote_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a published vote cannot be changed'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'vote_stays';
      END $$;
      CREATE TRIGGER vote_stays BEFORE UPDATE ON vote FOR EACH ROW
        WHEN (OLD.published_at IS NOT NULL AND (
          OLD.question IS DISTINCT FROM NEW.question OR OLD.kind IS DISTINCT FROM NEW.kind
          OR OLD.method IS DISTINCT FROM NEW.method OR OLD.options IS DISTINCT FROM NEW.options
          OR OLD.most IS DISTINCT FROM NEW.most OR OLD.hidden IS DISTINCT FROM NEW.hidden
          OR OLD.quorum IS DISTINCT FROM NEW.quorum OR OLD.majority IS DISTINCT FROM NEW.majority
          OR OLD.opens_at IS DISTINCT FROM NEW.opens_at OR OLD.closes_at IS DISTINCT FROM NEW.closes_at
          OR OLD.published_at IS DISTINCT FROM NEW.published_at))
        EXECUTE FUNCTION vote_stays();
      CREATE TRIGGER vote_not_deleted BEFORE DELETE ON vote FOR EACH ROW
        WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION vote_stays();
    `);
  }

  async down() {
    throw new Error('migrations go forward only');
  }
}
