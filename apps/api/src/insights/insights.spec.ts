import { beforeAll, describe, expect, it } from '@jest/globals';
import { ask, aWorld } from '../../test/world.js';
import { Demonstration } from '../demonstration/demonstration.js';

describe('what became of what was said', () => {
  const world = aWorld();
  const at = '/api/municipalities/helsingor';
  beforeAll(() => world.app.get(Demonstration).load('sejl-fjord-lyng-4711'));

  const cited = () =>
    world.source.query<{ id: string; email: string }[]>(
      `SELECT comment.id, person.email FROM action_input JOIN comment ON comment.id = action_input.comment_id
         JOIN person ON person.id = comment.author_id JOIN action ON action.id = action_input.action_id
         JOIN action_plan ON action_plan.id = action.plan_id JOIN municipality ON municipality.id = action_plan.municipality_id
         JOIN feedback_link ON feedback_link.comment_id = comment.id
       WHERE action.result <> '' AND action_plan.published_at IS NOT NULL AND municipality.slug = 'helsingor'`,
    );

  it('is told step by step to everyone', async () => {
    const [comment] = await cited();
    const answer = await ask(world, `GET ${at}/trails?ids=${comment!.id}`);
    expect(answer.body.items[0].steps.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['said', 'linked', 'answered', 'planned', 'result']),
    );
    const dates = answer.body.items[0].steps.flatMap(({ at }: { at: string | null }) => at ?? []);
    expect(dates).toEqual(dates.toSorted());
  });

  it('is found by its author among their own contributions', async () => {
    const [comment] = await cited();
    const signedIn = await ask(world, 'POST /api/session', {
      body: { email: comment!.email, password: 'sejl-fjord-lyng-4711' },
    });
    const headers = { cookie: String(signedIn.headers['set-cookie']).split(';')[0]! };
    const mine = await ask(world, `GET ${at}/contributions/mine`, { headers });
    expect(mine.body.items.map(({ id }: { id: string }) => id)).toContain(comment!.id);
  });

  it('is not told of the other municipality, and not of what is hidden', async () => {
    const [comment] = await cited();
    expect(
      (await ask(world, `GET /api/municipalities/helsingborg/trails?ids=${comment!.id}`)).body.items,
    ).toEqual([]);
    const [hidden] = await world.source.query<{ id: string }[]>(
      'SELECT id FROM comment WHERE hidden_at IS NOT NULL LIMIT 1',
    );
    expect((await ask(world, `GET ${at}/trails?ids=${hidden!.id}`)).body.items).toEqual([]);
  });

  it('rolls counts up the tree of goals', async () => {
    const policies = await ask(world, `GET ${at}/policies`);
    const policy = policies.body.items.find(
      ({ title }: { title: string }) => title === 'Medborgerskabspolitik',
    );
    const activity = await ask(world, `GET ${at}/policies/${policy.id}/activity`);
    const view = await ask(world, `GET ${at}/policies/${policy.slug}`);
    const counts = new Map(
      activity.body.items.map((item: { goalId: string; comments: number }) => [item.goalId, item.comments]),
    );
    const top = view.body.goals.filter(({ level }: { level: number }) => level === 1);
    const [{ all }] = await world.source.query(
      'SELECT sum(comment_count)::int AS all FROM thread JOIN goal ON goal.id = subject_id WHERE policy_id = $1',
      [policy.id],
    );
    expect(top.reduce((sum: number, { id }: { id: string }) => sum + Number(counts.get(id)), 0)).toBe(all);
  });

  it('is summed up on the front page', async () => {
    const overview = await ask(world, `GET ${at}/overview`);
    expect(overview.body.results.length).toBeGreaterThan(0);
    expect(overview.body.active).toHaveLength(6);
    expect(overview.body.answered).toBeGreaterThan(10);
    expect(overview.body.answered).toBeLessThan(overview.body.contributions);
  });

  it('does not put on the front page what waits for a moderator', async () => {
    const [reported] = await world.source.query<{ body: string }[]>(
      `SELECT comment.body FROM report JOIN comment ON comment.id = report.comment_id
         JOIN municipality ON municipality.id = comment.municipality_id
       WHERE report.decision_id IS NULL AND comment.hidden_at IS NULL AND municipality.slug = 'helsingor'
       ORDER BY comment.id DESC LIMIT 1`,
    );
    const { body } = await ask(world, `GET ${at}/overview`);
    const excerpts = body.active.map(({ excerpt }: { excerpt: string }) => excerpt);
    expect(excerpts).not.toContain(reported!.body.slice(0, 160));
  });
});
