import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who deals with an initiative, what staff say of it among themselves, and answers prepared once for many. */
export class InitiativeCases1795600500000 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await runner.query(`
      CREATE TABLE initiative_case (
        initiative_id uuid PRIMARY KEY REFERENCES initiative ON DELETE CASCADE,
        municipality_id uuid NOT NULL REFERENCES municipality ON DELETE CASCADE,
        unit_id uuid REFERENCES organisation_unit ON DELETE SET NULL,
        unit_proposed boolean NOT NULL DEFAULT true,
        assignee_id uuid REFERENCES person ON DELETE SET NULL,
        case_number text NOT NULL DEFAULT '',
        notice_by timestamptz,
        told_at timestamptz
      );
      CREATE INDEX initiative_case_municipality_id_initiative_id_idx ON initiative_case (municipality_id, initiative_id);
      CREATE INDEX initiative_case_unit_id_idx ON initiative_case (unit_id);
      CREATE INDEX initiative_case_assignee_id_idx ON initiative_case (assignee_id) WHERE assignee_id IS NOT NULL;
      CREATE INDEX initiative_waiting ON initiative (municipality_id, decide_by, id)
        WHERE status IN ('reached', 'handed-over', 'considered');

      CREATE TABLE case_note (
        id uuid DEFAULT new_id() PRIMARY KEY,
        initiative_id uuid NOT NULL REFERENCES initiative_case ON DELETE CASCADE,
        author_id uuid REFERENCES person ON DELETE SET NULL,
        text text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX case_note_initiative_id_id_idx ON case_note (initiative_id, id);

      CREATE TABLE case_opinion (
        id uuid DEFAULT new_id() PRIMARY KEY,
        initiative_id uuid NOT NULL REFERENCES initiative_case ON DELETE CASCADE,
        asker_id uuid REFERENCES person ON DELETE SET NULL,
        asked_id uuid REFERENCES person ON DELETE SET NULL,
        question text NOT NULL,
        answer text,
        created_at timestamptz NOT NULL DEFAULT now(),
        answered_at timestamptz,
        CONSTRAINT case_opinion_answer CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX case_opinion_initiative_id_id_idx ON case_opinion (initiative_id, id);
      CREATE UNIQUE INDEX case_opinion_open ON case_opinion (asked_id, initiative_id) WHERE answered_at IS NULL;

      CREATE TABLE unit_member (
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES organisation_unit ON DELETE CASCADE,
        PRIMARY KEY (person_id, unit_id)
      );
      CREATE INDEX unit_member_unit_id_idx ON unit_member (unit_id);

      CREATE TABLE answer_template (
        id uuid DEFAULT new_id() PRIMARY KEY,
        municipality_id uuid NOT NULL REFERENCES municipality ON DELETE CASCADE,
        title text NOT NULL,
        outcome text NOT NULL CONSTRAINT answer_template_outcome CHECK (outcome IN ('accepted', 'partly', 'declined',
          'answered', 'considered-answered', 'forwarded', 'outside-competence')),
        text text NOT NULL,
        changed_by_id uuid REFERENCES person ON DELETE SET NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (municipality_id, title)
      );

      -- Whatever publishes an initiative, somebody has it: the unit that owns its policy, until staff say otherwise.
      CREATE FUNCTION initiative_has_case() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO initiative_case (initiative_id, municipality_id, unit_id)
          SELECT NEW.id, NEW.municipality_id, policy.owner_unit_id
          FROM goal JOIN policy ON policy.id = goal.policy_id WHERE goal.id = NEW.goal_id
          ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER initiative_has_case_new AFTER INSERT ON initiative FOR EACH ROW
        WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION initiative_has_case();
      CREATE TRIGGER initiative_has_case AFTER UPDATE OF published_at ON initiative FOR EACH ROW
        WHEN (OLD.published_at IS NULL AND NEW.published_at IS NOT NULL) EXECUTE FUNCTION initiative_has_case();
      INSERT INTO initiative_case (initiative_id, municipality_id, unit_id)
        SELECT initiative.id, initiative.municipality_id, policy.owner_unit_id
        FROM initiative JOIN goal ON goal.id = initiative.goal_id JOIN policy ON policy.id = goal.policy_id
        WHERE initiative.published_at IS NOT NULL;
    `);
  }

  async down() {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
