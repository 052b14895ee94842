import { describe, expect, it } from '@jest/globals';
import { aComment, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import { Notice } from './notice.entity.js';
import { RemovalOrder } from './removal-order.entity.js';

const world = aWorld();

const at = ({ municipality }: Pick<PublishedPolicy, 'municipality'>) =>
  `/api/municipalities/${municipality.slug}`;
const aModerator = ({ municipality }: PublishedPolicy) => someone(world, municipality, ['moderator']);

const said = {
  reasonCode: 'unlawful-threat',
  text: 'Der står, at nogen skal få tæv efter mødet.',
  name: 'Kim Berg',
  email: 'kim@anmelder.example',
  goodFaith: true,
};

const notify = (published: PublishedPolicy, location: string, wishes: object = {}) =>
  ask(world, `POST ${at(published)}/notices`, { body: { ...said, location, ...wishes } });

async function noticed(published: PublishedPolicy) {
  const author = await someone(world, published.municipality);
  const comment = await aComment(world, published, { by: author, body: 'Så får du tæv.' });
  const { body } = await notify(published, comment.reference);
  const [{ id }] = await world.source.query(`SELECT id FROM notice WHERE comment_id = $1`, [comment.id]);
  return { author, comment, token: body.token as string, number: body.number as string, id: id as string };
}

const decide = (published: PublishedPolicy, id: string, as: Someone, body: object) =>
  ask(world, `POST ${at(published)}/moderation/notices/${id}/decision`, { as, body });

const lettersTo = (
  recipient: string,
  published: PublishedPolicy,
): Promise<{ subject: string; text: string }[]> =>
  world.source.query(
    'SELECT subject, text FROM mail WHERE recipient = $1 AND municipality_id = $2 ORDER BY id',
    [recipient, published.municipality.id],
  );

describe('a notice of something illegal', () => {
  it('gives a receipt with a number, a link nobody can guess, and a letter', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const answer = await notify(published, comment.reference);
    expect(answer).toMatchObject({
      status: 201,
      body: { number: 'A-1', goalHours: 24, mailed: true, token: expect.stringMatching(/^[\w-]{32}$/) },
    });
    const [letter] = await lettersTo(said.email, published);
    expect(letter!.subject).toContain('A-1');
    expect(letter!.text).toContain(`/${published.municipality.slug}/notices/${answer.body.token}`);
    const [row] = await world.source
      .getRepository(Notice)
      .findBy({ municipalityId: published.municipality.id });
    expect(JSON.stringify(row)).not.toContain(answer.body.token);
  });

  it('is followed by its link, and by nothing else', async () => {
    const published = await aPolicy(world);
    const { comment, token, id } = await noticed(published);
    const follow = () => ask(world, `GET ${at(published)}/notices/${token}`);
    expect((await follow()).body).toMatchObject({
      number: 'A-1',
      state: 'received',
      reference: comment.reference,
      text: said.text,
      outcome: null,
      appealable: null,
    });
    expect(JSON.stringify((await follow()).body)).not.toContain(said.email);
    const moderator = await aModerator(published);
    await ask(world, `PUT ${at(published)}/moderation/notices/${id}/seen`, { as: moderator });
    expect((await follow()).body.state).toBe('looked-at');
    expect((await ask(world, `GET ${at(published)}/notices/${id}`)).status).toBe(404);
  });

  it('is nothing to another municipality, whoever replays its link there', async () => {
    const published = await aPolicy(world);
    const { token, id } = await noticed(published);
    const elsewhere = await aMunicipality(world);
    const there = `/api/municipalities/${elsewhere.slug}`;
    expect((await ask(world, `GET ${there}/notices/${token}`)).status).toBe(404);
    const body = { text: 'Det er jo en trussel.' };
    expect((await ask(world, `POST ${there}/notices/${token}/appeal`, { body })).status).toBe(404);
    const as = await someone(world, elsewhere, ['moderator']);
    expect((await ask(world, `GET ${there}/moderation/notices/${id}`, { as })).status).toBe(404);
    const decision = { outcome: 'turned-down', text: 'Nej tak' };
    expect(
      (await ask(world, `POST ${there}/moderation/notices/${id}/decision`, { as, body: decision })).status,
    ).toBe(404);
  });

  it('waits before reports, with a clock the municipality sets', async () => {
    const published = await aPolicy(world);
    const administrator = await someone(world, published.municipality, ['administrator']);
    await ask(world, `PUT ${at(published)}/redress-settings`, {
      as: administrator,
      body: { noticeHours: 2, hearingDays: 10 },
    });
    const { number, comment } = await noticed(published);
    const moderator = await aModerator(published);
    const { body } = await ask(world, `GET ${at(published)}/moderation/queue`, { as: moderator });
    expect(body.items).toMatchObject([
      { kind: 'notice', urgency: 1, title: `${number} · ${comment.reference}` },
    ]);
    const left = new Date(body.items[0].dueAt).getTime() - Date.now();
    expect(left).toBeGreaterThan(1.9 * 3_600_000);
    expect(left).toBeLessThan(2.01 * 3_600_000);
    const refused = await ask(world, `PUT ${at(published)}/redress-settings`, {
      as: moderator,
      body: { noticeHours: 2, hearingDays: 10 },
    });
    expect(refused.status).toBe(403);
  });

  it('says at the field what is missing', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const fields = async (location: string, wishes: object) =>
      (await notify(published, location, wishes)).body.details.fields;
    expect(await fields(comment.reference, { name: '', email: null, goodFaith: false })).toEqual([
      { field: 'name', code: 'required' },
      { field: 'email', code: 'required' },
      { field: 'goodFaith', code: 'required' },
    ]);
    expect(await fields('K-4711', {})).toEqual([{ field: 'location', code: 'no-such-contribution' }]);
    expect(await fields('https://elsewhere.example/side', {})).toEqual([
      { field: 'location', code: 'no-such-contribution' },
    ]);
  });

  it('need not say who makes it where the law protects that', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const wishes = { reasonCode: 'child-abuse-material', name: '', email: null };
    expect(await notify(published, comment.reference, wishes)).toMatchObject({
      status: 201,
      body: { mailed: false },
    });
  });

  it('is acted on: the contribution is hidden, and whoever told is answered', async () => {
    const published = await aPolicy(world);
    const { comment, token, id } = await noticed(published);
    const moderator = await aModerator(published);
    const noRule = await decide(published, id, moderator, { outcome: 'acted', text: 'Det er en trussel.' });
    expect(noRule.body.details.fields).toEqual([{ field: 'reasonCode', code: 'required' }]);
    const acted = await decide(published, id, moderator, {
      outcome: 'acted',
      text: 'Det er en trussel.',
      reasonCode: 'threat',
    });
    expect(acted.body).toMatchObject({
      state: 'decided',
      outcome: 'acted',
      contribution: { state: 'hidden' },
    });
    expect((await ask(world, `GET ${at(published)}/comments/${comment.id}`)).body.state).toBe('hidden');
    const { body } = await ask(world, `GET ${at(published)}/notices/${token}`);
    expect(body).toMatchObject({ state: 'decided', outcome: 'acted', answer: 'Det er en trussel.' });
    expect(body.appealable.can.appeal).toBe(false);
    expect(await lettersTo(said.email, published)).toHaveLength(2);
    const matters = await ask(world, `GET ${at(published)}/moderation/queue`, { as: moderator });
    expect(matters.body.items).toEqual([]);
  });

  it('that is turned down can be appealed by its link, and is then looked at by another', async () => {
    const published = await aPolicy(world);
    const { comment, token, id } = await noticed(published);
    const first = await aModerator(published);
    const turnedDown = { outcome: 'turned-down', text: 'Det er ment som en vits.' };
    await decide(published, id, first, turnedDown);
    const appeal = () =>
      ask(world, `POST ${at(published)}/notices/${token}/appeal`, {
        body: { text: 'Jeg er bange for det.' },
      });
    const made = await appeal();
    expect(made).toMatchObject({ status: 201, body: { appealable: { appeal: { outcome: null } } } });
    expect((await appeal()).body.code).toBe('already-appealed');
    const path = `${at(published)}/moderation/appeals/${made.body.appealable.appeal.id}/decision`;
    const answer = { outcome: 'upheld', text: 'Det er en trussel.', reasonCode: 'threat' };
    expect((await ask(world, `POST ${path}`, { as: first, body: answer })).body.code).toBe('own-decision');
    const second = await aModerator(published);
    expect((await ask(world, `POST ${path}`, { as: second, body: answer })).status).toBe(200);
    expect((await ask(world, `GET ${at(published)}/comments/${comment.id}`)).body.state).toBe('hidden');
    const { body } = await ask(world, `GET ${at(published)}/notices/${token}`);
    expect(body.appealable.appeal).toMatchObject({ outcome: 'upheld', answer: 'Det er en trussel.' });
    expect(await lettersTo(said.email, published)).toHaveLength(3);
  });

  it('is found again when it is decided, by its number and in its municipality alone', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const [first, second, waiting] = [
      await noticed(published),
      await noticed(published),
      await noticed(published),
    ];
    await decide(published, first.id, moderator, { outcome: 'turned-down', text: 'Det er en talemåde.' });
    await decide(published, second.id, moderator, { outcome: 'turned-down', text: 'Det er et citat.' });
    const find = (query = '', as = moderator, slug = published.municipality.slug) =>
      ask(world, `GET /api/municipalities/${slug}/moderation/decided${query}`, { as });
    const all = await find('?limit=1');
    expect(all.body).toMatchObject({
      items: [
        {
          id: second.id,
          title: `${second.number} · ${second.comment.reference}`,
          outcome: 'turned-down',
          decidedBy: moderator.name,
          path: `moderation/notices/${second.id}`,
        },
      ],
      next: expect.any(String),
    });
    const rest = await find(`?after=${encodeURIComponent(all.body.next)}`);
    expect(rest.body).toMatchObject({ items: [{ id: first.id }], next: null });
    for (const number of [first.number, first.number.toLowerCase(), first.comment.reference])
      expect((await find(`?number=${number}`)).body.items).toMatchObject([{ id: first.id }]);
    expect((await find(`?number=${waiting.number}`)).body.items).toEqual([]);
    for (const kind of ['appeal', 'order']) expect((await find(`?kind=${kind}`)).body.items).toEqual([]);
    expect((await find('', await someone(world, published.municipality))).status).toBe(403);
    const elsewhere = await aMunicipality(world);
    const stranger = await someone(world, elsewhere, ['moderator']);
    expect((await find('', stranger, elsewhere.slug)).body.items).toEqual([]);
  });

  it('is decided once also when two decide at once', async () => {
    const published = await aPolicy(world);
    const { id } = await noticed(published);
    const moderators = await Promise.all(Array.from({ length: 4 }, () => aModerator(published)));
    const turnedDown = { outcome: 'turned-down', text: 'Det er ment som en vits.' };
    const answers = await Promise.all(moderators.map((as) => decide(published, id, as, turnedDown)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    await expect(
      world.source.getRepository(Notice).update({ id }, { outcome: 'acted' }),
    ).rejects.toMatchObject({ constraint: 'notice_decided_once' });
  });

  it('about what a moderator wrote is decided by another', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const comment = await aComment(world, published, { by: moderator });
    await notify(published, comment.reference);
    const [{ id }] = await world.source.query('SELECT id FROM notice WHERE comment_id = $1', [comment.id]);
    const answer = await decide(published, id, moderator, { outcome: 'turned-down', text: 'Nej tak' });
    expect(answer.body.code).toBe('own-contribution');
  });
});

describe('a removal order', () => {
  const order = (published: PublishedPolicy, as: Someone, location: string, wishes: object = {}) =>
    ask(world, `POST ${at(published)}/moderation/orders`, {
      as,
      body: {
        authority: 'Politiets Efterretningstjeneste',
        reference: 'PET-2026-17',
        location,
        receivedAt: new Date(Date.now() - 600_000).toISOString(),
        ...wishes,
      },
    });

  it('has an hour from when it came, before everything else, and a copy', async () => {
    const published = await aPolicy(world);
    const staff = await someone(world, published.municipality, ['staff']);
    const { comment } = await noticed(published);
    const made = await order(published, staff, comment.reference);
    expect(made).toMatchObject({
      status: 201,
      body: { copy: { reference: comment.reference, text: 'Så får du tæv.' }, can: { decide: false } },
    });
    const { receivedAt, dueAt, id } = made.body;
    expect(new Date(dueAt).getTime() - new Date(receivedAt).getTime()).toBe(3_600_000);
    const moderator = await aModerator(published);
    const matters = await ask(world, `GET ${at(published)}/moderation/queue`, { as: moderator });
    expect(matters.body.items).toMatchObject([{ kind: 'order', urgency: 0, dueAt }, { kind: 'notice' }]);
    expect((await order(published, staff, comment.reference)).body.details.fields).toEqual([
      { field: 'reference', code: 'taken' },
    ]);

    const path = `${at(published)}/moderation/orders/${id}/decision`;
    expect((await ask(world, `POST ${path}`, { as: staff, body: { outcome: 'removed' } })).status).toBe(403);
    const done = await ask(world, `POST ${path}`, { as: moderator, body: { outcome: 'removed' } });
    expect(done.body).toMatchObject({
      outcome: 'removed',
      contribution: { state: 'hidden' },
      can: { decide: false },
    });
    const log = await ask(world, `GET ${at(published)}/moderation/log`, { as: moderator });
    expect(log.body.items[0].reason).toContain('Politiets Efterretningstjeneste');
    expect(
      (await ask(world, `POST ${path}`, { as: moderator, body: { outcome: 'removed' } })).body.code,
    ).toBe('already-decided');
    const [kept] = await world.source.getRepository(RemovalOrder).findBy({ id });
    expect(kept!.copy.text).toBe('Så får du tæv.');
  });

  it('that is not carried out says why', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const comment = await aComment(world, published);
    const { body } = await order(published, moderator, comment.reference);
    const path = `${at(published)}/moderation/orders/${body.id}/decision`;
    const silent = await ask(world, `POST ${path}`, { as: moderator, body: { outcome: 'not-carried-out' } });
    expect(silent.body.details.fields).toEqual([{ field: 'text', code: 'required' }]);
    const told = await ask(world, `POST ${path}`, {
      as: moderator,
      body: { outcome: 'not-carried-out', text: 'Påbuddet nævner ingen hjemmel.' },
    });
    expect(told.body).toMatchObject({ outcome: 'not-carried-out', contribution: { state: 'visible' } });
    const orders = world.source.getRepository(RemovalOrder);
    await expect(orders.update({ id: body.id }, { answer: 'En anden grund.' })).rejects.toMatchObject({
      constraint: 'removal_order_decided_once',
    });
  });

  it('is of something that is here, and came already', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const comment = await aComment(world, published);
    const fields = async (location: string, wishes: object = {}) =>
      (await order(published, moderator, location, wishes)).body.details.fields;
    expect(await fields('K-4711')).toEqual([{ field: 'location', code: 'no-such-contribution' }]);
    const receivedAt = new Date(Date.now() + 3_600_000).toISOString();
    expect(await fields(comment.reference, { receivedAt })).toEqual([
      { field: 'receivedAt', code: 'invalid' },
    ]);
    const resident = await someone(world, published.municipality);
    expect((await order(published, resident, comment.reference)).status).toBe(403);
    const elsewhere = await aMunicipality(world);
    const { body } = await order(published, moderator, comment.reference);
    const as = await someone(world, elsewhere, ['moderator']);
    const there = `/api/municipalities/${elsewhere.slug}/moderation/orders/${body.id}`;
    expect((await ask(world, `GET ${there}`, { as })).status).toBe(404);
  });

  it('is given its hour by the database', async () => {
    const published = await aPolicy(world);
    const moderator = await aModerator(published);
    const comment = await aComment(world, published);
    const { body } = await order(published, moderator, comment.reference);
    await expect(
      world.source.query(`UPDATE removal_order SET due_at = due_at + interval '1 day' WHERE id = $1`, [
        body.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'removal_order_hour' });
  });
});
