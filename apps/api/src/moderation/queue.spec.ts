import { describe, expect, it } from '@jest/globals';
import { aPicture, upload } from '../../test/files.js';
import { aComment, anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { Gates } from '../discussions/gates.js';
import { CaseViews } from './case-views.js';
import { CasesService } from './cases.service.js';
import { DecisionsService } from './decisions.service.js';
import { RemindersService } from './reminders.service.js';
import { StatementsService } from './statements.service.js';

const world = aWorld();

const at = ({ municipality }: PublishedPolicy) => `/api/municipalities/${municipality.slug}`;
const aModerator = ({ municipality }: PublishedPolicy, name?: string) =>
  someone(world, municipality, ['moderator'], name ? { name } : {});
const anAdministrator = ({ municipality }: PublishedPolicy) =>
  someone(world, municipality, ['administrator']);

const report = (published: PublishedPolicy, commentId: string, wishes: object = {}) =>
  ask(world, `POST ${at(published)}/comments/${commentId}/reports`, {
    body: { reasonCode: 'insult', ...wishes },
  });

const decide = (published: PublishedPolicy, commentId: string, as: Someone, body: object) =>
  ask(world, `POST ${at(published)}/moderation/comments/${commentId}/decisions`, { as, body });

const queue = async (published: PublishedPolicy, as: Someone, query = '') =>
  (await ask(world, `GET ${at(published)}/moderation/queue${query}`, { as })).body;

const read = async (published: PublishedPolicy, commentId: string, as?: Someone) =>
  (await ask(world, `GET ${at(published)}/comments/${commentId}`, { as: as ?? null })).body;

const undo = (published: PublishedPolicy, as: Someone, ...decisionIds: string[]) =>
  ask(world, `POST ${at(published)}/moderation/undo`, { as, body: { decisionIds } });

const HIDE = { action: 'hide', reasonCode: 'insult', reason: 'Går efter personen.' };
const REMOVE = { action: 'remove', reasonCode: 'privacy-violation', reason: 'Et privat billede.' };

/** A reported comment, the moderators' entry for it, and who wrote it. */
const aCase = async (published: PublishedPolicy, body = 'Sikke noget vrøvl.') => {
  const author = await someone(world, published.municipality);
  const comment = await aComment(world, published, { by: author, body });
  await report(published, comment.id);
  const moderator = await aModerator(published);
  const entry = (await queue(published, moderator)).items.find(
    ({ contribution }: { contribution: { id: string } }) => contribution.id === comment.id,
  );
  return { author, comment, moderator, entry };
};

/** A comment with a picture. */
const pictured = async (published: PublishedPolicy) => {
  const author = await someone(world, published.municipality);
  const { id } = (await upload(world, published.municipality, author, await aPicture('png'))).body;
  const thread = `${at(published)}/threads/${published.threads[0]!.id}`;
  const { body: comment } = await ask(world, `POST ${thread}/comments`, {
    as: author,
    body: { body: 'Sådan ser der ud.', attachment: { id, alt: 'En bil' } },
  });
  const href = comment.attachment.href as string;
  return { author, comment, href, moderator: await aModerator(published) };
};
const statusOf = async (url: string, as: Someone | null) =>
  (await world.app.inject({ method: 'GET', url, headers: as ? { cookie: as.cookie } : {} })).statusCode;

/** Runs what many do at the same moment. */
const atOnce = <T>(count: number, run: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => run(n)));

describe('an entry of the queue', () => {
  it('is claimed by one of several who look at it at once; the others are told by whom', async () => {
    const published = await aPolicy(world);
    const { entry } = await aCase(published);
    const moderators = await atOnce(5, () => aModerator(published));
    const claims = await Promise.all(
      moderators.map((as) =>
        ask(world, `POST ${at(published)}/moderation/cases/${entry.id}/claim`, { as, body: {} }),
      ),
    );
    const [mine, ...others] = claims.filter(({ status }) => status === 200);
    expect(others).toEqual([]);
    expect(mine!.body.claim).toMatchObject({ mine: true });
    for (const { status, body } of claims.filter((claim) => claim !== mine)) {
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'case-claimed', details: { name: mine!.body.claim.name } });
    }
  });

  it('is not decided while a colleague is at it, unless taken over, and is free again once let go', async () => {
    const published = await aPolicy(world);
    const { comment, moderator, entry } = await aCase(published);
    const claim = `${at(published)}/moderation/cases/${entry.id}/claim`;
    await ask(world, `POST ${claim}`, { as: moderator, body: {} });
    const colleague = await aModerator(published);
    expect((await queue(published, colleague)).items[0].claim).toMatchObject({
      mine: false,
      name: moderator.name,
    });
    expect((await queue(published, colleague, '?claim=free')).items).toEqual([]);
    expect((await queue(published, moderator, '?claim=mine')).items).toHaveLength(1);
    expect((await decide(published, comment.id, colleague, HIDE)).body.code).toBe('case-claimed');
    await ask(world, `DELETE ${claim}`, { as: moderator });
    await ask(world, `POST ${claim}`, { as: colleague, body: {} });
    const over = await ask(world, `POST ${claim}`, { as: moderator, body: { takeOver: true } });
    expect(over.body.claim).toMatchObject({ mine: true });
    expect((await decide(published, comment.id, moderator, HIDE)).status).toBe(200);
  });

  it('of an hour ago that nobody let go of keeps nobody away', async () => {
    const published = await aPolicy(world);
    const { moderator, entry } = await aCase(published);
    const claim = `${at(published)}/moderation/cases/${entry.id}/claim`;
    await ask(world, `POST ${claim}`, { as: moderator, body: {} });
    await world.source.query(
      "UPDATE moderation_case SET claimed_until = now() - interval '1 hour' WHERE id = $1",
      [entry.id],
    );
    const colleague = await aModerator(published);
    expect((await queue(published, colleague)).items[0].claim).toBeNull();
    expect((await ask(world, `POST ${claim}`, { as: colleague, body: {} })).status).toBe(200);
  });

  it('stands before others where the law is said to be broken', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const [first, second] = [await aComment(world, published), await aComment(world, published)];
    await report(published, first.id);
    await report(published, second.id, { reasonCode: 'threat' });
    const { items } = await queue(published, moderator);
    expect(items).toMatchObject([
      { urgency: 1, contribution: { id: second.id } },
      { urgency: 2, contribution: { id: first.id } },
    ]);
  });

  it('shows what was held back, released by letting it stand', async () => {
    const published = await aPolicy(world);
    const author = await someone(world, published.municipality);
    const gate = world.app.get(Gates);
    gate.register((_, { text }) => Promise.resolve(text === 'Med link' ? { hold: 'link' } : null));
    const comment = await aComment(world, published, { by: author, body: 'Med link' });
    const moderator = await aModerator(published);
    expect((await queue(published, moderator, '?kind=held')).items).toMatchObject([
      { kind: 'held', contribution: { id: comment.id, state: 'held', heldReason: 'link' } },
    ]);
    expect((await ask(world, `GET ${at(published)}/comments/${comment.id}`)).status).toBe(404);
    await decide(published, comment.id, moderator, { action: 'keep' });
    expect(await read(published, comment.id)).toMatchObject({ state: 'visible', body: 'Med link' });
  });

  it('of another kind is named by whoever knows it, and leads to its page', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const ctx = await contextOf(world, published.municipality, moderator);
    const id = await world.app.get(CasesService).open(ctx, { kind: 'order', urgency: 0 });
    world.app
      .get(CaseViews)
      .register('order', (_, ids) =>
        Promise.resolve(
          new Map(ids.map((one) => [one, { title: 'Rigspolitiet', path: `orders/${one}`, notFor: [null] }])),
        ),
      );
    expect((await queue(published, moderator)).items).toMatchObject([
      { id, kind: 'order', urgency: 0, title: 'Rigspolitiet', path: `orders/${id}`, contribution: null },
    ]);
    const count = await ask(world, `GET ${at(published)}/moderation/queue/count`, { as: moderator });
    expect(count.body).toMatchObject({
      count: 1,
      kinds: expect.arrayContaining([{ kind: 'order', count: 1, more: false }]),
    });
  });

  it('tells the conversation around it, and what its author was told before', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const author = await someone(world, published.municipality);
    const earlier = await aComment(world, published, { by: author, body: 'Grimt' });
    await decide(published, earlier.id, moderator, HIDE);
    const parent = await aComment(world, published, { body: 'Flere bænke' });
    const before = await aComment(world, published, { body: 'Ja tak', parentId: parent.id });
    const comment = await aComment(world, published, { by: author, body: 'Nej', parentId: parent.id });
    const answer = await aComment(world, published, { body: 'Hvorfor?', parentId: comment.id });
    const { body } = await ask(world, `GET ${at(published)}/moderation/comments/${comment.id}/context`, {
      as: moderator,
    });
    expect(body.conversation.map(({ part, id }: { part: string; id: string }) => [part, id])).toEqual([
      ['above', parent.id],
      ['before', before.id],
      ['itself', comment.id],
      ['answer', answer.id],
    ]);
    expect(body.earlier).toMatchObject([
      { action: 'hide', reasonCode: 'insult', reference: earlier.reference, undone: false },
    ]);
  });

  it('is nobody’s but this municipality’s moderators’', async () => {
    const published = await aPolicy(world);
    const { author, comment, entry } = await aCase(published);
    const elsewhere = await aMunicipality(world);
    const foreign = await someone(world, elsewhere, ['moderator']);
    const there = `/api/municipalities/${elsewhere.slug}/moderation`;
    const asks = [
      ask(world, `POST ${there}/cases/${entry.id}/claim`, { as: foreign, body: {} }),
      ask(world, `GET ${there}/comments/${comment.id}`, { as: foreign }),
      ask(world, `GET ${there}/comments/${comment.id}/context`, { as: foreign }),
      ask(world, `POST ${there}/comments/${comment.id}/decisions`, { as: foreign, body: HIDE }),
      ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
        as: foreign,
        body: HIDE,
      }),
      ask(world, `GET ${at(published)}/moderation/queue`, { as: author }),
    ];
    expect((await Promise.all(asks)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 403, 403]);
    expect((await ask(world, `GET ${there}/queue`, { as: foreign })).body.items).toEqual([]);
    const many = await ask(world, `POST ${there}/decisions`, {
      as: foreign,
      body: { ...HIDE, subjects: [{ kind: 'comment', id: comment.id }] },
    });
    expect(many.body.items).toMatchObject([{ decisionId: null, code: 'not-found' }]);
    expect((await read(published, comment.id)).state).toBe('visible');
  });
});

describe('several decided at once', () => {
  it('are hidden with one reason, answered, and told each in a statement of its own', async () => {
    const published = await aPolicy(world);
    const cases = [await aCase(published), await aCase(published), await aCase(published)];
    const initiative = await anInitiative(world, published);
    const [{ moderator }] = cases as [(typeof cases)[number]];
    const { body } = await ask(world, `POST ${at(published)}/moderation/decisions`, {
      as: moderator,
      body: {
        ...HIDE,
        subjects: [
          ...cases.map(({ comment }) => ({ kind: 'comment', id: comment.id })),
          { kind: 'initiative', id: initiative.id },
        ],
      },
    });
    expect(body.items).toHaveLength(4);
    expect(body.items.every((item: { code: string | null }) => item.code === null)).toBe(true);
    expect((await queue(published, moderator)).items).toEqual([]);
    for (const { comment } of cases)
      expect(await read(published, comment.id)).toMatchObject({ state: 'hidden', hiddenReason: HIDE.reason });
    const [told] = await world.source.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM statement WHERE decision_id = ANY($1)',
      [body.items.map(({ decisionId }: { decisionId: string }) => decisionId)],
    );
    expect(told!.count).toBe(4);
  });

  it('leave alone what cannot be decided so, and say why', async () => {
    const published = await aPolicy(world);
    const { comment, moderator } = await aCase(published);
    const own = await aComment(world, published, { by: moderator });
    const claimed = await aCase(published);
    const looking = await aModerator(published);
    await ask(world, `POST ${at(published)}/moderation/cases/${claimed.entry.id}/claim`, {
      as: looking,
      body: {},
    });
    const { body } = await ask(world, `POST ${at(published)}/moderation/decisions`, {
      as: moderator,
      body: {
        ...HIDE,
        subjects: [comment, own, claimed.comment].map(({ id }) => ({ kind: 'comment', id })),
      },
    });
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
      null,
      'own-contribution',
      'case-claimed',
    ]);
    expect((await read(published, own.id)).state).toBe('visible');
  });

  it('ask as many questions of what they write for many as for one', async () => {
    const published = await aPolicy(world);
    const cases = await atOnce(6, () => aCase(published));
    const written: string[] = [];
    const runner = world.source.createQueryRunner.bind(world.source);
    world.source.createQueryRunner = (...given) => {
      const made = runner(...given);
      const { query } = made;
      made.query = (...asked: Parameters<typeof query>) => {
        written.push(asked[0]);
        return query.apply(made, asked) as never;
      };
      return made;
    };
    try {
      await ask(world, `POST ${at(published)}/moderation/decisions`, {
        as: cases[0]!.moderator,
        body: { ...HIDE, subjects: cases.map(({ comment }) => ({ kind: 'comment', id: comment.id })) },
      });
    } finally {
      world.source.createQueryRunner = runner;
    }
    const count = (words: RegExp) => written.filter((sql) => words.test(sql)).length;
    expect(count(/START TRANSACTION|BEGIN/)).toBe(1);
    expect(count(/INSERT INTO "moderation_decision"/)).toBe(1);
    expect(count(/INSERT INTO "statement"/)).toBe(1);
    expect(count(/UPDATE report SET/)).toBe(1);
    expect(count(/UPDATE moderation_case SET closed_at/)).toBe(1);
  });

  it('by two at the same moment, in opposite order, are each decided once', async () => {
    const published = await aPolicy(world);
    const cases = await atOnce(6, (n) =>
      aComment(world, published, { thread: published.threads[n % published.threads.length]! }),
    );
    const moderators = await atOnce(4, () => aModerator(published));
    const subjects = cases.map(({ id }) => ({ kind: 'comment', id }));
    const answers = await Promise.all(
      moderators.map((as, n) =>
        ask(world, `POST ${at(published)}/moderation/decisions`, {
          as,
          body: { ...HIDE, subjects: n % 2 ? subjects.toReversed() : subjects },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const made = answers.flatMap(({ body }) =>
      body.items.filter((item: { code: string | null }) => !item.code),
    );
    expect(made).toHaveLength(6);
  });
});

describe('what was decided a moment ago', () => {
  it('is taken back by who decided it: seen again, waiting again, in the log, its author told', async () => {
    const published = await aPolicy(world);
    const { author, comment, moderator } = await aCase(published);
    const hidden = await decide(published, comment.id, moderator, HIDE);
    const { id, undoableUntil } = hidden.body.lastDecision;
    expect(new Date(undoableUntil).getTime()).toBeGreaterThan(Date.now());
    const { body } = await undo(published, moderator, id);
    expect(body.items).toMatchObject([{ code: null, reference: comment.reference }]);
    expect(await read(published, comment.id)).toMatchObject({ state: 'visible', body: 'Sikke noget vrøvl.' });
    expect((await queue(published, moderator)).items).toMatchObject([
      { contribution: { id: comment.id, reportCount: 1, author: { hiddenBefore: 0 } } },
    ]);
    const log = await ask(world, `GET ${at(published)}/moderation/log`, { as: moderator });
    expect(log.body.items).toMatchObject([{ action: 'undo' }, { action: 'hide' }]);
    const [statement] = await world.source.query<{ id: string }[]>(
      'SELECT id FROM statement WHERE decision_id = $1',
      [id],
    );
    const shown = await ask(world, `GET ${at(published)}/statements/${statement!.id}`, { as: author });
    expect(shown.body.undone).toBe(true);
  });

  it('is not taken back by a colleague, late, or twice at once', async () => {
    const published = await aPolicy(world);
    const { comment, moderator } = await aCase(published);
    const { id } = (await decide(published, comment.id, moderator, HIDE)).body.lastDecision;
    const colleague = await aModerator(published);
    expect((await undo(published, colleague, id)).body.items).toMatchObject([{ code: 'undo-passed' }]);
    const answers = await atOnce(5, () => undo(published, moderator, id));
    const codes = answers.map(({ body }) => body.items[0].code);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === 'already-decided')).toHaveLength(4);
    const again = (await decide(published, comment.id, moderator, HIDE)).body.lastDecision.id;
    // Nobody can wait ten minutes here: what it rests on is a rule of its own, and the log cannot be changed.
    await world.source.query('ALTER TABLE moderation_decision DISABLE TRIGGER USER');
    await world.source.query(
      "UPDATE moderation_decision SET created_at = created_at - interval '11 minutes' WHERE id = $1",
      [again],
    );
    await world.source.query('ALTER TABLE moderation_decision ENABLE TRIGGER USER');
    expect((await undo(published, moderator, again)).body.items).toMatchObject([{ code: 'undo-passed' }]);
  });

  it('is undone for an appeal whenever it is, by somebody else', async () => {
    const published = await aPolicy(world);
    const { comment, moderator } = await aCase(published);
    const { id } = (await decide(published, comment.id, moderator, REMOVE)).body.lastDecision;
    const another = await contextOf(world, published.municipality, await aModerator(published));
    await world.app.get(DecisionsService).reverse(another, id, 'Klageren har ret.');
    expect(await read(published, comment.id)).toMatchObject({ state: 'visible', body: 'Sikke noget vrøvl.' });
  });

  it('is not undone over what was decided since', async () => {
    const published = await aPolicy(world);
    const { comment, moderator } = await aCase(published);
    const { id } = (await decide(published, comment.id, moderator, HIDE)).body.lastDecision;
    await decide(published, comment.id, moderator, { action: 'restore', reason: 'Fejl' });
    expect((await undo(published, moderator, id)).body.items).toMatchObject([{ code: 'already-decided' }]);
  });
});

describe('what is removed', () => {
  it('is read by nobody, not its author and not moderators; an administrator opens it, which is kept', async () => {
    const published = await aPolicy(world);
    const { author, comment, moderator } = await aCase(published, 'Adressen er Skovvej 2');
    const removed = await decide(published, comment.id, moderator, REMOVE);
    expect(removed.body).toMatchObject({ quarantined: true, text: null });
    for (const as of [author, moderator]) {
      const view = await read(published, comment.id, as);
      expect(JSON.stringify(view)).not.toContain('Skovvej');
    }
    const search = await ask(world, `GET ${at(published)}/moderation/contributions?search=Skovvej`, {
      as: moderator,
    });
    expect(search.body.items).toEqual([]);
    const list = `${at(published)}/moderation/quarantine`;
    expect((await ask(world, `GET ${list}`, { as: moderator })).status).toBe(403);
    const administrator = await anAdministrator(published);
    const { body } = await ask(world, `GET ${list}`, { as: administrator });
    expect(body.items).toMatchObject([{ reference: comment.reference, action: 'remove', openings: [] }]);
    expect(JSON.stringify(body)).not.toContain('Skovvej');
    const opening = `${list}/${body.items[0].id}/openings`;
    expect((await ask(world, `POST ${opening}`, { as: moderator, body: { purpose: 'Se' } })).status).toBe(
      403,
    );
    expect((await ask(world, `POST ${opening}`, { as: administrator, body: { purpose: 'x' } })).status).toBe(
      422,
    );
    const opened = await ask(world, `POST ${opening}`, {
      as: administrator,
      body: { purpose: 'Politiet har bedt om det.' },
    });
    expect(opened.body).toMatchObject({
      original: { text: 'Adressen er Skovvej 2' },
      openings: [{ name: administrator.name, purpose: 'Politiet har bedt om det.' }],
    });
    const elsewhere = await aMunicipality(world);
    const foreign = await someone(world, elsewhere, ['administrator']);
    const there = `/api/municipalities/${elsewhere.slug}/moderation/quarantine`;
    expect((await ask(world, `GET ${there}`, { as: foreign })).body.items).toEqual([]);
    expect(
      (
        await ask(world, `POST ${there}/${body.items[0].id}/openings`, {
          as: foreign,
          body: { purpose: 'Nysgerrig' },
        })
      ).status,
    ).toBe(404);
  });

  it('is given back by an administrator alone, with its earlier versions', async () => {
    const published = await aPolicy(world);
    const { author, comment, moderator } = await aCase(published, 'Først');
    const edit = { as: author, body: { body: 'Så' } };
    await ask(world, `PUT ${at(published)}/comments/${comment.id}`, edit);
    await decide(published, comment.id, moderator, REMOVE);
    const restore = { action: 'restore', reason: 'Det var tilladt.' };
    expect((await decide(published, comment.id, moderator, restore)).body.code).toBe('in-quarantine');
    const both = await someone(world, published.municipality, ['moderator', 'administrator']);
    expect((await decide(published, comment.id, both, restore)).status).toBe(200);
    expect((await read(published, comment.id)).body).toBe('Så');
    const { body } = await ask(world, `GET ${at(published)}/comments/${comment.id}/revisions`);
    expect(body.items).toMatchObject([{ body: 'Først' }]);
  });

  it('cannot be emptied away, nor who opened it', async () => {
    const published = await aPolicy(world);
    const { comment, moderator } = await aCase(published);
    await decide(published, comment.id, moderator, REMOVE);
    const stays = { driverError: { constraint: 'quarantine_stays' } };
    const ids = [comment.id];
    await expect(
      world.source.query('DELETE FROM quarantine WHERE comment_id = $1', ids),
    ).rejects.toMatchObject(stays);
    await expect(
      world.source.query(`UPDATE quarantine SET original = '{}' WHERE comment_id = $1`, ids),
    ).rejects.toMatchObject(stays);
  });
});

describe('personal data', () => {
  it('is edited out where it was marked; the original and its history are in quarantine', async () => {
    const published = await aPolicy(world);
    const { author, comment, moderator } = await aCase(published, 'Ring til Bo på 12 34 56 78, tak.');
    const from = 'Ring til Bo på '.length;
    const edited = await decide(published, comment.id, moderator, {
      action: 'edit',
      reasonCode: 'personal-data',
      reason: 'Vi har taget telefonnummeret ud.',
      passages: [{ from, text: '12 34 56 78' }],
    });
    expect(edited.body).toMatchObject({ state: 'visible', redactedAt: expect.any(String) });
    const now = await read(published, comment.id, author);
    expect(now.body).not.toContain('12 34');
    expect(now.body).toMatch(/^Ring til Bo på .+, tak\.$/);
    const list = await ask(world, `GET ${at(published)}/moderation/quarantine`, {
      as: await anAdministrator(published),
    });
    expect(list.body.items).toMatchObject([{ action: 'edit', reference: comment.reference }]);
    await undo(published, moderator, edited.body.lastDecision.id);
    expect((await read(published, comment.id)).body).toBe('Ring til Bo på 12 34 56 78, tak.');
  });

  it('in a picture is taken away with it, for everybody; undone, it is back', async () => {
    const published = await aPolicy(world);
    const { author, comment, moderator, href } = await pictured(published);
    const both = await someone(world, published.municipality, ['moderator', 'administrator']);
    const given = {
      action: 'edit',
      reasonCode: 'personal-data',
      reason: 'Billedet viser en nummerplade.',
      attachment: true,
    };
    const edited = await decide(published, comment.id, moderator, given);
    expect(edited.body).toMatchObject({ state: 'visible', attachment: null, text: 'Sådan ser der ud.' });
    for (const as of [null, author, moderator, both]) expect(await statusOf(href, as)).toBe(404);
    expect(await statusOf(`${href}/preview`, null)).toBe(404);
    expect(await read(published, comment.id, author)).toMatchObject({
      body: 'Sådan ser der ud.',
      attachment: null,
    });
    // It is gone already.
    expect((await decide(published, comment.id, moderator, given)).body.code).toBe('changed-meanwhile');

    const list = `${at(published)}/moderation/quarantine`;
    const kept = (await ask(world, `GET ${list}`, { as: both })).body.items[0];
    const there = `${list}/${kept.id}/attachment`;
    expect(await statusOf(there, both)).toBe(404);
    const opened = await ask(world, `POST ${list}/${kept.id}/openings`, {
      as: both,
      body: { purpose: 'Politiet har bedt om det.' },
    });
    expect(opened.body.original.attachment).toMatchObject({ kind: 'image', alt: 'En bil', href: there });
    expect(await statusOf(there, both)).toBe(200);
    expect(await statusOf(there, moderator)).toBe(404);
    const foreign = await someone(world, await aMunicipality(world), ['administrator']);
    expect(await statusOf(there, foreign)).toBe(403);

    await undo(published, moderator, edited.body.lastDecision.id);
    expect(await statusOf(href, null)).toBe(200);
    expect((await read(published, comment.id)).attachment).toMatchObject({ alt: 'En bil' });
  });

  it('in a picture goes with the words, and both come back', async () => {
    const published = await aPolicy(world);
    const { comment, moderator, href } = await pictured(published);
    const edited = await decide(published, comment.id, moderator, {
      action: 'edit',
      reasonCode: 'personal-data',
      reason: 'Begge dele viser, hvem det er.',
      passages: [{ from: 0, text: 'Sådan' }],
      attachment: true,
    });
    expect(edited.body.text).not.toContain('Sådan');
    await undo(published, moderator, edited.body.lastDecision.id);
    expect((await read(published, comment.id)).body).toBe('Sådan ser der ud.');
    expect(await statusOf(href, null)).toBe(200);
    const removed = await decide(published, comment.id, moderator, REMOVE);
    expect(await statusOf(href, moderator)).toBe(404);
    await undo(published, moderator, removed.body.lastDecision.id);
    expect(await statusOf(href, null)).toBe(200);
  });

  it('that does not stand there any more is not edited out blindly', async () => {
    const published = await aPolicy(world);
    const { comment, moderator } = await aCase(published, 'Noget helt andet');
    const answer = await decide(published, comment.id, moderator, {
      action: 'edit',
      reasonCode: 'personal-data',
      reason: 'Nummeret.',
      passages: [{ from: 0, text: '12 34 56 78' }],
    });
    expect(answer.body.code).toBe('changed-meanwhile');
  });
});

describe('what is moved', () => {
  it('goes on in the other thread with its answers, says so where it stood, and comes back as it was', async () => {
    const published = await aPolicy(world);
    const [from, into] = published.threads;
    const parent = await aComment(world, published, { body: 'Om bænke' });
    const comment = await aComment(world, published, { body: 'Om lys', parentId: parent.id });
    const answer = await aComment(world, published, { body: 'Ja', parentId: comment.id });
    const moderator = await aModerator(published);
    const moved = await decide(published, comment.id, moderator, {
      action: 'move',
      threadId: into!.id,
      reason: 'Det handler om lys.',
    });
    expect(moved.status).toBe(200);
    const there = await ask(world, `GET ${at(published)}/threads/${into!.id}/comments`);
    expect(there.body.items).toMatchObject([{ id: comment.id, replies: [{ id: answer.id }] }]);
    const left = await ask(world, `GET ${at(published)}/threads/${from!.id}`);
    expect(left.body).toMatchObject({
      commentCount: 1,
      moved: [{ reference: comment.reference, count: 2, title: into!.title }],
    });
    const meanwhile = await aComment(world, published, { thread: into!, parentId: comment.id, body: 'Nyt' });
    await undo(published, moderator, moved.body.lastDecision.id);
    const back = await ask(world, `GET ${at(published)}/threads/${from!.id}/comments`);
    expect(back.body.items).toMatchObject([
      {
        id: parent.id,
        replyCount: 3,
        replies: [{ id: comment.id, parentId: parent.id }, { id: answer.id }, { id: meanwhile.id }],
      },
    ]);
    expect((await ask(world, `GET ${at(published)}/threads/${into!.id}`)).body.commentCount).toBe(0);
    expect((await ask(world, `GET ${at(published)}/threads/${from!.id}`)).body.moved).toEqual([]);
  });

  it('is not taken back where what it answered has gone elsewhere', async () => {
    const published = await aPolicy(world);
    const [, second, third] = published.threads;
    const parent = await aComment(world, published);
    const comment = await aComment(world, published, { parentId: parent.id });
    const moderator = await aModerator(published);
    const move = (id: string, threadId: string) =>
      decide(published, id, moderator, { action: 'move', threadId, reason: 'Hører til der.' });
    const { id } = (await move(comment.id, second!.id)).body.lastDecision;
    await move(parent.id, third!.id);
    expect((await undo(published, moderator, id)).body.items).toMatchObject([{ code: 'changed-meanwhile' }]);
  });

  it('by several to different threads at once ends in one of them, counted right', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    await aComment(world, published, { parentId: comment.id });
    const moderators = await atOnce(4, () => aModerator(published));
    const answers = await Promise.all(
      moderators.map((as, n) =>
        decide(published, comment.id, as, {
          action: 'move',
          threadId: published.threads[1 + (n % 2)]!.id,
          reason: 'Hører til der.',
          lastDecisionId: null,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const counts = await Promise.all(
      published.threads.map(
        async ({ id }) =>
          (await ask(world, `GET ${at(published)}/threads/${id}`)).body.commentCount as number,
      ),
    );
    expect(counts.toSorted()).toEqual([0, 0, 2]);
  });

  it('never goes to another municipality', async () => {
    const published = await aPolicy(world);
    const elsewhere = await aPolicy(world);
    const comment = await aComment(world, published);
    const answer = await decide(published, comment.id, await aModerator(published), {
      action: 'move',
      threadId: elsewhere.threads[0]!.id,
      reason: 'Derovre.',
    });
    expect(answer.body.details.fields).toEqual([{ field: 'threadId', code: 'unknown' }]);
  });

  it('can be a whole thread, which is locked, and opened again when it is taken back', async () => {
    const published = await aPolicy(world);
    const [from, into] = published.threads;
    const comment = await aComment(world, published);
    await aComment(world, published, { parentId: comment.id });
    const moderator = await aModerator(published);
    const merged = await ask(world, `POST ${at(published)}/threads/${from!.id}/merge`, {
      as: moderator,
      body: { threadId: into!.id, reason: 'Det samme emne.' },
    });
    expect(merged.body).toMatchObject({ id: into!.id, commentCount: 2 });
    expect((await ask(world, `GET ${at(published)}/threads/${from!.id}`)).body).toMatchObject({
      commentCount: 0,
      locked: true,
      moved: [{ reference: null, count: 2 }],
    });
    const log = await ask(world, `GET ${at(published)}/moderation/log?action=merge`, { as: moderator });
    expect(log.body.items[0]).toMatchObject({
      id: merged.body.decisionId,
      undoableUntil: expect.any(String),
    });
    await undo(published, moderator, merged.body.decisionId);
    expect((await ask(world, `GET ${at(published)}/threads/${from!.id}`)).body).toMatchObject({
      commentCount: 2,
      locked: false,
      moved: [],
    });
  });
});

describe('a statement of reasons', () => {
  it('says what, why, by which rule and law, and how long one can complain; to its person and to moderators', async () => {
    const published = await aPolicy(world);
    const { author, comment, moderator } = await aCase(published);
    await decide(published, comment.id, moderator, {
      action: 'hide',
      reasonCode: 'personal-data',
      reason: 'Du nævner en andens helbred.',
      facts: 'Sætningen om Karin.',
    });
    const [{ id }] = (await world.source.query('SELECT id FROM statement WHERE contribution_id = $1', [
      comment.id,
    ])) as [{ id: string }];
    const show = (as: Someone | null, slug = published.municipality.slug) =>
      ask(world, `GET /api/municipalities/${slug}/statements/${id}`, { as });
    const { body } = await show(author);
    expect(body).toMatchObject({
      action: 'hide',
      reference: comment.reference,
      reasonCode: 'personal-data',
      law: expect.stringContaining('databeskyttelsesforordningen'),
      reason: 'Du nævner en andens helbred.',
      facts: 'Sætningen om Karin.',
      source: 'report',
      automatedBy: null,
      undone: false,
    });
    const days = (Date.parse(body.complainUntil) - Date.parse(body.decidedAt)) / 86_400_000;
    expect(days).toBeGreaterThan(180);
    expect((await show(moderator)).status).toBe(200);
    expect((await show(await someone(world, published.municipality))).status).toBe(404);
    const elsewhere = await aMunicipality(world);
    const foreign = await someone(world, elsewhere, ['moderator']);
    expect((await show(foreign, elsewhere.slug)).status).toBe(404);
    const news = await ask(world, `GET ${at(published)}/notifications`, { as: author });
    expect(news.body.items).toMatchObject([{ kind: 'contribution-hidden', path: `decisions/${id}` }]);
  });

  it('stays as it was given', async () => {
    const published = await aPolicy(world);
    const ctx = await contextOf(world, published.municipality, await aModerator(published));
    const id = await world.app.get(StatementsService).write(ctx, { action: 'warn', reason: 'Pas på.' });
    const stays = { driverError: { constraint: 'statement_stays' } };
    await expect(
      world.source.query("UPDATE statement SET reason = 'andet' WHERE id = $1", [id]),
    ).rejects.toMatchObject(stays);
    await expect(world.source.query('DELETE FROM statement WHERE id = $1', [id])).rejects.toMatchObject(
      stays,
    );
  });
});

describe('what the municipality decides about moderation', () => {
  it('is its own words and laws, in versions; two who change the same are not both right', async () => {
    const published = await aPolicy(world);
    const administrator = await anAdministrator(published);
    const put = (as: Someone, code = 'insult', version = 0) =>
      ask(world, `PUT ${at(published)}/moderation/templates/${code}`, {
        as,
        body: { text: 'Tal til sagen, ikke til personen.', law: 'Debatreglerne § 2', version },
      });
    expect((await put(await aModerator(published))).status).toBe(403);
    expect((await put(administrator, 'unlawful-violence')).status).toBe(404);
    const answers = await atOnce(4, () => put(administrator));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['changed-meanwhile']),
    );
    const { body } = await ask(world, `GET ${at(published)}/moderation/templates`, { as: administrator });
    expect(body.items.find(({ code }: { code: string }) => code === 'insult')).toMatchObject({
      text: 'Tal til sagen, ikke til personen.',
      law: 'Debatreglerne § 2',
      version: 1,
    });
    const other = await aPolicy(world);
    const there = await ask(world, `GET ${at(other)}/moderation/templates`, {
      as: await anAdministrator(other),
    });
    expect(there.body.items.find(({ code }: { code: string }) => code === 'insult').version).toBe(0);
  });

  it('is after how long its moderators are reminded, or never', async () => {
    const published = await aPolicy(world);
    const as = await anAdministrator(published);
    const settings = `${at(published)}/moderation/settings`;
    expect((await ask(world, `GET ${settings}`, { as })).body).toEqual({ waitingHours: 24 });
    for (const waitingHours of [4, null])
      expect((await ask(world, `PUT ${settings}`, { as, body: { waitingHours } })).body).toEqual({
        waitingHours,
      });
    expect((await ask(world, `GET ${settings}`, { as: await aModerator(published) })).status).toBe(403);
  });
});

describe('what has waited too long', () => {
  it('is told to every moderator once, and to nobody where that is not wanted', async () => {
    const published = await aPolicy(world);
    const { moderator } = await aCase(published);
    const silent = await aPolicy(world);
    await aCase(silent);
    await ask(world, `PUT ${at(silent)}/moderation/settings`, {
      as: await anAdministrator(silent),
      body: { waitingHours: null },
    });
    const letters = async ({ municipality }: PublishedPolicy) =>
      world.source.query<{ subject: string; text: string }[]>(
        "SELECT subject, text FROM mail WHERE municipality_id = $1 AND key LIKE 'waiting:%'",
        [municipality.id],
      );
    const reminders = world.app.get(RemindersService);
    await reminders.remind();
    expect(await letters(published)).toEqual([]);
    await world.source.query("UPDATE moderation_case SET opened_at = opened_at - interval '25 hours'");
    await Promise.all([reminders.remind(), reminders.remind()]);
    await reminders.remind();
    const told = await letters(published);
    expect(told).toHaveLength(1);
    expect(told[0]!.text).toContain(moderator.name);
    expect(told[0]!.text).toContain(`${published.municipality.slug}/moderation`);
    expect(await letters(silent)).toEqual([]);
  });
});

describe('a moderator’s own filters', () => {
  it('are kept under a name, for nobody else', async () => {
    const published = await aPolicy(world);
    const [as, colleague] = [await aModerator(published), await aModerator(published)];
    const filters = `${at(published)}/moderation/filters`;
    await ask(world, `POST ${filters}`, { as, body: { name: 'Reklame', query: 'reason=advertising' } });
    const again = await ask(world, `POST ${filters}`, { as, body: { name: 'Reklame', query: 'kind=spam' } });
    expect((await ask(world, `GET ${filters}`, { as })).body.items).toMatchObject([
      { name: 'Reklame', query: 'kind=spam' },
    ]);
    expect((await ask(world, `GET ${filters}`, { as: colleague })).body.items).toEqual([]);
    expect((await ask(world, `DELETE ${filters}/${again.body.id}`, { as: colleague })).status).toBe(404);
    expect((await ask(world, `DELETE ${filters}/${again.body.id}`, { as })).status).toBe(204);
  });
});

describe('the search among contributions', () => {
  it('finds words, parts of words, names and references, also in what is hidden', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const by = await someone(world, published.municipality, ['resident'], { name: 'Gudrun Falk' });
    const [seen, hidden] = [
      await aComment(world, published, { by, body: 'Bænkene ved havnen knirker' }),
      await aComment(world, published, { body: 'Knirkende idioter' }),
    ];
    await decide(published, hidden.id, moderator, HIDE);
    const ids = async (query: string) =>
      (
        await ask(world, `GET ${at(published)}/moderation/contributions?${query}`, { as: moderator })
      ).body.items.map(({ id }: { id: string }) => id);
    expect(await ids('search=knirk')).toEqual([hidden.id, seen.id]);
    expect(await ids('search=knirk&state=hidden')).toEqual([hidden.id]);
    expect(await ids('search=Gudrun')).toEqual([seen.id]);
    expect(await ids(`search=${seen.reference}`)).toEqual([seen.id]);
    expect(await ids('search=ingenting')).toEqual([]);
  });
});
