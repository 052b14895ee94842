import { describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import { Restriction } from './restriction.entity.js';
import { Statement } from '../moderation/statement.entity.js';
import { RestrictionsService } from './restrictions.service.js';

const world = aWorld();

const at = ({ municipality }: Pick<PublishedPolicy, 'municipality'>) =>
  `/api/municipalities/${municipality.slug}`;
const aModerator = ({ municipality }: PublishedPolicy) => someone(world, municipality, ['moderator']);

async function aWriter(published: PublishedPolicy) {
  const person = await someone(world, published.municipality);
  const comment = await aComment(world, published, { by: person, body: 'I er nogle fæhoveder.' });
  return { person, comment };
}

const consider = (
  published: PublishedPolicy,
  as: Someone,
  { person, comment }: { person: Someone; comment: { id: string } },
  wishes: object = {},
) =>
  ask(world, `POST ${at(published)}/moderation/people/${person.id}/restrictions`, {
    as,
    body: {
      kind: 'suspension',
      days: 1,
      reasonCode: 'insult',
      facts: 'Du har kaldt andre fæhoveder.',
      commentIds: [comment.id],
      deviation: 'Det er sket mange gange på en dag.',
      ...wishes,
    },
  });

const decide = (published: PublishedPolicy, id: string, as: Someone, body: object) =>
  ask(world, `POST ${at(published)}/moderation/restrictions/${id}/decision`, { as, body });
const answer = (published: PublishedPolicy, id: string, as: Someone, text = 'Det er jeg ked af.') =>
  ask(world, `PUT ${at(published)}/restrictions/${id}/answer`, { as, body: { text } });
const suspend = { outcome: 'suspension', days: 1, reason: 'Tonen var grov, også efter advarslen.' };

const write = async (published: PublishedPolicy, as: Someone, body = 'Nu skriver jeg igen.') =>
  ask(world, `POST ${at(published)}/threads/${published.threads[0]!.id}/comments`, {
    as,
    body: { body },
  });

/** Somebody suspended for a day, heard and all. */
async function suspended(published: PublishedPolicy) {
  const writer = await aWriter(published);
  const moderator = await aModerator(published);
  const { body } = await consider(published, moderator, writer);
  await answer(published, body.id, writer.person);
  await decide(published, body.id, moderator, suspend);
  return { ...writer, moderator, id: body.id as string };
}

describe('a warning', () => {
  it('is given at once, told, and can be appealed', async () => {
    const published = await aPolicy(world);
    const writer = await aWriter(published);
    const moderator = await aModerator(published);
    const { status, body } = await consider(published, moderator, writer, { kind: 'warning', days: null });
    expect({ status, state: body.state }).toEqual({ status: 201, state: 'warned' });
    const own = await ask(world, `GET ${at(published)}/restrictions/${body.id}`, { as: writer.person });
    expect(own.body).toMatchObject({
      facts: 'Du har kaldt andre fæhoveder.',
      evidence: [{ reference: writer.comment.reference, text: 'I er nogle fæhoveder.' }],
      appealable: { can: { appeal: true } },
    });
    const told = await ask(world, `GET ${at(published)}/notifications`, { as: writer.person });
    expect(told.body.items).toMatchObject([
      { kind: 'restriction-decided', details: { outcome: 'warning' }, path: `restrictions/${body.id}` },
    ]);
    expect((await write(published, writer.person)).status).toBe(201);
  });

  it('is what is suggested first; a suspension at once says why', async () => {
    const published = await aPolicy(world);
    const writer = await aWriter(published);
    const moderator = await aModerator(published);
    const prospect = () =>
      ask(world, `GET ${at(published)}/moderation/comments/${writer.comment.id}/restriction-prospect`, {
        as: moderator,
      });
    expect((await prospect()).body).toMatchObject({
      personId: writer.person.id,
      suggested: { kind: 'warning', because: [{ type: 'first-time' }] },
      evidence: [{ id: writer.comment.id }],
      openId: null,
    });
    const silent = await consider(published, moderator, writer, { deviation: '' });
    expect(silent.body.details.fields).toEqual([{ field: 'deviation', code: 'required' }]);
    await consider(published, moderator, writer, { kind: 'warning' });
    expect((await prospect()).body).toMatchObject({
      suggested: { kind: 'suspension', days: 1, because: [{ type: 'warned-before', count: 1 }] },
      earlier: [{ state: 'warned' }],
    });
  });
});

describe('a suspension', () => {
  it('is considered first: the person is told, answers, and only then is it decided', async () => {
    const published = await aPolicy(world);
    const writer = await aWriter(published);
    const moderator = await aModerator(published);
    const { body } = await consider(published, moderator, writer);
    expect(body).toMatchObject({ state: 'hearing', blockers: [{ type: 'hearing-running' }] });
    const told = await ask(world, `GET ${at(published)}/notifications`, { as: writer.person });
    expect(told.body.items).toMatchObject([{ kind: 'hearing-opened' }]);
    // They can still write: nothing is decided.
    expect((await write(published, writer.person)).status).toBe(201);
    expect((await decide(published, body.id, moderator, suspend)).body.code).toBe('hearing-running');
    const days = (new Date(body.answerBy).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);

    expect((await answer(published, body.id, writer.person)).body).toMatchObject({
      answer: 'Det er jeg ked af.',
      can: { answer: true },
    });
    const longer = await decide(published, body.id, moderator, { ...suspend, days: 2 });
    expect(longer.body.code).toBe('harsher-than-heard');
    const decided = await decide(published, body.id, moderator, suspend);
    expect(decided.body).toMatchObject({
      state: 'running',
      answer: 'Det er jeg ked af.',
      can: { lift: true },
    });
    expect((await answer(published, body.id, writer.person)).body.code).toBe('already-decided');
  });

  it('carries its statement of reasons, as a warning and a provisional one do', async () => {
    const published = await aPolicy(world);
    const { person, moderator, id } = await suspended(published);
    const urgent = await aWriter(published);
    await consider(published, moderator, urgent, { urgent: true });
    const warned = await aWriter(published);
    await consider(published, moderator, warned, { kind: 'warning', days: null });
    const statements: Statement[] = await world.source
      .getRepository(Statement)
      .findBy({ municipalityId: published.municipality.id });
    expect(statements.find(({ personId }) => personId === person.id)).toMatchObject({
      action: 'suspension',
      reasonCode: 'insult',
      reason: suspend.reason,
      facts: 'Du har kaldt andre fæhoveder.',
      path: `restrictions/${id}`,
      automatedBy: null,
    });
    expect(statements.map(({ action }) => action).sort()).toEqual([
      'provisional-suspension',
      'suspension',
      'warning',
    ]);
  });

  it('keeps from writing, with until when and where to complain, and from nothing else', async () => {
    const published = await aPolicy(world);
    const { person, id } = await suspended(published);
    const other = await aComment(world, published);
    const refused = await write(published, person);
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'writing-suspended', details: { path: `restrictions/${id}`, until: expect.any(String) } },
    });
    const until = new Date(refused.body.details.until).getTime();
    expect(Math.abs(until - Date.now() - 86_400_000)).toBeLessThan(60_000);
    await expect(anInitiative(world, published, { by: person })).rejects.toMatchObject({
      code: 'writing-suspended',
    });
    const vote = await ask(world, `PUT ${at(published)}/comments/${other.id}/vote`, {
      as: person,
      body: { vote: 'agree' },
    });
    expect(vote.status).toBe(200);
    const initiative = await anInitiative(world, published);
    const support = await ask(world, `PUT ${at(published)}/initiatives/${initiative.id}/support`, {
      as: person,
    });
    expect(support.status).toBeLessThan(300);
  });

  it('ends by itself, and the person is told once', async () => {
    const published = await aPolicy(world);
    const { person, id } = await suspended(published);
    await world.source.query('ALTER TABLE restriction DISABLE TRIGGER restriction_decided_once');
    await world.source.query(
      `UPDATE restriction SET ends_at = now() - interval '1 minute', starts_at = now() - interval '1 day' WHERE id = $1`,
      [id],
    );
    await world.source.query('ALTER TABLE restriction ENABLE TRIGGER restriction_decided_once');
    expect((await write(published, person)).status).toBe(201);
    await world.app.get(RestrictionsService).end(id);
    await world.app.get(RestrictionsService).end(id);
    const told = await ask(world, `GET ${at(published)}/notifications`, { as: person });
    expect(told.body.items.filter(({ kind }: { kind: string }) => kind === 'restriction-ended')).toHaveLength(
      1,
    );
    const own = await ask(world, `GET ${at(published)}/restrictions/${id}`, { as: person });
    expect(own.body.state).toBe('ended');
  });

  it('is not told as ended before it is', async () => {
    const published = await aPolicy(world);
    const { person, id } = await suspended(published);
    await world.app.get(RestrictionsService).end(id);
    const told = await ask(world, `GET ${at(published)}/notifications`, { as: person });
    expect(told.body.items.map(({ kind }: { kind: string }) => kind)).not.toContain('restriction-ended');
  });

  it('that cannot wait stops at once, for 72 hours at most', async () => {
    const published = await aPolicy(world);
    const writer = await aWriter(published);
    const moderator = await aModerator(published);
    const { body } = await consider(published, moderator, writer, { urgent: true });
    const hours = (new Date(body.provisionalUntil).getTime() - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(72);
    expect(body.answerBy).toBe(body.provisionalUntil);
    expect((await write(published, writer.person)).body.code).toBe('writing-suspended');
    await expect(
      world.source.query(
        `UPDATE restriction SET provisional_until = opened_at + interval '73 hours' WHERE id = $1`,
        [body.id],
      ),
    ).rejects.toMatchObject({ constraint: 'restriction_provisional' });
    await decide(published, body.id, moderator, { outcome: 'dropped', reason: 'Det var en misforståelse.' });
    expect((await write(published, writer.person)).status).toBe(201);
  });

  it('that is appealed is lifted by another than who considered or decided it', async () => {
    const published = await aPolicy(world);
    const { person, moderator, id } = await suspended(published);
    const made = await ask(world, `POST ${at(published)}/restrictions/${id}/appeal`, {
      as: person,
      body: { text: 'Det var ironi.' },
    });
    expect(made.status).toBe(201);
    const path = `${at(published)}/moderation/appeals/${made.body.appeal.id}/decision`;
    const body = { outcome: 'upheld', text: 'Det var ironi.' };
    expect((await ask(world, `POST ${path}`, { as: moderator, body })).body.code).toBe('own-decision');
    await ask(world, `POST ${path}`, { as: await aModerator(published), body });
    expect((await write(published, person)).status).toBe(201);
    const own = await ask(world, `GET ${at(published)}/restrictions/${id}`, { as: person });
    expect(own.body).toMatchObject({ state: 'lifted', appealable: { appeal: { outcome: 'upheld' } } });
  });

  it('without end is an administrator’s, in the database too', async () => {
    const published = await aPolicy(world);
    const writer = await aWriter(published);
    const moderator = await aModerator(published);
    const { body } = await consider(published, moderator, writer, { days: null });
    await answer(published, body.id, writer.person);
    const endless = { ...suspend, days: null };
    expect((await decide(published, body.id, moderator, endless)).body.code).toBe('only-administrators');
    const row = {
      outcome: 'suspension' as const,
      reason: 'Uden ende',
      decidedAt: new Date(),
      startsAt: new Date(),
    };
    const restrictions = world.source.getRepository(Restriction);
    await expect(
      restrictions.update({ id: body.id }, { ...row, decidedById: moderator.id }),
    ).rejects.toMatchObject({ constraint: 'restriction_has_end' });
    const both = await someone(world, published.municipality, ['moderator', 'administrator']);
    expect((await decide(published, body.id, both, endless)).body).toMatchObject({
      state: 'running',
      endsAt: null,
    });
  });

  it('is decided after the hearing and by another, whoever writes it', async () => {
    const published = await aPolicy(world);
    const writer = await aWriter(published);
    const moderator = await aModerator(published);
    const { body } = await consider(published, moderator, writer);
    const restrictions = world.source.getRepository(Restriction);
    const row = {
      outcome: 'suspension' as const,
      days: 1,
      reason: 'Uden at høre',
      decidedAt: new Date(),
      startsAt: new Date(),
      endsAt: new Date(Date.now() + 1000),
    };
    await expect(
      restrictions.update({ id: body.id }, { ...row, decidedById: moderator.id }),
    ).rejects.toMatchObject({ constraint: 'restriction_heard' });
    await expect(
      restrictions.update({ id: body.id }, { ...row, outcome: 'dropped', decidedById: writer.person.id }),
    ).rejects.toMatchObject({ constraint: 'restriction_by_another' });
  });

  it('stays as it was decided, whoever writes it', async () => {
    const published = await aPolicy(world);
    const { id } = await suspended(published);
    const restrictions = world.source.getRepository(Restriction);
    await expect(restrictions.update({ id }, { reason: 'En anden begrundelse.' })).rejects.toMatchObject({
      constraint: 'restriction_decided_once',
    });
    await restrictions.update({ id }, { liftedAt: new Date(), liftedReason: 'Det var for meget.' });
  });

  it('is considered once at a time, and decided once, also at once', async () => {
    const published = await aPolicy(world);
    const writer = await aWriter(published);
    const moderators = await Promise.all(Array.from({ length: 4 }, () => aModerator(published)));
    const opened = await Promise.all(moderators.map((as) => consider(published, as, writer)));
    expect(opened.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(opened.find(({ status }) => status === 409)!.body.code).toBe('hearing-open');
    const { id } = opened.find(({ status }) => status === 201)!.body;
    await answer(published, id, writer.person);
    const decided = await Promise.all(moderators.map((as) => decide(published, id, as, suspend)));
    expect(decided.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('rests on what that person wrote here', async () => {
    const published = await aPolicy(world);
    const writer = await aWriter(published);
    const moderator = await aModerator(published);
    const stranger = await aComment(world, published);
    const fields = async (commentIds: string[]) =>
      (await consider(published, moderator, writer, { commentIds })).body.details.fields;
    expect(await fields([stranger.id])).toEqual([{ field: 'evidence', code: 'unknown' }]);
    expect(await fields([])).toEqual([{ field: 'evidence', code: 'required' }]);
  });

  it('is listed with the others, the last first, for moderators', async () => {
    const published = await aPolicy(world);
    const { moderator, id } = await suspended(published);
    const warned = await consider(published, moderator, await aWriter(published), {
      kind: 'warning',
      days: null,
    });
    const path = `${at(published)}/moderation/restrictions`;
    const first = await ask(world, `GET ${path}?limit=1`, { as: moderator });
    expect(first.body.items).toMatchObject([{ id: warned.body.id, state: 'warned', endsAt: null }]);
    const rest = await ask(world, `GET ${path}?after=${first.body.next}`, { as: moderator });
    expect(rest.body).toMatchObject({ items: [{ id, state: 'running', days: 1 }], next: null });
    const stranger = await someone(world, published.municipality);
    expect((await ask(world, `GET ${path}`, { as: stranger })).status).toBe(403);
  });

  it('is the business of nobody else, here or in another municipality', async () => {
    const published = await aPolicy(world);
    const { person, comment, id } = await suspended(published);
    const stranger = await someone(world, published.municipality);
    const own = `restrictions/${id}`;
    expect((await ask(world, `GET ${at(published)}/${own}`, { as: stranger })).status).toBe(404);
    expect((await answer(published, id, stranger)).status).toBe(404);
    const elsewhere = await aMunicipality(world);
    const there = `/api/municipalities/${elsewhere.slug}`;
    const as = await someone(world, elsewhere, ['moderator']);
    expect((await ask(world, `GET ${there}/${own}`, { as: person })).status).toBe(404);
    expect((await ask(world, `GET ${there}/moderation/${own}`, { as })).status).toBe(404);
    const prospect = `${there}/moderation/comments/${comment.id}/restriction-prospect`;
    expect((await ask(world, `GET ${prospect}`, { as })).status).toBe(404);
    const lift = { as, body: { reason: 'Det er for meget.' } };
    expect((await ask(world, `POST ${there}/moderation/${own}/lift`, lift)).status).toBe(404);
  });
});
