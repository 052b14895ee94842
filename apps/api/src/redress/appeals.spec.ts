import { describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { workOff } from '../../test/jobs.js';
import { Appeal } from './appeal.entity.js';
import { AppealsService } from './appeals.service.js';

const world = aWorld();

const at = ({ municipality }: PublishedPolicy) => `/api/municipalities/${municipality.slug}`;
const aModerator = ({ municipality }: PublishedPolicy, name?: string) =>
  someone(world, municipality, ['moderator'], name ? { name } : {});

/** A comment that a moderator hid, with the decision's id. */
async function hidden(published: PublishedPolicy) {
  const author = await someone(world, published.municipality);
  const moderator = await aModerator(published);
  const comment = await aComment(world, published, { by: author, body: 'Det er noget vrøvl.' });
  const { body } = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
    as: moderator,
    body: { action: 'hide', reasonCode: 'insult', reason: 'Går efter personen.' },
  });
  return { author, moderator, comment, decisionId: body.lastDecision.id as string };
}

const appeal = (
  published: PublishedPolicy,
  decisionId: string,
  as: Someone | null,
  text = 'Jeg mente forslaget, ikke personen.',
) => ask(world, `POST ${at(published)}/decisions/${decisionId}/appeal`, { as, body: { text } });

const decide = (published: PublishedPolicy, id: string, as: Someone, body: object) =>
  ask(world, `POST ${at(published)}/moderation/appeals/${id}/decision`, { as, body });

const upheld = { outcome: 'upheld', text: 'Det er hårdt sagt, men om sagen.' };

describe('an appeal', () => {
  it('is made once by the one restricted, and waits in the queue', async () => {
    const published = await aPolicy(world);
    const { author, comment, decisionId } = await hidden(published);
    const before = await ask(world, `GET ${at(published)}/decisions/${decisionId}/appeal`, { as: author });
    expect(before.body).toMatchObject({
      what: 'hide',
      reason: 'Går efter personen.',
      contribution: { reference: comment.reference, text: 'Det er noget vrøvl.' },
      appeal: null,
      can: { appeal: true },
    });
    expect((await appeal(published, decisionId, author)).status).toBe(201);
    const again = await appeal(published, decisionId, author);
    expect(again).toMatchObject({ status: 409, body: { code: 'already-appealed' } });

    const other = await aModerator(published);
    const waiting = await ask(world, `GET ${at(published)}/moderation/queue`, { as: other });
    expect(waiting.body.items).toMatchObject([
      {
        kind: 'appeal',
        title: comment.reference,
        notForMe: false,
        path: expect.stringContaining('appeals/'),
      },
    ]);
  });

  it('is made once also when it is sent several times at once', async () => {
    const published = await aPolicy(world);
    const { author, decisionId } = await hidden(published);
    const answers = await Promise.all(Array.from({ length: 6 }, () => appeal(published, decisionId, author)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(
      new Set(['already-appealed']),
    );
    const cases: unknown[] = await world.source.query(
      `SELECT FROM moderation_case WHERE kind = 'appeal' AND municipality_id = $1`,
      [published.municipality.id],
    );
    expect(cases).toHaveLength(1);
  });

  it('is nobody else’s, and not of a decision that restricts nobody', async () => {
    const published = await aPolicy(world);
    const { moderator, comment, decisionId } = await hidden(published);
    const stranger = await someone(world, published.municipality);
    expect((await appeal(published, decisionId, stranger)).status).toBe(404);
    expect((await appeal(published, decisionId, null)).status).toBe(401);
    const restored = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
      as: moderator,
      body: { action: 'restore', reason: 'Alligevel ikke.' },
    });
    const { id } = restored.body.lastDecision;
    expect((await appeal(published, id, stranger)).status).toBe(404);
  });

  it('is not made of what somebody has already taken back', async () => {
    const published = await aPolicy(world);
    const { author, moderator, comment, decisionId } = await hidden(published);
    await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
      as: moderator,
      body: { action: 'restore', reason: 'Alligevel ikke.' },
    });
    expect(await appeal(published, decisionId, author)).toMatchObject({
      status: 409,
      body: { code: 'not-appealable', details: { reasons: [{ type: 'no-longer-so' }] } },
    });
  });

  it('is also for somebody signed in whose report was turned down', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const reporter = await someone(world, published.municipality);
    await ask(world, `POST ${at(published)}/comments/${comment.id}/reports`, {
      as: reporter,
      body: { reasonCode: 'insult' },
    });
    const kept = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
      as: await aModerator(published),
      body: { action: 'keep' },
    });
    const decisionId = kept.body.lastDecision.id;
    const made = await appeal(published, decisionId, reporter, 'Det er stadig en hån.');
    expect(made).toMatchObject({ status: 201, body: { what: 'keep', contribution: { author: null } } });
    const other = await aModerator(published);
    const needsRule = await decide(published, made.body.appeal.id, other, upheld);
    expect(needsRule.body.details.fields).toEqual([{ field: 'reasonCode', code: 'required' }]);
    await decide(published, made.body.appeal.id, other, { ...upheld, reasonCode: 'insult' });
    const now = await ask(world, `GET ${at(published)}/comments/${comment.id}`);
    expect(now.body.state).toBe('hidden');
  });

  it('of what was removed shows the original to whoever decides it, and writes down that they read it', async () => {
    const published = await aPolicy(world);
    const author = await someone(world, published.municipality);
    const moderator = await aModerator(published);
    const comment = await aComment(world, published, { by: author, body: 'Et privat brev.' });
    const removed = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
      as: moderator,
      body: { action: 'remove', reasonCode: 'privacy-violation', reason: 'Det er et privat brev.' },
    });
    const made = await appeal(published, removed.body.lastDecision.id, author);
    const { id } = made.body.appeal;
    const open = (as: Someone, slug = published.municipality.slug) =>
      ask(world, `POST /api/municipalities/${slug}/moderation/appeals/${id}/openings`, {
        as,
        body: { purpose: 'Klagen skal afgøres.' },
      });
    const other = await aModerator(published);
    const shown = await ask(world, `GET ${at(published)}/moderation/appeals/${id}`, { as: other });
    expect(shown.body).toMatchObject({ contribution: { text: null }, can: { decide: true, open: true } });
    expect((await open(moderator)).body.code).toBe('own-decision');
    expect((await open(author)).status).toBe(403);
    const elsewhere = await aMunicipality(world);
    expect((await open(await someone(world, elsewhere, ['moderator']), elsewhere.slug)).status).toBe(404);
    expect((await open(other)).body).toMatchObject({
      original: { text: 'Et privat brev.' },
      openings: [{ name: other.name, purpose: 'Klagen skal afgøres.' }],
    });
    const openings: unknown[] = await world.source.query(
      'SELECT person_id FROM quarantine_opening JOIN quarantine AS kept ON kept.id = quarantine_id WHERE comment_id = $1',
      [comment.id],
    );
    expect(openings).toEqual([{ person_id: other.id }]);
    // What the others keep from moderators stays so.
    expect((await ask(world, `GET ${at(published)}/moderation/quarantine`, { as: other })).status).toBe(403);
    await decide(published, id, other, upheld);
    expect((await open(other)).body.code).toBe('already-decided');
    const now = await ask(world, `GET ${at(published)}/comments/${comment.id}`);
    expect(now.body).toMatchObject({ state: 'visible', body: 'Et privat brev.' });
  });

  it('ends six months after the decision, in the database too', async () => {
    const published = await aPolicy(world);
    const { author, comment, moderator } = await hidden(published);
    await world.source.query(
      'ALTER TABLE moderation_decision DISABLE TRIGGER moderation_decision_only_grows',
    );
    const [late] = await world.source.query<{ id: string }[]>(
      `INSERT INTO moderation_decision (municipality_id, moderator_id, action, comment_id, reason_code, reason, created_at,
         previous_id)
       SELECT municipality_id, $2, 'hide', id, 'insult', 'For længe siden', now() - interval '6 months 2 days',
         (SELECT id FROM moderation_decision WHERE comment_id = $1)
       FROM comment WHERE id = $1 RETURNING id`,
      [comment.id, moderator.id],
    );
    await world.source.query('ALTER TABLE moderation_decision ENABLE TRIGGER moderation_decision_only_grows');
    expect(await appeal(published, late!.id, author)).toMatchObject({
      status: 409,
      body: { code: 'appeal-period-over' },
    });
    await expect(
      world.source.getRepository(Appeal).insert({
        municipalityId: published.municipality.id,
        decisionId: late!.id,
        personId: author.id,
        text: 'Alligevel',
        language: 'da',
      }),
    ).rejects.toMatchObject({ constraint: 'appeal_in_time' });
  });
});

describe('deciding an appeal', () => {
  it('restores everything as it was, and tells the one who appealed', async () => {
    const published = await aPolicy(world);
    const voter = await someone(world, published.municipality);
    const author = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: author });
    const reply = await aComment(world, published, { parentId: comment.id });
    await ask(world, `PUT ${at(published)}/comments/${comment.id}/vote`, {
      as: voter,
      body: { vote: 'agree' },
    });
    const pick = ({ body }: { body: Record<string, unknown> }) => {
      const { revision: _, can: __, ...kept } = body;
      return kept;
    };
    const before = pick(await ask(world, `GET ${at(published)}/comments/${comment.id}`, { as: voter }));
    const [{ count }] = await world.source.query('SELECT comment_count AS count FROM thread WHERE id = $1', [
      published.threads[0]!.id,
    ]);
    const first = await aModerator(published);
    const hid = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
      as: first,
      body: { action: 'hide', reasonCode: 'insult', reason: 'Går efter personen.' },
    });
    const { body } = await appeal(published, hid.body.lastDecision.id, author);
    const second = await aModerator(published);
    const seen = await ask(world, `GET ${at(published)}/moderation/appeals/${body.appeal.id}`, {
      as: second,
    });
    expect(seen.body).toMatchObject({
      what: 'hide',
      reason: 'Går efter personen.',
      deciders: [first.name],
      appellant: author.name,
      appeal: { text: 'Jeg mente forslaget, ikke personen.' },
      contribution: { state: 'hidden', author: author.name },
      can: { decide: true },
    });
    expect((await decide(published, body.appeal.id, second, upheld)).status).toBe(200);
    const log = await ask(world, `GET ${at(published)}/moderation/log?action=undo`, { as: second });
    expect(log.body.items).toMatchObject([
      { action: 'upheld', moderator: second.name, reason: upheld.text, reference: comment.reference },
    ]);

    expect(pick(await ask(world, `GET ${at(published)}/comments/${comment.id}`, { as: voter }))).toEqual(
      before,
    );
    const [after] = await world.source.query('SELECT comment_count AS count FROM thread WHERE id = $1', [
      published.threads[0]!.id,
    ]);
    expect(after.count).toBe(count);
    const answer = await ask(world, `GET ${at(published)}/comments/${reply.id}`);
    expect(answer.body.parentId).toBe(comment.id);
    const told = await ask(world, `GET ${at(published)}/notifications`, { as: author });
    expect(told.body.items.map(({ kind }: { kind: string }) => kind)).toContain('appeal-decided');
    await workOff(world);
    const letters = await world.source.query<{ text: string }[]>(
      'SELECT text FROM mail WHERE municipality_id = $1',
      [published.municipality.id],
    );
    expect(letters.some(({ text }) => text.includes('Du har fået medhold i din klage'))).toBe(true);
    const waiting = await ask(world, `GET ${at(published)}/moderation/queue`, { as: second });
    expect(waiting.body.items).toEqual([]);
  });

  it.each([
    ['removed', { action: 'remove', reasonCode: 'insult', reason: 'Det skal ingen se.' }],
    [
      'redacted',
      {
        action: 'edit',
        reasonCode: 'personal-data',
        reason: 'Navn.',
        passages: [{ from: 7, text: 'noget' }],
      },
    ],
    ['moved', { action: 'move', reason: 'Hører til et andet mål.' }],
  ])('gives back what was %s', async (_, decision) => {
    const published = await aPolicy(world);
    const author = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: author, body: 'Det er noget vrøvl.' });
    const reporter = await someone(world, published.municipality);
    await ask(world, `POST ${at(published)}/comments/${comment.id}/reports`, {
      as: reporter,
      body: { reasonCode: 'insult' },
    });
    const moderator = await aModerator(published);
    const threadId = decision.action === 'move' ? published.threads[1]!.id : null;
    const decided = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
      as: moderator,
      body: { ...decision, threadId },
    });
    expect(decided.status).toBeLessThan(300);
    const made = await appeal(published, decided.body.lastDecision.id, author);
    const second = await aModerator(published);
    await decide(published, made.body.appeal.id, second, upheld);
    const now = await ask(world, `GET ${at(published)}/comments/${comment.id}`);
    expect(now.body).toMatchObject({ state: 'visible', body: 'Det er noget vrøvl.' });
    const [row] = await world.source.query('SELECT thread_id AS id FROM comment WHERE id = $1', [comment.id]);
    expect(row.id).toBe(published.threads[0]!.id);
    // Who reported it is answered too, and nothing waits.
    const waiting = await ask(world, `GET ${at(published)}/moderation/queue`, { as: second });
    expect(waiting.body.items).toEqual([]);
    const told = await ask(world, `GET ${at(published)}/notifications`, { as: reporter });
    expect(told.body.items[0]).toMatchObject({ kind: 'report-answered', details: { action: 'keep' } });
  });

  it('tells the author of it once, and nobody a second time of what was answered and named in it', async () => {
    const published = await aPolicy(world);
    const administrator = await someone(world, published.municipality, ['administrator']);
    const url = `${at(published)}/contribution-rules`;
    const { can: _, ...rules } = (await ask(world, `GET ${url}`, { as: administrator })).body;
    await ask(world, `PUT ${url}`, { as: administrator, body: { ...rules, holdLinks: true } });
    const answered = await someone(world, published.municipality);
    const named = await someone(world, published.municipality, ['resident'], { name: 'Vibe Brandt' });
    const parent = await aComment(world, published, { by: answered });
    await aComment(world, published, { by: named });
    const author = await someone(world, published.municipality);
    const thread = `${at(published)}/threads/${published.threads[0]!.id}`;
    const { body: comment } = await ask(world, `POST ${thread}/comments`, {
      as: author,
      body: { body: '@Vibe Brandt se https://eksempel.dk', parentId: parent.id },
    });
    const edited = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
      as: await aModerator(published),
      body: {
        action: 'edit',
        reasonCode: 'personal-data',
        reason: 'Adressen.',
        passages: [{ from: 16, text: 'https://eksempel.dk' }],
      },
    });
    const made = await appeal(published, edited.body.lastDecision.id, author);
    await decide(published, made.body.appeal.id, await aModerator(published), upheld);
    const now = await ask(world, `GET ${at(published)}/comments/${comment.id}`);
    expect(now.body).toMatchObject({ state: 'visible', body: '@Vibe Brandt se https://eksempel.dk' });
    const kinds = async (as: Someone) =>
      (await ask(world, `GET ${at(published)}/notifications`, { as })).body.items.map(
        ({ kind }: { kind: string }) => kind,
      );
    expect(await kinds(author)).toEqual(['appeal-decided', 'contribution-edited', 'contribution-held']);
    expect(await kinds(answered)).toEqual(['comment-answered']);
    expect(await kinds(named)).toEqual(['mentioned']);
    const told: unknown[] = await world.source.query('SELECT FROM activity WHERE comment_id = $1', [
      comment.id,
    ]);
    expect(told).toHaveLength(1);
  });

  it('waits for a colleague who looks at it', async () => {
    const published = await aPolicy(world);
    const { author, decisionId } = await hidden(published);
    const { body } = await appeal(published, decisionId, author);
    const colleague = await aModerator(published);
    const { body: queue } = await ask(world, `GET ${at(published)}/moderation/queue`, { as: colleague });
    await ask(world, `POST ${at(published)}/moderation/cases/${queue.items[0].id}/claim`, {
      as: colleague,
      body: {},
    });
    const other = await aModerator(published);
    expect(await decide(published, body.appeal.id, other, upheld)).toMatchObject({
      status: 409,
      body: { code: 'case-claimed' },
    });
    expect((await decide(published, body.appeal.id, colleague, upheld)).status).toBe(200);
  });

  it('restores an initiative too, and leaves it where it was turned down', async () => {
    const published = await aPolicy(world);
    const author = await someone(world, published.municipality);
    const initiative = await anInitiative(world, published, { by: author });
    const first = await aModerator(published);
    const second = await aModerator(published);
    const path = `${at(published)}/moderation/initiatives/${initiative.id}/decisions`;
    const hide = { action: 'hide', reasonCode: 'off-topic', reason: 'Hører til et andet mål.' };
    const hid = await ask(world, `POST ${path}`, { as: first, body: hide });
    const made = await appeal(published, hid.body.lastDecision.id, author);
    await decide(published, made.body.appeal.id, second, upheld);
    expect((await ask(world, `GET ${at(published)}/initiatives/${initiative.id}`)).body.hidden).toBeFalsy();

    const again = await ask(world, `POST ${path}`, { as: second, body: hide });
    const other = await appeal(published, again.body.lastDecision.id, author);
    const turnedDown = { outcome: 'turned-down', text: 'Det hører til et andet mål.' };
    const answered = await decide(published, other.body.appeal.id, first, turnedDown);
    expect(answered.body).toMatchObject({
      appeal: { outcome: 'turned-down' },
      contribution: { state: 'hidden' },
    });
  });

  it('is not for who decided before, who is told so', async () => {
    const published = await aPolicy(world);
    const { author, moderator, decisionId } = await hidden(published);
    const { body } = await appeal(published, decisionId, author);
    const seen = await ask(world, `GET ${at(published)}/moderation/appeals/${body.appeal.id}`, {
      as: moderator,
    });
    expect(seen.body).toMatchObject({ can: { decide: false }, blockers: [{ type: 'own-decision' }] });
    const matters = await ask(world, `GET ${at(published)}/moderation/queue`, { as: moderator });
    expect(matters.body.items).toMatchObject([{ notForMe: true }]);
    expect(await decide(published, body.appeal.id, moderator, upheld)).toMatchObject({
      status: 409,
      body: { code: 'own-decision' },
    });
  });

  it('is kept from who decided before by the database, whoever writes it', async () => {
    const published = await aPolicy(world);
    const { author, moderator, decisionId } = await hidden(published);
    const { body } = await appeal(published, decisionId, author);
    const answer = (decidedById: string | null) =>
      world.source
        .getRepository(Appeal)
        .update(
          { id: body.appeal.id },
          { outcome: 'upheld', answer: 'Ja, ja', decidedById, decidedAt: new Date() },
        );
    for (const id of [moderator.id, author.id])
      await expect(answer(id)).rejects.toMatchObject({ constraint: 'appeal_decided_by_another' });
    // Nor does a machine, which is nobody.
    await expect(answer(null)).rejects.toMatchObject({ constraint: 'appeal_answer' });
    const other = await aModerator(published);
    await answer(other.id);
    await expect(
      world.source.getRepository(Appeal).update({ id: body.appeal.id }, { outcome: 'turned-down' }),
    ).rejects.toMatchObject({ constraint: 'appeal_decided_once' });
  });

  it('is done once also when two decide at once', async () => {
    const published = await aPolicy(world);
    const { author, decisionId } = await hidden(published);
    const { body } = await appeal(published, decisionId, author);
    const moderators = await Promise.all(Array.from({ length: 4 }, () => aModerator(published)));
    const answers = await Promise.all(
      moderators.map((as, index) =>
        decide(published, body.appeal.id, as, index % 2 ? upheld : { ...upheld, outcome: 'turned-down' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map((answer) => answer.body.code))).toEqual(
      new Set(['already-decided']),
    );
  });

  it('needs reasons', async () => {
    const published = await aPolicy(world);
    const { author, decisionId } = await hidden(published);
    const { body } = await appeal(published, decisionId, author);
    const answer = await decide(published, body.appeal.id, await aModerator(published), {
      outcome: 'upheld',
    });
    expect(answer.body.details.fields).toEqual([{ field: 'text', code: 'required' }]);
  });

  it('is not known in another municipality', async () => {
    const published = await aPolicy(world);
    const { author, decisionId } = await hidden(published);
    const { body } = await appeal(published, decisionId, author);
    const elsewhere = await aMunicipality(world);
    const stranger = await someone(world, elsewhere, ['moderator']);
    const appeals = world.app.get(AppealsService);
    const ctx = await contextOf(world, elsewhere, stranger);
    await expect(appeals.case(ctx, body.appeal.id)).rejects.toMatchObject({ status: 404 });
    await expect(
      appeals.decide(ctx, body.appeal.id, { outcome: 'upheld', text: 'Ja, ja' }),
    ).rejects.toMatchObject({ status: 404 });
    const there = `/api/municipalities/${elsewhere.slug}/decisions/${decisionId}/appeal`;
    expect((await ask(world, `GET ${there}`, { as: author })).status).toBe(404);
  });
});

describe('what was decided about me', () => {
  it('is listed with what can still be said to it', async () => {
    const published = await aPolicy(world);
    const { author, comment, decisionId } = await hidden(published);
    const list = () => ask(world, `GET ${at(published)}/me/decisions`, { as: author });
    expect((await list()).body.items).toMatchObject([
      { kind: 'decision', id: decisionId, what: 'hide', reference: comment.reference, appealed: false },
    ]);
    await appeal(published, decisionId, author);
    expect((await list()).body.items).toMatchObject([{ appealed: true, appealOutcome: null }]);
    const stranger = await someone(world, published.municipality);
    const others = await ask(world, `GET ${at(published)}/me/decisions`, { as: stranger });
    expect(others.body.items).toEqual([]);
  });
});
