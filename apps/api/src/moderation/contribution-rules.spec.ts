import { describe, expect, it } from '@jest/globals';
import { aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { ask, aWorld, someone, type Someone } from '../../test/world.js';

const world = aWorld();

const at = ({ municipality }: PublishedPolicy) => `/api/municipalities/${municipality.slug}`;
const write = (published: PublishedPolicy, as: Someone, body = 'Der mangler bænke.') =>
  ask(world, `POST ${at(published)}/threads/${published.threads[0]!.id}/comments`, { as, body: { body } });

const off = {
  holdAll: false,
  newAccountDays: null,
  holdLinks: false,
  officeHours: null,
  words: [],
  perMinute: null,
  perHour: null,
  duplicateHours: null,
  floodPeople: null,
};

/** A policy in a municipality with these rules. */
async function underRules(wishes: object) {
  const published = await aPolicy(world);
  const administrator = await someone(world, published.municipality, ['administrator']);
  const answer = await ask(world, `PUT ${at(published)}/contribution-rules`, {
    as: administrator,
    body: { ...off, version: 1, ...wishes },
  });
  expect(answer.status).toBe(200);
  return {
    published,
    administrator,
    resident: await someone(world, published.municipality),
    moderator: await someone(world, published.municipality, ['moderator']),
  };
}

const traces = async (published: PublishedPolicy, as: Someone) =>
  (await ask(world, `GET ${at(published)}/contribution-rules/traces`, { as })).body.items;

describe('rules for contributions', () => {
  it('stop a flood, say when one may write again, and can be traced', async () => {
    const { published, resident, moderator } = await underRules({ perMinute: 3 });
    for (const n of [1, 2, 3]) expect((await write(published, resident, `Bænk ${n}`)).status).toBe(201);
    const refused = await write(published, resident, 'Bænk 4');
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'too-many-contributions', details: { limit: 3, minutes: 1 } },
    });
    const retryAt = Date.parse(refused.body.details.retryAt);
    expect(retryAt).toBeGreaterThan(Date.now());
    expect(retryAt).toBeLessThanOrEqual(Date.now() + 60_000);
    expect(await traces(published, moderator)).toMatchObject([
      { rule: 'too-many', effect: 'refuse', version: 2, person: resident.name },
    ]);
  });

  it('count each one when twelve come at once', async () => {
    const { published, resident } = await underRules({ perMinute: 5 });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => write(published, resident, `Bænk ${n}`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
  });

  it('refuse the same text from the same person, however it is spaced', async () => {
    const { published, resident } = await underRules({ duplicateHours: 1 });
    const { body } = await write(published, resident, 'Der mangler bænke!');
    expect(await write(published, resident, 'der  mangler bænke')).toMatchObject({
      status: 409,
      body: { code: 'said-before', details: { reference: body.reference } },
    });
  });

  it('hold the same text from several people until a moderator has seen it', async () => {
    const { published, moderator } = await underRules({ floodPeople: 2 });
    const [first, second] = [
      await write(published, await someone(world, published.municipality)),
      await write(published, await someone(world, published.municipality)),
    ];
    expect(first.body.state).toBe('visible');
    expect(second.body.state).toBe('held');
    const [trace] = await traces(published, moderator);
    expect(trace).toMatchObject({ rule: 'suspected-spam', effect: 'hold', reference: second.body.reference });
  });

  it('hold everything where the municipality reads first; keeping it publishes it', async () => {
    const { published, resident, moderator } = await underRules({ holdAll: true });
    const { body: held } = await write(published, resident);
    expect(held).toMatchObject({ state: 'held', body: 'Der mangler bænke.' });
    const url = `${at(published)}/threads/${published.threads[0]!.id}`;
    expect((await ask(world, `GET ${at(published)}/comments/${held.id}`)).body.body ?? null).toBeNull();
    expect((await ask(world, `GET ${url}`)).body.commentCount).toBe(0);
    const decided = await ask(world, `POST ${at(published)}/moderation/comments/${held.id}/decisions`, {
      as: moderator,
      body: { action: 'keep' },
    });
    expect(decided.status).toBeLessThan(300);
    expect((await ask(world, `GET ${at(published)}/comments/${held.id}`)).body).toMatchObject({
      state: 'visible',
      body: 'Der mangler bænke.',
    });
    expect((await ask(world, `GET ${url}`)).body.commentCount).toBe(1);
  });

  it('ask no moderator about what its author took back meanwhile, and tell who waited that it is published', async () => {
    const { published, resident, moderator } = await underRules({ holdAll: true });
    const { body: first } = await write(published, resident, 'Det ene');
    await ask(world, `DELETE ${at(published)}/comments/${first.id}`, { as: resident });
    const waiting = () =>
      world.source.query('SELECT FROM moderation_case WHERE municipality_id = $1 AND closed_at IS NULL', [
        published.municipality.id,
      ]);
    expect(await waiting()).toEqual([]);
    const { body: second } = await write(published, resident, 'Det andet');
    await ask(world, `POST ${at(published)}/moderation/comments/${second.id}/decisions`, {
      as: moderator,
      body: { action: 'keep' },
    });
    const { body } = await ask(world, `GET ${at(published)}/notifications`, { as: resident });
    expect(body.items).toMatchObject([
      { kind: 'contribution-published', details: { contribution: 'comment' } },
      { kind: 'contribution-held', details: { text: 'Det ene', rule: 'before-publication' } },
    ]);
  });

  it('tell the author which of them held it and for what: in place, among what they wrote, and as a notice', async () => {
    const { published, resident } = await underRules({
      words: [{ word: 'idiot*', effect: 'hold' }],
      holdLinks: true,
      newAccountDays: null,
    });
    const { body: worded } = await write(published, resident, 'Sikke nogle idioter!');
    expect(worded).toMatchObject({ heldReason: 'word', heldDetail: 'idiot' });
    const { body: linked } = await write(published, resident, 'Se https://eksempel.dk/kort?x=1 her');
    expect(linked).toMatchObject({ heldReason: 'link', heldDetail: 'https://eksempel.dk/kort?x=1' });
    const own = await ask(world, `GET ${at(published)}/contributions/mine`, { as: resident });
    expect(own.body.items).toMatchObject([
      { reference: linked.reference, heldReason: 'link', heldDetail: 'https://eksempel.dk/kort?x=1' },
      { reference: worded.reference, heldReason: 'word', heldDetail: 'idiot' },
    ]);
    const { body } = await ask(world, `GET ${at(published)}/notifications`, { as: resident });
    expect(body.items).toMatchObject([
      { kind: 'contribution-held', details: { rule: 'link' } },
      {
        kind: 'contribution-held',
        details: { contribution: 'comment', text: 'Sikke nogle idioter!', rule: 'word', detail: 'idiot' },
        path: expect.stringContaining(worded.id),
      },
    ]);
    // They have just read it where it stands: no letter says the same.
    expect(
      await world.source.query('SELECT FROM notification WHERE person_id = $1 AND mailed_at IS NULL', [
        resident.id,
      ]),
    ).toEqual([]);
    const stranger = await someone(world, published.municipality);
    expect(
      (await ask(world, `GET ${at(published)}/contributions/mine`, { as: stranger })).body.items,
    ).toEqual([]);
  });

  it('let a thread have its own, and take it back', async () => {
    const { published, resident, moderator } = await underRules({});
    const rule = `PUT ${at(published)}/threads/${published.threads[0]!.id}/rule`;
    await ask(world, rule, { as: moderator, body: { holdAll: true } });
    expect((await write(published, resident, 'Et')).body.state).toBe('held');
    await ask(world, rule, { as: moderator, body: { holdAll: null } });
    expect((await write(published, resident, 'To')).body.state).toBe('visible');
  });

  it('name the word they refuse', async () => {
    const { published, resident } = await underRules({ words: [{ word: 'idiot*', effect: 'refuse' }] });
    expect(await write(published, resident, 'Sikke idioter')).toMatchObject({
      status: 422,
      body: {
        details: { fields: [{ field: 'body', code: 'word-not-allowed', limits: { word: 'idiot' } }] },
      },
    });
  });

  it('stop one who sends more at once than the service has connections, and note each', async () => {
    const { published, resident, moderator } = await underRules({ perMinute: 3 });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => write(published, resident, `Bænk nummer ${n}`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(37);
    const { body } = await ask(world, `GET ${at(published)}/contribution-rules/traces?limit=50`, {
      as: moderator,
    });
    expect(body.items).toHaveLength(37);
  });

  it('are kept in every version, the newest first, each with who made it', async () => {
    const { published, administrator, moderator } = await underRules({ holdLinks: true });
    await ask(world, `PUT ${at(published)}/contribution-rules`, {
      as: administrator,
      body: { ...off, version: 2 },
    });
    const versions = `GET ${at(published)}/contribution-rules/versions`;
    const first = await ask(world, `${versions}?limit=2`, { as: moderator });
    expect(first.body.items).toMatchObject([
      { version: 3, holdLinks: false, by: administrator.name },
      { version: 2, holdLinks: true, by: administrator.name },
    ]);
    const rest = await ask(world, `${versions}?limit=2&after=${first.body.next}`, { as: moderator });
    expect(rest.body).toMatchObject({ items: [{ version: 1, by: null }], next: null });
    expect((await ask(world, versions, { as: await someone(world, published.municipality) })).status).toBe(
      403,
    );
  });

  it('do not slow those who answer for the service', async () => {
    const { published, moderator } = await underRules({ perMinute: 1, holdAll: true });
    for (const n of [1, 2])
      expect((await write(published, moderator, `Svar ${n}`)).body.state).toBe('visible');
  });

  it('apply at first where nobody has made any', async () => {
    const published = await aPolicy(world);
    await world.source.query('DELETE FROM contribution_rules WHERE municipality_id = $1', [
      published.municipality.id,
    ]);
    const resident = await someone(world, published.municipality);
    for (let n = 0; n < 10; n++) expect((await write(published, resident, `Bænk ${n}`)).status).toBe(201);
    expect((await write(published, resident, 'Bænk 10')).status).toBe(429);
  });

  it('are changed by administrators only, one after the other', async () => {
    const { published, administrator, moderator } = await underRules({});
    const change = (as: Someone, version: number) =>
      ask(world, `PUT ${at(published)}/contribution-rules`, { as, body: { ...off, version } });
    expect((await change(moderator, 2)).status).toBe(403);
    const answers = await Promise.all([change(administrator, 2), change(administrator, 2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('say at the field what is wrong with them', async () => {
    const { published, administrator } = await underRules({});
    const answer = await ask(world, `PUT ${at(published)}/contribution-rules`, {
      as: administrator,
      body: {
        ...off,
        version: 2,
        words: [{ word: '**', effect: 'hold' }],
        officeHours: { days: [1], from: '16:00', to: '08:00' },
      },
    });
    expect(answer.body.details.fields).toMatchObject([
      { field: 'words.0.word', code: 'too-short' },
      { field: 'officeHours.to', code: 'before-start' },
    ]);
  });
});

describe('the rules of conduct', () => {
  const accept = (published: PublishedPolicy, as: Someone, version: number) =>
    ask(world, `PUT ${at(published)}/conduct-acceptance`, { as, body: { version } });

  it('are accepted before the first contribution, in the version that was read', async () => {
    const { published, resident } = await underRules({});
    await world.source.query('DELETE FROM conduct_acceptance WHERE person_id = $1', [resident.id]);
    expect(await write(published, resident)).toMatchObject({
      status: 409,
      body: { code: 'conduct-not-accepted', details: { version: 1 } },
    });
    expect((await accept(published, resident, 2)).body.code).toBe('changed-meanwhile');
    expect((await accept(published, resident, 1)).status).toBe(204);
    expect((await accept(published, resident, 1)).status).toBe(204);
    expect((await write(published, resident)).status).toBe(201);
  });

  it('are accepted anew when the municipality has changed them', async () => {
    const { published, administrator, resident } = await underRules({});
    const settings = (await ask(world, `GET ${at(published)}/settings`, { as: administrator })).body;
    const changed = await ask(world, `PUT ${at(published)}`, {
      as: administrator,
      body: { ...settings, conductText: 'Vi skriver under eget navn.' },
    });
    expect(changed.status).toBe(200);
    expect((await write(published, resident)).body.code).toBe('conduct-not-accepted');
    expect((await accept(published, resident, 2)).status).toBe(204);
    expect((await write(published, resident)).status).toBe(201);
  });
});
