import { describe, expect, it } from '@jest/globals';
import { aVote, closeVote } from '../../test/ballots.js';
import { aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { ask, aWorld, someone, type Someone } from '../../test/world.js';
import type { VoteView } from '../votes/votes.dto.js';

describe('a vote is told of', () => {
  const world = aWorld();
  const at = ({ municipality }: PublishedPolicy) => `/api/municipalities/${municipality.slug}`;
  const noticesOf = async (published: PublishedPolicy, as: Someone) =>
    (await ask(world, `GET ${at(published)}/notifications`, { as })).body.items as {
      kind: string;
      details: object;
    }[];
  const follow = (published: PublishedPolicy, as: Someone, kind: string, id: string) =>
    ask(world, `PUT ${at(published)}/follows/${kind}/${id}`, { as });
  const vote = (published: PublishedPolicy, { id }: VoteView, as: Someone, choice: string[]) =>
    ask(world, `PUT ${at(published)}/votes/${id}/ballot`, { as, body: { choice } });
  const residents = (published: PublishedPolicy, count: number) =>
    Promise.all(Array.from({ length: count }, () => someone(world, published.municipality)));
  const feedOf = async ({ municipality }: PublishedPolicy) =>
    (await ask(world, `GET /${municipality.slug}/feed.atom`)).body as string;

  it('when it opens, to those who follow what it is about; and by nobody before', async () => {
    const published = await aPolicy(world);
    const [ida, bo] = (await residents(published, 2)) as [Someone, Someone];
    await follow(published, ida, 'goal', published.goals[0]!.id);
    const later = new Date(Date.now() + 1_800_000).toISOString();
    const coming = await aVote(world, published, { question: 'Hvor skal lygterne stå?', opensAt: later });
    const now = await aVote(world, published);
    await workOff(world);
    expect(await noticesOf(published, ida)).toMatchObject([
      { kind: 'followed-vote', path: `votes/${now.id}`, details: { outcome: 'opened', title: now.question } },
    ]);
    expect(await noticesOf(published, bo)).toEqual([]);
    // Its own moment comes.
    await world.source.transaction(async (db) => {
      await db.query('SET LOCAL session_replication_role = replica');
      await db.query('UPDATE vote SET opens_at = now() WHERE id = $1', [coming.id]);
      await db.query(
        "UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = 'open-vote:' || $1",
        [coming.id],
      );
    });
    await workOff(world);
    expect(await noticesOf(published, ida)).toMatchObject([
      { path: `votes/${coming.id}`, details: { outcome: 'opened' } },
      {},
    ]);
  });

  it('when its result is there, once to each who voted or follows it; and what it is nowhere before, nor in any notice', async () => {
    const published = await aPolicy(world);
    const [ida, bo, mo, none] = (await residents(published, 4)) as [Someone, Someone, Someone, Someone];
    const made = await aVote(world, published, { hidden: true });
    // Who follows it later hears of what comes later.
    await workOff(world);
    await follow(published, ida, 'vote', made.id);
    await follow(published, mo, 'vote', made.id);
    for (const as of [ida, bo]) await vote(published, made, as, ['o3']);
    await workOff(world);
    for (const as of [ida, bo, mo]) expect(await noticesOf(published, as)).toEqual([]);
    const before = await feedOf(published);
    expect(before).toContain(`votes/${made.id}`);
    await closeVote(world, made);
    await workOff(world);
    const told = { details: { title: made.question, outcome: 'closed' }, path: `votes/${made.id}` };
    for (const as of [ida, mo])
      expect(await noticesOf(published, as)).toMatchObject([{ kind: 'followed-vote', ...told }]);
    expect(await noticesOf(published, bo)).toMatchObject([{ kind: 'vote-ended', ...told }]);
    expect(await noticesOf(published, none)).toEqual([]);
    for (const as of [ida, bo, mo])
      expect(JSON.stringify(await noticesOf(published, as))).not.toMatch(/"o3"|Parken|winner/);
    const feed = await feedOf(published);
    for (const said of [before, feed]) expect(said).not.toMatch(/Parken|o3/);
    // Read again, it is no news, and neither is a job that comes twice.
    const [{ id }] = await world.source.query(
      "SELECT id FROM activity WHERE vote_id = $1 AND kind = 'vote-closed'",
      [made.id],
    );
    await world.source.query(
      "SELECT graphile_worker.add_job('tell-voters', json_build_object('activityId', $1::uuid, 'after', null))",
      [id],
    );
    await workOff(world);
    expect(await noticesOf(published, bo)).toHaveLength(1);
    // It is not written down who voted: only that these people were told.
    const [{ rows }] = await world.source.query(
      'SELECT count(*)::int AS rows FROM ballot_entry WHERE voter = ANY($1)',
      [[ida.id, bo.id]],
    );
    expect(rows).toBe(0);
  });

  it('by mail, with nothing of the result', async () => {
    const published = await aPolicy(world);
    const [bo] = (await residents(published, 1)) as [Someone];
    await ask(world, `PUT ${at(published)}/notification-settings`, {
      as: bo,
      body: {
        mail: 'at-once',
        answers: 'at-once',
        outcomes: 'at-once',
        decisions: 'at-once',
        followed: 'at-once',
        followOwn: true,
        answersToMe: true,
      },
    });
    const made = await aVote(world, published);
    await vote(published, made, bo, ['o3']);
    await closeVote(world, made);
    await workOff(world);
    const mails = await world.source.query('SELECT row_to_json(mail)::text AS text FROM mail');
    const said = (mails as { text: string }[])
      .map(({ text }) => text)
      .filter((text) => text.includes(made.question));
    expect(said).toHaveLength(1);
    expect(said[0]).not.toContain('Parken');
  });

  it('when it is called off, with why, to those who voted and those who follow; what it was about says so in the feed', async () => {
    const published = await aPolicy(world);
    const [ida, bo] = (await residents(published, 2)) as [Someone, Someone];
    const staff = await someone(world, published.municipality, ['staff']);
    const made = await aVote(world, published, { hidden: true });
    await follow(published, ida, 'policy', published.policy.id);
    await vote(published, made, bo, ['o3']);
    await ask(world, `POST ${at(published)}/votes/${made.id}/call-off`, {
      as: staff,
      body: { reason: 'Et af svarene kan ikke bygges.' },
    });
    await workOff(world);
    const told = { outcome: 'called-off', reason: 'Et af svarene kan ikke bygges.' };
    expect((await noticesOf(published, ida))[0]).toMatchObject({ kind: 'followed-vote', details: told });
    expect(await noticesOf(published, bo)).toMatchObject([{ kind: 'vote-ended', details: told }]);
    expect(await feedOf(published)).toContain('Et af svarene kan ikke bygges.');
    const elsewhere = await aPolicy(world);
    expect(
      (await follow(elsewhere, await someone(world, elsewhere.municipality), 'vote', made.id)).status,
    ).toBe(404);
  });
});
