import { describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import { ModerationDecision } from './moderation-decision.entity.js';
import { Report } from './report.entity.js';

const world = aWorld();

const at = ({ municipality }: PublishedPolicy) => `/api/municipalities/${municipality.slug}`;
const aModerator = ({ municipality }: PublishedPolicy, name?: string) =>
  someone(world, municipality, ['moderator'], name ? { name } : {});

const report = (
  published: PublishedPolicy,
  commentId: string,
  { as, ...wishes }: { as?: Someone; reasonCode?: string; text?: string } = {},
) =>
  ask(world, `POST ${at(published)}/comments/${commentId}/reports`, {
    as: as ?? null,
    body: { reasonCode: 'insult', ...wishes },
  });

const decide = (published: PublishedPolicy, path: string, as: Someone, body: object) =>
  ask(world, `POST ${at(published)}/moderation/${path}/decisions`, { as, body });

const hide = { action: 'hide', reasonCode: 'insult', reason: 'Går efter personen.' };

/** A page of the queue, as the contributions that wait. */
const queue = async (published: PublishedPolicy, as: Someone, query = '') => {
  const { body } = await ask(world, `GET ${at(published)}/moderation/queue${query}`, { as });
  return { ...body, items: body.items.map(({ contribution }: { contribution: object }) => contribution) };
};

describe('a report', () => {
  it('can be made without an account, and is confirmed', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const answer = await report(published, comment.id, { text: 'Det er grimt.' });
    expect(answer).toMatchObject({
      status: 201,
      body: { reference: comment.reference, receivedAt: expect.any(String), answered: false },
    });
  });

  it('is made once by the same person while the first waits, also at once', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const as = await someone(world, published.municipality);
    const answers = await Promise.all(Array.from({ length: 8 }, () => report(published, comment.id, { as })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(
      new Set(['already-reported']),
    );
    await decide(published, `comments/${comment.id}`, await aModerator(published), { action: 'keep' });
    expect((await report(published, comment.id, { as })).status).toBe(201);
  });

  it('is kept to one by the database, whoever writes it', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const { id: reporterId } = await someone(world, published.municipality);
    const reports = world.source.getRepository(Report);
    const row = {
      municipalityId: published.municipality.id,
      commentId: comment.id,
      reporterId,
      reasonCode: 'hate',
    } as const;
    const written = await Promise.allSettled(Array.from({ length: 4 }, () => reports.insert(row)));
    expect(written.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not made of what is one’s own, hidden, or a draft', async () => {
    const published = await aPolicy(world);
    const as = await someone(world, published.municipality);
    const own = await aComment(world, published, { by: as });
    expect((await report(published, own.id, { as })).body.code).toBe('own-contribution');
    await decide(published, `comments/${own.id}`, await aModerator(published), hide);
    expect((await report(published, own.id)).body.code).toBe('contribution-hidden');
    const draft = await anInitiative(world, published, { draft: true });
    const answer = await ask(world, `POST ${at(published)}/initiatives/${draft.id}/reports`, {
      body: { reasonCode: 'other' },
    });
    expect(answer.status).toBe(404);
  });

  it('says which reason there is none of', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const answer = await report(published, comment.id, { reasonCode: 'boring' });
    expect(answer.body.details.fields).toEqual([{ field: 'reasonCode', code: 'not-one-of' }]);
  });
});

describe('the queue', () => {
  it('shows each reported contribution once, with its reports and what it stands in', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality, ['resident'], { name: 'Ida Holm' });
    const parent = await aComment(world, published, { by: ida, body: 'Flere bænke, tak.' });
    const comment = await aComment(world, published, { parentId: parent.id, body: 'Hold dog op.' });
    await report(published, comment.id, { reasonCode: 'insult', text: 'Grimt' });
    await report(published, comment.id, { reasonCode: 'insult' });
    await report(published, comment.id, { reasonCode: 'off-topic' });
    const { items } = await queue(published, await aModerator(published));
    expect(items).toMatchObject([
      {
        kind: 'comment',
        id: comment.id,
        reference: comment.reference,
        text: 'Hold dog op.',
        goalTitle: 'Deltag',
        policyTitle: 'Medborgerskabspolitik',
        path: `goals/${published.goals[0]!.id}?comment=${comment.id}`,
        parent: { author: 'Ida Holm', text: 'Flere bænke, tak.' },
        author: { me: false, hiddenBefore: 0 },
        reportCount: 3,
        reasons: [
          { code: 'insult', count: 2 },
          { code: 'off-topic', count: 1 },
        ],
        reports: [{ text: 'Grimt' }, { text: '' }, { reasonCode: 'off-topic' }],
        lastDecision: null,
        can: { hide: true, restore: false, keep: true, lock: true },
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('reporterId');
  });

  it('begins with what has waited longest, and is paged by key', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const by = await someone(world, published.municipality);
    const bodies = ['Et', 'To', 'Tre', 'Fire', 'Fem'];
    for (const body of bodies) await report(published, (await aComment(world, published, { by, body })).id);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await queue(published, moderator, `?limit=2${after}`);
      seen.push(...page.items.map(({ text }: { text: string }) => text));
      if (!page.next) break;
      after = `&after=${page.next}`;
    }
    expect(seen).toEqual(bodies);
    const count = await ask(world, `GET ${at(published)}/moderation/queue/count`, { as: moderator });
    expect(count.body).toMatchObject({ count: 5, more: false });
  });

  it('can be narrowed by reason and searched', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const first = await aComment(world, published, { body: 'Køb mine støvler' });
    const second = await anInitiative(world, published, { title: 'Bænke til alle' });
    await report(published, first.id, { reasonCode: 'advertising' });
    await ask(world, `POST ${at(published)}/initiatives/${second.id}/reports`, {
      body: { reasonCode: 'untrue', text: 'Tallene passer ikke' },
    });
    const ids = async (query: string) =>
      (await queue(published, moderator, query)).items.map(({ id }: { id: string }) => id);
    expect(await ids('?reason=advertising')).toEqual([first.id]);
    expect(await ids('?search=BÆNKE til')).toEqual([second.id]);
    expect(await ids('?search=passer ikke')).toEqual([second.id]);
    expect(await ids('?search=ingenting')).toEqual([]);
  });

  it('counts how often something of the author was hidden before', async () => {
    const published = await aPolicy(world);
    const by = await someone(world, published.municipality);
    const moderator = await aModerator(published);
    const earlier = await aComment(world, published, { by });
    await decide(published, `comments/${earlier.id}`, moderator, hide);
    const later = await aComment(world, published, { by });
    await report(published, later.id);
    expect((await queue(published, moderator)).items[0].author.hiddenBefore).toBe(1);
  });

  it('asks a fixed number of questions, however much waits', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const by = await someone(world, published.municipality);
    const asked = async () => {
      const before = queries.length;
      await queue(published, moderator);
      return queries.length - before;
    };
    const queries: string[] = [];
    const { query } = world.source.manager;
    world.source.manager.query = (...given) => {
      queries.push(given[0]);
      return query.apply(world.source.manager, given) as never;
    };
    try {
      await report(published, (await aComment(world, published, { by })).id);
      const one = await asked();
      for (let more = 0; more < 4; more++)
        await report(published, (await aComment(world, published, { by })).id);
      expect(await asked()).toBe(one);
    } finally {
      world.source.manager.query = query;
    }
  });

  it('offers reasons in the municipality’s language', async () => {
    const published = await aPolicy(world, { municipality: await aMunicipality(world, { language: 'sv' }) });
    const answer = await ask(world, `GET ${at(published)}/moderation/templates`, {
      as: await aModerator(published),
    });
    expect(answer.body).toMatchObject({ language: 'sv' });
    const codes = answer.body.items.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['personal-data', 'agitation', 'unlawful-violence']));
    expect(answer.body.items.find(({ code }: { code: string }) => code === 'other').text).toBe('');
  });
});

describe('a decision', () => {
  it('to hide leaves a tombstone with the reason and the replies, answers the reports, and is in the log', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published, 'Mette Lund');
    const comment = await aComment(world, published, { body: 'Grimt ord' });
    await aComment(world, published, { parentId: comment.id, body: 'Svar' });
    await report(published, comment.id);
    const answer = await decide(published, `comments/${comment.id}`, moderator, hide);
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'hidden', reportCount: 0, can: { hide: false, restore: true, keep: false } },
    });
    const branches = await ask(world, `GET ${at(published)}/threads/${published.threads[0]!.id}/comments`);
    expect(branches.body.items).toMatchObject([
      { state: 'hidden', body: null, hiddenReason: 'Går efter personen.', replies: [{ body: 'Svar' }] },
    ]);
    expect((await queue(published, moderator)).items).toEqual([]);
    const log = await ask(world, `GET ${at(published)}/moderation/log`, { as: moderator });
    expect(log.body.items).toMatchObject([
      {
        action: 'hide',
        reasonCode: 'insult',
        reason: 'Går efter personen.',
        moderator: 'Mette Lund',
        kind: 'comment',
        text: 'Grimt ord',
        state: 'hidden',
        path: `goals/${published.goals[0]!.id}?comment=${comment.id}`,
        undo: 'restore',
      },
    ]);
  });

  it('is undone by restoring', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const comment = await aComment(world, published, { body: 'Fint' });
    await decide(published, `comments/${comment.id}`, moderator, hide);
    const restored = await decide(published, `comments/${comment.id}`, moderator, {
      action: 'restore',
      reason: 'Fejltryk',
    });
    expect(restored.body).toMatchObject({ state: 'visible' });
    expect((await ask(world, `GET ${at(published)}/comments/${comment.id}`)).body).toMatchObject({
      body: 'Fint',
      hiddenReason: null,
    });
    const log = await ask(world, `GET ${at(published)}/moderation/log`, { as: moderator });
    expect(log.body.items).toMatchObject([
      { action: 'restore', undo: null, state: 'visible' },
      { action: 'hide', undo: null },
    ]);
    const hidings = await ask(world, `GET ${at(published)}/moderation/log?action=hide`, { as: moderator });
    expect(hidings.body.items).toHaveLength(1);
  });

  it('hides and restores an initiative too', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const initiative = await anInitiative(world, published);
    const hidden = await decide(published, `initiatives/${initiative.id}`, moderator, hide);
    expect(hidden.body).toMatchObject({
      kind: 'initiative',
      state: 'hidden',
      can: { restore: true, move: false },
    });
    const restored = await decide(published, `initiatives/${initiative.id}`, moderator, {
      action: 'restore',
      reason: 'Fejl',
    });
    expect(restored.body.state).toBe('visible');
  });

  it('says at which field something is missing', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const answer = await decide(published, `comments/${comment.id}`, await aModerator(published), {
      action: 'hide',
      reason: '  x ',
    });
    expect(answer.body.details.fields).toEqual([
      { field: 'reasonCode', code: 'required' },
      { field: 'reason', code: 'too-short', limits: { min: 3 } },
    ]);
  });

  it('of several made at once is the first one; the others are told what it was', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    await report(published, comment.id);
    const moderators = await Promise.all(Array.from({ length: 6 }, () => aModerator(published)));
    const answers = await Promise.all(
      moderators.map((as, n) =>
        decide(published, `comments/${comment.id}`, as, {
          ...(n % 2 ? hide : { action: 'keep' }),
          lastDecisionId: null,
        }),
      ),
    );
    const [made, ...others] = answers.filter(({ status }) => status === 200);
    expect(others).toEqual([]);
    const late = answers.filter(({ status }) => status === 409);
    expect(late).toHaveLength(5);
    for (const { body } of late)
      expect(body).toMatchObject({
        code: 'already-decided',
        details: { decided: { action: made!.body.lastDecision.action, moderator: expect.any(String) } },
      });
    const [row] = await world.source.query(
      'SELECT count(*)::int AS made FROM moderation_decision WHERE comment_id = $1',
      [comment.id],
    );
    expect(row.made).toBe(1);
  });

  it('follows the one before it once, in the database too', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const moderator = await aModerator(published);
    const row = {
      municipalityId: published.municipality.id,
      moderatorId: moderator.id,
      commentId: comment.id,
      action: 'keep',
    } as const;
    const decisions = world.source.getRepository(ModerationDecision);
    const written = await Promise.allSettled(Array.from({ length: 4 }, () => decisions.insert({ ...row })));
    expect(written.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not made by the author of what was reported', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const own = await aComment(world, published, { by: moderator });
    await report(published, own.id);
    const answer = await decide(published, `comments/${own.id}`, moderator, { action: 'keep' });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'own-contribution', details: { reasons: [{ type: 'own-contribution' }] } },
    });
    expect((await queue(published, moderator)).items).toMatchObject([
      { blockers: [{ type: 'own-contribution' }], can: { hide: false, keep: false } },
    ]);
  });

  it('closes the reports of what its author has taken back', async () => {
    const published = await aPolicy(world);
    const by = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by });
    await report(published, comment.id);
    await ask(world, `DELETE ${at(published)}/comments/${comment.id}`, { as: by });
    const moderator = await aModerator(published);
    expect((await queue(published, moderator)).items).toMatchObject([
      { state: 'removed', text: null, can: { hide: false, keep: true } },
    ]);
    await decide(published, `comments/${comment.id}`, moderator, { action: 'keep' });
    expect((await queue(published, moderator)).items).toEqual([]);
  });

  it('once written cannot be changed, deleted or emptied away, and a report is answered once', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    await report(published, comment.id);
    await decide(published, `comments/${comment.id}`, await aModerator(published), { action: 'keep' });
    const grows = { constraint: 'moderation_decision_only_grows' };
    await expect(
      world.source.query("UPDATE moderation_decision SET reason = 'andet' WHERE comment_id = $1", [
        comment.id,
      ]),
    ).rejects.toMatchObject(grows);
    await expect(
      world.source.query('DELETE FROM moderation_decision WHERE comment_id = $1', [comment.id]),
    ).rejects.toMatchObject(grows);
    await expect(world.source.query('TRUNCATE moderation_decision CASCADE')).rejects.toMatchObject(grows);
    await expect(
      world.source.query('UPDATE report SET decision_id = NULL WHERE comment_id = $1', [comment.id]),
    ).rejects.toMatchObject({ constraint: 'report_answered_once' });
  });
});

describe('a reason', () => {
  it('is one that is offered there: what Danish law does not know is refused in a Danish municipality', async () => {
    const danish = await aPolicy(world);
    const swedish = await aPolicy(world, { municipality: await aMunicipality(world, { language: 'sv' }) });
    for (const [published, ok] of [
      [danish, false],
      [swedish, true],
    ] as const) {
      const comment = await aComment(world, published);
      const { status, body } = await ask(
        world,
        `POST ${at(published)}/moderation/comments/${comment.id}/decisions`,
        {
          as: await aModerator(published),
          body: { action: 'hide', reasonCode: 'unlawful-violence', reason: 'Det viser vold.' },
        },
      );
      expect(status).toBe(ok ? 200 : 422);
      if (!ok) expect(body.details.fields).toEqual([{ field: 'reasonCode', code: 'not-offered' }]);
    }
  });
});

describe('a thread', () => {
  it('is locked with a reason everyone reads, and opened again, both in the log', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const resident = await someone(world, published.municipality);
    const thread = `${at(published)}/threads/${published.threads[0]!.id}`;
    expect(
      (await ask(world, `POST ${thread}/lock`, { as: moderator, body: {} })).body.details.fields,
    ).toEqual([{ field: 'reason', code: 'required' }]);
    const locked = await ask(world, `POST ${thread}/lock`, {
      as: moderator,
      body: { reason: 'Debatten kører i ring.' },
    });
    expect(locked.body).toMatchObject({
      locked: true,
      blockers: [{ type: 'thread-locked', reason: 'Debatten kører i ring.' }],
    });
    const refused = await ask(world, `POST ${thread}/comments`, { as: resident, body: { body: 'Men…' } });
    expect(refused.body.code).toBe('thread-locked');
    const again = await ask(world, `POST ${thread}/lock`, { as: moderator, body: { reason: 'Også mig' } });
    expect(again.body).toMatchObject({ code: 'already-decided', details: { decided: { action: 'lock' } } });
    const opened = await ask(world, `POST ${thread}/unlock`, { as: moderator, body: {} });
    expect(opened.body.locked).toBe(false);
    const undo = async (decisionId: string) =>
      (
        await ask(world, `POST ${at(published)}/moderation/undo`, {
          as: moderator,
          body: { decisionIds: [decisionId] },
        })
      ).body.items;
    expect(await undo(opened.body.decisionId)).toMatchObject([{ code: null, reference: null }]);
    expect((await ask(world, `GET ${thread}`)).body).toMatchObject({
      locked: true,
      blockers: [{ reason: 'Debatten kører i ring.' }],
    });
    // What was decided since stands in the way.
    expect(await undo(locked.body.decisionId)).toMatchObject([{ code: 'already-decided' }]);
    await ask(world, `POST ${thread}/unlock`, { as: moderator, body: {} });
    const log = await ask(world, `GET ${at(published)}/moderation/log`, { as: moderator });
    expect(log.body.items).toMatchObject([
      { action: 'unlock', kind: 'thread', state: 'open', undo: null, undoableUntil: expect.any(String) },
      { action: 'undo', undo: null, undoableUntil: null },
      { action: 'unlock', undoableUntil: null },
      {
        action: 'lock',
        reason: 'Debatten kører i ring.',
        goalTitle: 'Deltag',
        path: `goals/${published.goals[0]!.id}`,
      },
    ]);
  });
});

describe('moderation', () => {
  it('is for moderators of that municipality', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    await report(published, comment.id);
    const other = await aPolicy(world);
    const stranger = await aModerator(other);
    const staff = await someone(world, published.municipality, ['staff', 'administrator']);
    for (const path of [
      'queue',
      'queue/count',
      'log',
      'contributions',
      'filters',
      `comments/${comment.id}`,
    ]) {
      expect((await ask(world, `GET ${at(published)}/moderation/${path}`, { as: stranger })).status).toBe(
        403,
      );
      expect((await ask(world, `GET ${at(published)}/moderation/${path}`, { as: staff })).status).toBe(403);
      expect((await ask(world, `GET ${at(published)}/moderation/${path}`)).status).toBe(401);
    }
    expect((await decide(published, `comments/${comment.id}`, stranger, hide)).status).toBe(403);
  });

  it('does not find what belongs to another municipality', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const initiative = await anInitiative(world, published);
    await report(published, comment.id);
    const other = await aPolicy(world);
    const moderator = await aModerator(other);
    expect((await queue(other, moderator)).items).toEqual([]);
    expect(
      (await ask(world, `GET ${at(other)}/moderation/comments/${comment.id}`, { as: moderator })).status,
    ).toBe(404);
    expect((await decide(other, `comments/${comment.id}`, moderator, hide)).status).toBe(404);
    expect((await decide(other, `initiatives/${initiative.id}`, moderator, hide)).status).toBe(404);
    expect((await report(other, comment.id)).status).toBe(404);
    const lock = `POST ${at(other)}/threads/${published.threads[0]!.id}/lock`;
    expect((await ask(world, lock, { as: moderator, body: { reason: 'Nej' } })).status).toBe(404);
  });
});
