import { describe, expect, it } from '@jest/globals';
import { anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { ContributionRulesService } from './contribution-rules.service.js';
import { RULES_AT_FIRST } from './contribution.rules.js';

const world = aWorld();

const at = ({ municipality }: PublishedPolicy) => `/api/municipalities/${municipality.slug}`;
const TEXT = 'Der er langt mellem bænkene, og mange vil gerne sidde og se på skibene.';

/** A policy in a municipality with these rules, and a proposer with a draft. */
async function underRules(wishes: object, draft: { title?: string; text?: string } = {}) {
  const published = await aPolicy(world);
  const { municipality } = published;
  const administrator = await someone(world, municipality, ['administrator']);
  const rules = world.app.get(ContributionRulesService);
  const ctx = await contextOf(world, municipality, administrator);
  const { version } = await rules.current(ctx);
  await rules.change(ctx, { ...RULES_AT_FIRST, ...wishes, version });
  const proposer = await someone(world, municipality);
  const initiative = await anInitiative(world, published, { by: proposer, draft: true, ...draft });
  const url = `${at(published)}/initiatives/${initiative.id}`;
  return {
    published,
    proposer,
    moderator: await someone(world, municipality, ['moderator']),
    reader: await someone(world, municipality),
    id: initiative.id,
    reference: initiative.reference,
    url,
    publish: () => ask(world, `POST ${url}/publish`, { as: proposer }),
    decide: (as: Someone, body: object) =>
      ask(world, `POST ${at(published)}/moderation/initiatives/${initiative.id}/decisions`, { as, body }),
    cases: (): Promise<{ kind: string; open: boolean }[]> =>
      world.source.query(
        'SELECT kind, closed_at IS NULL AS open FROM moderation_case WHERE initiative_id = $1 ORDER BY id',
        [initiative.id],
      ),
  };
}

const HIDE = { action: 'hide', reasonCode: 'insult', reason: 'Det rammer en bestemt person.' };

describe('an initiative that a rule holds back', () => {
  it('waits for a moderator, and is seen by its proposer and the moderators alone', async () => {
    const { publish, url, proposer, moderator, reader, cases, published, id } = await underRules({
      holdAll: true,
    });
    expect(await publish()).toMatchObject({
      status: 200,
      body: {
        state: 'review',
        held: true,
        heldReason: 'before-publication',
        publishedAt: null,
        deadline: null,
      },
    });
    expect((await ask(world, `GET ${url}`, { as: reader })).status).toBe(404);
    expect((await ask(world, `GET ${url}`)).status).toBe(404);
    expect((await ask(world, `GET ${url}`, { as: proposer })).body).toMatchObject({ held: true, text: TEXT });
    expect((await ask(world, `GET ${url}`, { as: moderator })).body).toMatchObject({
      held: true,
      text: TEXT,
      can: { moderate: true, support: false, publish: false },
    });
    expect((await ask(world, `GET ${at(published)}/initiatives`)).body.items).toEqual([]);
    expect((await ask(world, `GET ${at(published)}/threads?subject=initiative:${id}`)).status).toBe(404);
    expect(await cases()).toEqual([{ kind: 'held', open: true }]);
  });

  it('is nothing to the moderators of another municipality', async () => {
    const { publish, url, decide } = await underRules({ holdAll: true });
    await publish();
    const stranger = await someone(world, (await aPolicy(world)).municipality, ['moderator']);
    expect((await ask(world, `GET ${url}`, { as: stranger })).status).toBe(404);
    expect((await decide(stranger, { action: 'keep' })).status).toBe(403);
  });

  it('is published by a decision, and only then its time begins', async () => {
    const { publish, url, id, proposer, reader, moderator, decide, cases, published } = await underRules({
      holdAll: true,
    });
    await publish();
    await world.source.query("UPDATE initiative SET held_at = now() - interval '20 days' WHERE id = $1", [
      id,
    ]);
    expect(await decide(moderator, { action: 'keep' })).toMatchObject({ body: { state: 'visible' } });
    const { body } = await ask(world, `GET ${url}`, { as: reader });
    expect(body).toMatchObject({
      state: 'collecting',
      held: false,
      heldReason: null,
      can: { support: true },
    });
    expect(Date.parse(body.publishedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect(Date.parse(body.deadline)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect((await ask(world, `GET ${at(published)}/threads?subject=initiative:${id}`)).status).toBe(200);
    expect(await cases()).toEqual([{ kind: 'held', open: false }]);
    const { body: told } = await ask(world, `GET ${at(published)}/notifications`, { as: proposer });
    expect(told.items).toMatchObject([
      { kind: 'contribution-published', details: { contribution: 'initiative' } },
    ]);
  });

  it('waits once, however often it is published', async () => {
    const { publish, cases } = await underRules({ holdAll: true, perMinute: 1 });
    const answers = await Promise.all([publish(), publish(), publish()]);
    expect(answers.map(({ body }) => body.held)).toEqual([true, true, true]);
    expect(await cases()).toHaveLength(1);
  });

  it('waits no more once its proposer writes on it or gives it up', async () => {
    const { publish, url, proposer, cases, moderator, decide } = await underRules({ holdAll: true });
    await publish();
    const body = { title: 'Flere bænke', text: `${TEXT} Også i regn.` };
    expect((await ask(world, `PUT ${url}`, { as: proposer, body })).body).toMatchObject({
      held: false,
      can: { publish: true },
    });
    expect(await cases()).toEqual([{ kind: 'held', open: false }]);
    expect((await decide(moderator, { action: 'keep' })).status).toBe(404);
    await publish();
    await ask(world, `POST ${url}/withdraw`, { as: proposer, body: {} });
    expect((await cases()).filter(({ open }) => open)).toEqual([]);
  });

  it('is turned down with a ground of its rule, and what is published is hidden', async () => {
    const { publish, moderator, decide, id, published } = await underRules({ holdAll: true });
    await publish();
    const subject = async () =>
      (await ask(world, `GET ${at(published)}/moderation/initiatives/${id}`, { as: moderator })).body;
    expect(await subject()).toMatchObject({ state: 'held', can: { reject: true } });
    await decide(moderator, { action: 'keep' });
    expect(await subject()).toMatchObject({ state: 'visible', can: { reject: false, hide: true } });
  });

  it('can be hidden with a reason, and is published when that is taken back', async () => {
    const { publish, url, proposer, moderator, decide, reader } = await underRules({ holdAll: true });
    await publish();
    expect((await decide(moderator, HIDE)).body).toMatchObject({ state: 'hidden' });
    expect((await ask(world, `GET ${url}`, { as: proposer })).body).toMatchObject({
      hidden: true,
      hiddenReason: HIDE.reason,
      can: { edit: false, publish: false },
    });
    expect((await ask(world, `GET ${url}`, { as: reader })).status).toBe(404);
    await decide(moderator, { action: 'restore', reason: 'Det var en fejl.' });
    expect((await ask(world, `GET ${url}`, { as: reader })).body).toMatchObject({ state: 'collecting' });
  });

  it('waits again when letting it through is undone, and nobody reads what it is called', async () => {
    const { publish, url, id, reader, moderator, decide, cases, published } = await underRules({
      holdAll: true,
    });
    await publish();
    const decisionId = (await decide(moderator, { action: 'keep' })).body.lastDecision.id;
    const undone = await ask(world, `POST ${at(published)}/moderation/undo`, {
      as: moderator,
      body: { decisionIds: [decisionId] },
    });
    expect(undone.body.items).toMatchObject([{ code: null }]);
    expect((await ask(world, `GET ${url}`, { as: reader })).status).toBe(404);
    expect((await ask(world, `GET ${url}`, { as: moderator })).body).toMatchObject({ held: true });
    const thread = await ask(world, `GET ${at(published)}/threads?subject=initiative:${id}`, { as: reader });
    expect(JSON.stringify(thread.body)).not.toContain('bænke');
    expect(await cases()).toEqual([{ kind: 'held', open: true }]);
    await decide(moderator, { action: 'keep' });
    expect((await ask(world, `GET ${url}`, { as: reader })).body).toMatchObject({ state: 'collecting' });
  });

  it('cannot be held and published at once in the database', async () => {
    const { id } = await underRules({});
    await expect(
      world.source.query(
        "UPDATE initiative SET status = 'withdrawn', held_at = now(), held_reason = 'link' WHERE id = $1",
        [id],
      ),
    ).rejects.toThrow('initiative_held');
  });
});

describe('an initiative that a rule refuses', () => {
  it('is told at the field which word it was, and stays a draft', async () => {
    const words = [{ word: 'tosse*', effect: 'refuse' }];
    for (const [field, draft] of [
      ['title', { title: 'Ingen tosser her' }],
      ['text', { text: `${TEXT} Sikke en tosse.` }],
    ] as const) {
      const { publish, url, proposer, published, moderator, reference } = await underRules({ words }, draft);
      expect(await publish()).toMatchObject({
        status: 422,
        body: { details: { fields: [{ field, code: 'word-not-allowed', limits: { word: 'tosse' } }] } },
      });
      expect((await ask(world, `GET ${url}`, { as: proposer })).body).toMatchObject({
        state: 'draft',
        held: false,
      });
      const { body } = await ask(world, `GET ${at(published)}/contribution-rules/traces`, { as: moderator });
      expect(body.items).toMatchObject([{ rule: 'word', effect: 'refuse', reference, detail: 'tosse*' }]);
    }
  });

  it('is not the same text a second time, and counts among what one may write', async () => {
    const { publish, proposer, published } = await underRules({
      duplicateHours: 24,
      perMinute: 1,
      perHour: 1,
    });
    await publish();
    const again = await anInitiative(world, published, { by: proposer, draft: true });
    const second = () =>
      ask(world, `POST ${at(published)}/initiatives/${again.id}/publish`, { as: proposer });
    expect(await second()).toMatchObject({ status: 429, body: { code: 'too-many-contributions' } });
    await world.source.query(
      "UPDATE initiative SET published_at = published_at - interval '2 hours' WHERE proposer_id = $1",
      [proposer.id],
    );
    expect(await second()).toMatchObject({ status: 409, body: { code: 'said-before' } });
  });

  it('is taken for spam when several bring the same', async () => {
    const { publish, published, cases, url, proposer } = await underRules({ floodPeople: 3 });
    for (let n = 0; n < 2; n++) await anInitiative(world, published, {});
    expect((await publish()).body).toMatchObject({ held: true, heldReason: 'suspected-spam' });
    expect(await cases()).toEqual([{ kind: 'spam', open: true }]);
    expect((await ask(world, `GET ${url}`, { as: proposer })).body.heldReason).toBe('suspected-spam');
  });
});
