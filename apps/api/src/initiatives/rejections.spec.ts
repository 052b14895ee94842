import { describe, expect, it } from '@jest/globals';
import type { Rejection } from '@medvind/contracts';
import { aPolicy, anInitiative, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';

describe('what was not published', () => {
  const world = aWorld();
  const REASON = 'Det er staten, der bestemmer det.';

  const turnedDown = async (wishes: {
    isPublic: boolean;
    code?: Rejection;
    withholdText?: boolean;
    published?: PublishedPolicy;
  }) => {
    const { isPublic, code = 'outside-competence', withholdText } = wishes;
    const published = wishes.published ?? (await aPolicy(world));
    const { municipality } = published;
    const at = `/api/municipalities/${municipality.slug}`;
    const [ida, moderator] = [
      await someone(world, municipality),
      await someone(world, municipality, ['moderator']),
    ];
    const { id, reference } = await anInitiative(world, published, {
      by: ida,
      scheme: { review: { before: true, days: 10 }, rejectionsPublic: isPublic },
    });
    const body = { code, reason: REASON, ...(withholdText !== undefined && { withholdText }) };
    expect((await ask(world, `POST ${at}/initiatives/${id}/rejection`, { as: moderator, body })).status).toBe(
      200,
    );
    const list = async (as: Someone | null = null) =>
      (await ask(world, `GET ${at}/initiatives/rejected`, { as })).body.items;
    return { published, municipality, at, ida, moderator, id, reference, list };
  };

  it('can be read by everyone with its ground and reasons where the rule says so, and names nobody', async () => {
    const { list, reference, ida, at, id } = await turnedDown({ isPublic: true });
    const items = await list();
    expect(items).toMatchObject([
      {
        reference,
        code: 'outside-competence',
        reasons: REASON,
        title: 'Flere bænke langs havnen',
        blocks: [{ type: 'paragraph' }],
      },
    ]);
    expect(JSON.stringify(items)).not.toContain(ida.name);
    // Its page is its proposers’ still: there is nothing to support or to discuss.
    expect((await ask(world, `GET ${at}/initiatives/${id}`)).status).toBe(404);
  });

  it('is its proposer’s alone elsewhere, and what they were promised is kept when the rule changes', async () => {
    const { list, ida, at, id, published, moderator } = await turnedDown({ isPublic: false });
    expect(await list()).toEqual([]);
    expect(await list(moderator)).toEqual([]);
    expect((await ask(world, `GET ${at}/initiatives/${id}`)).status).toBe(404);
    expect((await ask(world, `GET ${at}/initiatives/${id}`, { as: ida })).body.preparation).toMatchObject({
      rejection: 'outside-competence',
      rejectionText: REASON,
    });
    // Sent in under a rule that told nobody, and turned down under one that tells everyone.
    const { id: waiting } = await anInitiative(world, published, {
      title: 'Lys på stien',
      scheme: { review: { before: true, days: 10 }, rejectionsPublic: false },
    });
    await anInitiative(world, published, {
      draft: true,
      scheme: { review: { before: true, days: 10 }, rejectionsPublic: true },
    });
    await ask(world, `POST ${at}/initiatives/${waiting}/rejection`, {
      as: moderator,
      body: { code: 'not-concrete', reason: REASON },
    });
    expect(await list()).toEqual([]);
  });

  it('is told without title and text where they are unlawful, about somebody, or withheld', async () => {
    const published = await aPolicy(world);
    for (const wishes of [
      { code: 'unlawful' },
      { code: 'staff-matter' },
      { code: 'individual-case' },
      { code: 'not-concrete', withholdText: true },
    ] as const) {
      const { list } = await turnedDown({ isPublic: true, published, ...wishes });
      const [latest] = await list();
      expect(latest).toMatchObject({ code: wishes.code, reasons: REASON, title: null, blocks: [] });
      expect(JSON.stringify(latest)).not.toContain('bænke');
    }
  });

  it('is told without title and text once a moderator hides it, and not at all once it is written anew', async () => {
    const { list, at, id, ida, moderator } = await turnedDown({ isPublic: true });
    await world.source.query(
      "UPDATE initiative SET hidden_at = now(), hidden_reason = 'insult' WHERE id = $1",
      [id],
    );
    expect(await list()).toMatchObject([{ title: null, blocks: [] }]);
    await world.source.query('UPDATE initiative SET hidden_at = NULL, hidden_reason = NULL WHERE id = $1', [
      id,
    ]);
    const edited = await ask(world, `PUT ${at}/initiatives/${id}`, {
      as: ida,
      body: { title: 'Bænke i byens parker', text: 'Der er for langt mellem bænkene i parkerne i byen.' },
    });
    expect(edited.status).toBe(200);
    expect(await list(moderator)).toEqual([]);
  });

  it('is paged, the last first, and another municipality’s is not in the list', async () => {
    const { published, at } = await turnedDown({ isPublic: true });
    const last = await turnedDown({ isPublic: true, published });
    const first = await ask(world, `GET ${at}/initiatives/rejected?limit=1`);
    expect(first.body.items).toMatchObject([{ reference: last.reference }]);
    const next = await ask(world, `GET ${at}/initiatives/rejected?limit=1&after=${first.body.next}`);
    expect(next.body).toMatchObject({ items: [{ code: 'outside-competence' }], next: null });
    const there = await aMunicipality(world);
    expect(
      (await ask(world, `GET /api/municipalities/${there.slug}/initiatives/rejected`)).body.items,
    ).toEqual([]);
  });
});
