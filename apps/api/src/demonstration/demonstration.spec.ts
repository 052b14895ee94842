import { describe, expect, it } from '@jest/globals';
import { ask, aWorld } from '../../test/world.js';
import { Demonstration } from './demonstration.js';

describe('the demonstration', () => {
  const world = aWorld();

  it('fills an empty database with both municipalities, and the accounts for each role can sign in', async () => {
    const demonstration = world.app.get(Demonstration);
    expect(await demonstration.isEmpty()).toBe(true);
    const accounts = await demonstration.load('sejl-fjord-lyng-4711');
    expect(await demonstration.isEmpty()).toBe(false);
    expect(accounts.map(({ municipality, role }) => `${municipality} ${role}`).toSorted()).toEqual(
      ['helsingborg', 'helsingor'].flatMap((slug) =>
        ['administrator', 'moderator', 'resident', 'staff'].map((role) => `${slug} ${role}`),
      ),
    );
    for (const { email } of accounts) {
      const answer = await ask(world, 'POST /api/session', {
        body: { email, password: 'sejl-fjord-lyng-4711' },
      });
      expect(answer.status).toBe(204);
    }
    const policies = await ask(world, 'GET /api/municipalities/helsingor/policies');
    expect(policies.body.items).toHaveLength(15);
    const programme = await ask(world, 'GET /api/municipalities/helsingborg/policies');
    expect(
      programme.body.items.find(({ goalCount }: { goalCount: number }) => goalCount === 78),
    ).toMatchObject({ expired: true });
    const [counts] = await world.source.query(
      `SELECT (SELECT count(*)::int FROM comment) AS comments,
         (SELECT count(DISTINCT status)::int FROM initiative) AS states,
         (SELECT bool_and(support_count = (SELECT count(*) FROM support WHERE initiative_id = initiative.id)) FROM initiative) AS counted`,
    );
    expect(counts).toEqual({ comments: 118, states: 6, counted: true });
    // What was decided about an author before is read from what the author was told.
    const decided = await world.source.query(
      `SELECT person.name, statement.action, statement.reason_code AS rule, statement.reason = decision.reason AS same,
         statement.reference = 'K-' || comment.number AS named
       FROM moderation_decision AS decision LEFT JOIN statement ON statement.decision_id = decision.id
         LEFT JOIN comment ON comment.id = decision.comment_id LEFT JOIN person ON person.id = statement.person_id
       WHERE decision.action = 'hide'`,
    );
    expect(decided).toContainEqual({
      name: 'Torben Friis',
      action: 'hide',
      rule: 'insult',
      same: true,
      named: true,
    });
    expect(decided.filter(({ name }: { name: string | null }) => name === null)).toEqual([]);
  });
});
