import { describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { InputPlanned, ResultReported } from '../action-plans/action-plans.events.js';
import type { Contribution } from '../initiatives/contributions.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import {
  InitiativeAnswered,
  InitiativeExpired,
  InitiativeReached,
} from '../initiatives/initiatives.events.js';
import { Support } from '../initiatives/support.entity.js';
import { InputLinked, ThemeAnswered } from '../involvement/involvement.events.js';
import { Events } from '../platform/events/events.js';
import { Database } from '../platform/database/database.js';
import { Realtime } from '../platform/realtime/realtime.js';

const world = aWorld();

const at = ({ municipality }: Pick<PublishedPolicy, 'municipality'>) =>
  `/api/municipalities/${municipality.slug}`;
const noticesOf = async (published: Pick<PublishedPolicy, 'municipality'>, as: Someone) =>
  (await ask(world, `GET ${at(published)}/notifications`, { as })).body.items;

/** Says that something happened, as the feature it happens in does, and waits until all who listen are done. */
async function tell(published: PublishedPolicy, by: Someone | undefined, event: object) {
  const ctx = await contextOf(world, published.municipality, by);
  await world.app.get(Database).transaction(ctx, (ctx) => world.app.get(Events).publish(ctx, event));
}

const contributionBy = (person: Someone | null, wishes: Partial<Contribution> = {}): Contribution => ({
  kind: 'comment',
  id: '0199d000-0000-7000-8000-000000000000',
  reference: 'K-1',
  authorId: person?.id ?? null,
  goalId: '0199d000-0000-7000-8000-000000000000',
  path: 'goals/0199d000-0000-7000-8000-000000000000',
  text: 'Flere bænke',
  language: 'da',
  ...wishes,
});

describe('a notification', () => {
  it('tells one who is answered, and nobody of their own answer', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const bo = await someone(world, published.municipality, ['resident'], { name: 'Bo Lind' });
    const comment = await aComment(world, published, { by: ida });
    const answer = await aComment(world, published, { by: bo, parentId: comment.id });
    await aComment(world, published, { by: ida, parentId: comment.id });
    expect(await noticesOf(published, ida)).toMatchObject([
      {
        kind: 'comment-answered',
        details: { name: 'Bo Lind', title: 'Deltag' },
        path: `goals/${published.goals[0]!.id}?comment=${answer.id}`,
        readAt: null,
      },
    ]);
    expect(await noticesOf(published, bo)).toEqual([]);
  });

  it('tells the author why something was hidden and that it is back, and who reported it what came of it', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const reporter = await someone(world, published.municipality);
    const moderator = await someone(world, published.municipality, ['moderator']);
    const comment = await aComment(world, published, { by: ida, body: 'Grimt ord' });
    await ask(world, `POST ${at(published)}/comments/${comment.id}/reports`, {
      as: reporter,
      body: { reasonCode: 'insult' },
    });
    const decisions = `POST ${at(published)}/moderation/comments/${comment.id}/decisions`;
    await ask(world, decisions, {
      as: moderator,
      body: { action: 'hide', reasonCode: 'insult', reason: 'Går efter personen.' },
    });
    await ask(world, decisions, { as: moderator, body: { action: 'restore', reason: 'Fejltryk' } });
    expect(await noticesOf(published, ida)).toMatchObject([
      { kind: 'contribution-restored', details: { reason: 'Fejltryk' } },
      {
        kind: 'contribution-hidden',
        details: {
          contribution: 'comment',
          text: 'Grimt ord',
          reasonCode: 'insult',
          reason: 'Går efter personen.',
        },
      },
    ]);
    const [answer, ...more] = await noticesOf(published, reporter);
    expect(answer).toMatchObject({ kind: 'report-answered', details: { action: 'hide' } });
    expect(answer.details.text).toBeUndefined();
    expect(more).toEqual([]);
    expect(await noticesOf(published, moderator)).toEqual([]);
  });

  it('of a decision that is taken back at once is gone for who has not read it; who has hears that it is undone', async () => {
    const published = await aPolicy(world);
    const moderator = await someone(world, published.municipality, ['moderator']);
    const hiddenAndBack = async (reads: boolean) => {
      const author = await someone(world, published.municipality);
      const reporter = await someone(world, published.municipality);
      const comment = await aComment(world, published, { by: author });
      await ask(world, `POST ${at(published)}/comments/${comment.id}/reports`, {
        as: reporter,
        body: { reasonCode: 'insult' },
      });
      const { body } = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
        as: moderator,
        body: { action: 'hide', reasonCode: 'insult', reason: 'Går efter personen.' },
      });
      expect(await noticesOf(published, author)).toMatchObject([{ kind: 'contribution-hidden' }]);
      if (reads) await ask(world, `POST ${at(published)}/notifications/read`, { as: author, body: {} });
      await ask(world, `POST ${at(published)}/moderation/undo`, {
        as: moderator,
        body: { decisionIds: [body.lastDecision.id] },
      });
      const decisions = await ask(world, `GET ${at(published)}/me/decisions`, { as: author });
      return {
        author: await noticesOf(published, author),
        reporter: await noticesOf(published, reporter),
        decisions: decisions.body.items,
      };
    };
    expect(await hiddenAndBack(false)).toEqual({ author: [], reporter: [], decisions: [] });
    expect(await hiddenAndBack(true)).toMatchObject({
      author: [{ kind: 'contribution-restored' }],
      reporter: [],
      decisions: [],
    });
  });

  it('comes once to one of whom several contributions were linked', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const bo = await someone(world, published.municipality);
    const staff = await someone(world, published.municipality, ['staff']);
    const process = { id: '0199d000-0000-7000-8000-000000000001', title: 'Havnen' };
    await tell(
      published,
      staff,
      new InputLinked(process, [
        ...Array.from({ length: 5 }, () => contributionBy(ida)),
        contributionBy(bo, { kind: 'initiative', text: 'Bænke til alle' }),
        contributionBy(staff),
        contributionBy(null),
      ]),
    );
    expect(await noticesOf(published, ida)).toMatchObject([
      { kind: 'input-linked', details: { title: 'Havnen', count: 5 }, path: `processes/${process.id}` },
    ]);
    expect(await noticesOf(published, bo)).toMatchObject([{ details: { count: 1, text: 'Bænke til alle' } }]);
    expect(await noticesOf(published, staff)).toEqual([]);
  });

  it('follows a contribution to its answer, the plan and the result', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const staff = await someone(world, published.municipality, ['staff']);
    const process = { id: '0199d000-0000-7000-8000-000000000001', title: 'Havnen' };
    const action = { planId: process.id, year: 2027, actionId: process.id, title: 'Ti nye bænke' };
    const own = [contributionBy(ida)];
    await tell(
      published,
      staff,
      new ThemeAnswered(process, { id: process.id, title: 'Bænke', outcome: 'partly' }, own),
    );
    await tell(published, staff, new InputPlanned(action, own));
    await tell(published, staff, new ResultReported({ ...action, result: 'De står der.' }, own));
    expect(await noticesOf(published, ida)).toMatchObject([
      {
        kind: 'result-reported',
        details: { title: 'Ti nye bænke', result: 'De står der.' },
        path: `plans/${process.id}`,
      },
      { kind: 'input-planned', details: { year: 2027 } },
      { kind: 'theme-answered', details: { theme: 'Bænke', outcome: 'partly' } },
    ]);
  });

  it('tells the proposer how the initiative goes, and the supporters what came of it', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const staff = await someone(world, published.municipality, ['staff']);
    const supporters = await Promise.all(
      Array.from({ length: 3 }, () => someone(world, published.municipality)),
    );
    const { id } = await anInitiative(world, published, { by: ida, title: 'Bænke til alle', threshold: 9 });
    await world.source
      .getRepository(Support)
      .createQueryBuilder()
      .insert()
      .values(supporters.map((person) => ({ initiativeId: id, personId: person.id })))
      .orIgnore()
      .execute();
    const initiative = await world.source.getRepository(Initiative).findOneByOrFail({ id });
    await tell(published, supporters[0], new InitiativeReached(initiative));
    await tell(published, undefined, new InitiativeExpired(initiative));
    await tell(published, staff, new InitiativeAnswered({ ...initiative, answerOutcome: 'accepted' }));
    expect(await noticesOf(published, ida)).toMatchObject([
      {
        kind: 'initiative-answered',
        details: { title: 'Bænke til alle', outcome: 'accepted' },
        path: `initiatives/${id}`,
      },
      { kind: 'initiative-expired', details: { threshold: 9 } },
      { kind: 'initiative-reached' },
    ]);
    for (const supporter of supporters)
      expect(await noticesOf(published, supporter)).toMatchObject([
        { kind: 'supported-answered', details: { outcome: 'accepted' } },
      ]);
  });

  it('is counted until it is read: one, those up to one, or all', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: ida });
    for (let answers = 0; answers < 5; answers++) await aComment(world, published, { parentId: comment.id });
    const notices = await noticesOf(published, ida);
    const count = async () =>
      (await ask(world, `GET ${at(published)}/notifications/count`, { as: ida })).body.count;
    const read = async (body: object) =>
      (await ask(world, `POST ${at(published)}/notifications/read`, { as: ida, body })).body.count;
    expect(await count()).toBe(5);
    expect(await read({ ids: [notices[0].id] })).toBe(4);
    expect(await read({ upTo: notices[3].id })).toBe(2);
    expect(await read({})).toBe(0);
    expect((await noticesOf(published, ida)).every(({ readAt }: { readAt: string | null }) => readAt)).toBe(
      true,
    );
  });

  it('is paged by key, newest first', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: ida });
    for (let answers = 0; answers < 5; answers++) await aComment(world, published, { parentId: comment.id });
    const all = (await noticesOf(published, ida)).map(({ id }: { id: string }) => id);
    const first = await ask(world, `GET ${at(published)}/notifications?limit=3`, { as: ida });
    const rest = await ask(world, `GET ${at(published)}/notifications?limit=3&after=${first.body.next}`, {
      as: ida,
    });
    expect([...first.body.items, ...rest.body.items].map(({ id }) => id)).toEqual(all);
    expect(rest.body.next).toBeNull();
  });

  it('is told to the pages its person has open', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: ida });
    const told: string[] = [];
    const realtime = world.app.get(Realtime);
    const { changed } = realtime;
    realtime.changed = (kind, id) => void told.push(`${kind}:${id}`);
    try {
      await aComment(world, published, { parentId: comment.id });
    } finally {
      realtime.changed = changed;
    }
    expect(told).toContain(`person:${ida.id}`);
  });

  it('is nobody else’s, and stays in its municipality', async () => {
    const published = await aPolicy(world);
    const other = await aMunicipality(world);
    const ida = await someone(world, published.municipality);
    const bo = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: ida });
    await aComment(world, published, { parentId: comment.id });
    const [notice] = await noticesOf(published, ida);
    await ask(world, `POST ${at(published)}/notifications/read`, { as: bo, body: { ids: [notice.id] } });
    await ask(world, `POST ${at(published)}/notifications/read`, { as: bo, body: { upTo: notice.id } });
    expect((await noticesOf(published, ida))[0].readAt).toBeNull();
    expect(await noticesOf({ municipality: other }, ida)).toEqual([]);
    expect((await ask(world, `GET ${at(published)}/notifications`)).body.code).toBe('not-signed-in');
  });
});
