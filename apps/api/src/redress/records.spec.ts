import { describe, expect, it } from '@jest/globals';
import { aComment, aPolicy, anInitiative, type PublishedPolicy } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { districtsAt, importOutlines } from '../../test/districts.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import { QuarantineOpening } from '../moderation/quarantine-opening.entity.js';
import { RecordExport } from './record-export.entity.js';
import { FileJobs } from '../platform/jobs/file-jobs.js';
import type { RecordEntry } from './records.repository.js';

const world = aWorld();

const at = ({ municipality }: Pick<PublishedPolicy, 'municipality'>) =>
  `/api/municipalities/${municipality.slug}`;

/** A comment that was edited, reported, hidden with reasons, appealed and given back. */
async function aHistory() {
  const published = await aPolicy(world);
  const { municipality } = published;
  const author = await someone(world, municipality, ['resident'], { name: 'Ida Berg' });
  const comment = await aComment(world, published, { by: author, body: 'Først skrev jeg det.' });
  await aComment(world, published, { body: 'Jeg svarer.', parentId: comment.id });
  await ask(world, `PUT ${at(published)}/comments/${comment.id}`, {
    as: author,
    body: { body: 'Så rettede jeg det.' },
  });
  const reporter = await someone(world, municipality, ['resident'], { name: 'Rasmus Anmelder' });
  await ask(world, `POST ${at(published)}/comments/${comment.id}/reports`, {
    as: reporter,
    body: { reasonCode: 'insult', text: 'Det er grimt.' },
  });
  const moderator = await someone(world, municipality, ['moderator'], { name: 'Mona Moderator' });
  const decided = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
    as: moderator,
    body: { action: 'hide', reasonCode: 'insult', reason: 'Går efter personen.' },
  });
  const appeal = await ask(world, `POST ${at(published)}/decisions/${decided.body.lastDecision.id}/appeal`, {
    as: author,
    body: { text: 'Det var ironi.' },
  });
  await ask(world, `POST ${at(published)}/moderation/appeals/${appeal.body.appeal.id}/decision`, {
    as: await someone(world, municipality, ['moderator']),
    body: { outcome: 'upheld', text: 'Ja, ironi.' },
  });
  const staff = await someone(world, municipality, ['staff']);
  return { published, author, comment, reporter, moderator, staff };
}

const order = (published: PublishedPolicy, as: Someone, body: object) =>
  ask(world, `POST ${at(published)}/records`, { as, body });

const fileOf = (published: Pick<PublishedPolicy, 'municipality'>, id: string, as: Someone, format = 'json') =>
  world.app.inject({
    url: `${at(published)}/records/${id}/file?format=${format}`,
    headers: { cookie: as.cookie },
  });

async function entriesOf(published: PublishedPolicy, id: string, as: Someone): Promise<RecordEntry[]> {
  await workOff(world);
  return (await fileOf(published, id, as)).json().entries;
}

describe('a file for a request for access', () => {
  it('tells everything said in a thread, and everything that happened to it', async () => {
    const { published, comment, staff } = await aHistory();
    const made = await order(published, staff, {
      scope: 'thread',
      about: comment.reference,
      caseNumber: '2026-17',
    });
    expect(made).toMatchObject({ status: 201, body: { status: 'waiting', caseNumber: '2026-17' } });
    const early = await fileOf(published, made.body.id, staff);
    expect(early.json()).toMatchObject({ code: 'export-not-ready' });
    const entries = await entriesOf(published, made.body.id, staff);
    expect(entries.map(({ kind, what }) => [kind, what])).toEqual([
      ['comment', 'visible'],
      ['edit', null],
      ['report', null],
      ['decision', 'hide'],
      ['statement', 'hide'],
      ['appeal', 'upheld'],
      ['decision', 'undo'],
      ['decision', 'keep'],
      ['comment', 'visible'],
    ]);
    expect(entries[0]).toMatchObject({ text: 'Så rettede jeg det.', who: 'Ida Berg' });
    expect(entries[1]).toMatchObject({ text: 'Først skrev jeg det.' });
    expect(entries[3]).toMatchObject({ who: 'Mona Moderator', text: 'Går efter personen.', code: 'insult' });
    expect(entries[5]).toMatchObject({ text: 'Det var ironi.', details: { answer: 'Ja, ironi.' } });
    // Who reported it is nobody's business.
    expect(JSON.stringify(entries)).not.toContain('Rasmus');
    const list = await ask(world, `GET ${at(published)}/records`, { as: staff });
    expect(list.body.items).toMatchObject([{ status: 'done', done: 2, total: 2 }]);
  });

  it('tells what a person wrote, and nobody else', async () => {
    const { published, author, comment, staff } = await aHistory();
    await anInitiative(world, published, { by: author });
    const { body } = await order(published, staff, { scope: 'person', about: comment.reference });
    const entries = await entriesOf(published, body.id, staff);
    expect(
      new Set(entries.filter(({ kind }) => ['comment', 'initiative'].includes(kind)).map(({ who }) => who)),
    ).toEqual(new Set(['Ida Berg']));
    expect(entries.map(({ kind }) => kind)).toContain('initiative');
    const page = await fileOf(published, body.id, staff, 'html');
    expect(page.headers['content-disposition']).toContain('attachment');
    expect(page.body).toContain('<h1>Alt, hvad Ida Berg har skrevet</h1>');
    const sheet = await fileOf(published, body.id, staff, 'csv');
    expect(sheet.body).toContain('"Så rettede jeg det."');
  });

  it('goes on branch by branch however many there are', async () => {
    const published = await aPolicy(world);
    const by = await someone(world, published.municipality);
    const comments = await Promise.all(
      Array.from({ length: 105 }, (_, index) => aComment(world, published, { by, body: `Indlæg ${index}` })),
    );
    const staff = await someone(world, published.municipality, ['staff']);
    const { body } = await order(published, staff, { scope: 'thread', about: comments[0]!.reference });
    const entries = await entriesOf(published, body.id, staff);
    expect(new Set(entries.map(({ group }) => group)).size).toBe(105);
    const parts = await world.source.query('SELECT FROM record_export_part WHERE export_id = $1', [body.id]);
    expect(parts).toHaveLength(2);
  }, 30_000);

  it('holds what is in quarantine for administrators only, and that is written down', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published, { body: 'Det må ingen se.' });
    await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
      as: await someone(world, published.municipality, ['moderator']),
      body: { action: 'remove', reasonCode: 'child-abuse-material', reason: 'Ulovligt.' },
    });
    const staff = await someone(world, published.municipality, ['staff']);
    const wish = { scope: 'thread', about: comment.reference, withQuarantine: true };
    expect((await order(published, staff, wish)).status).toBe(403);
    const plain = await order(published, staff, { ...wish, withQuarantine: false });
    expect(JSON.stringify(await entriesOf(published, plain.body.id, staff))).not.toContain(
      'Det må ingen se.',
    );

    const administrator = await someone(world, published.municipality, ['administrator']);
    const { body } = await order(published, administrator, wish);
    const entries = await entriesOf(published, body.id, administrator);
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'original', text: 'Det må ingen se.' }));
    const openings = await world.source
      .getRepository(QuarantineOpening)
      .findBy({ personId: administrator.id });
    expect(openings).toHaveLength(1);
    expect((await fileOf(published, body.id, staff)).statusCode).toBe(404);
  });

  it('ends honestly where it cannot be made, and is begun again where its process ended', async () => {
    const published = await aPolicy(world);
    const staff = await someone(world, published.municipality, ['staff']);
    const comment = await aComment(world, published);
    const wish = { scope: 'thread', about: comment.reference };
    const exports = world.source.getRepository(RecordExport);
    const stateOf = async (id: string) =>
      (await ask(world, `GET ${at(published)}/records`, { as: staff })).body.items.find(
        (item: { id: string }) => item.id === id,
      ).status;

    const worn = (await order(published, staff, wish)).body.id as string;
    await exports.update({ id: worn }, { attempts: 3, status: 'running' });
    await workOff(world);
    expect(await stateOf(worn)).toBe('failed');

    const left = (await order(published, staff, wish)).body.id as string;
    await exports.update({ id: left }, { status: 'running', attempts: 1 });
    await world.source.query('DELETE FROM graphile_worker._private_jobs');
    await world.app.get(FileJobs).onApplicationBootstrap();
    await workOff(world);
    expect(await stateOf(left)).toBe('done');
  });

  it('is for staff, of their own municipality', async () => {
    const { published, comment, author, moderator, staff } = await aHistory();
    const wish = { scope: 'thread', about: comment.reference };
    for (const as of [author, moderator]) expect((await order(published, as, wish)).status).toBe(403);
    const { body } = await order(published, staff, wish);
    await workOff(world);
    expect((await fileOf(published, body.id, author)).statusCode).toBe(404);
    const elsewhere = await aMunicipality(world);
    const as = await someone(world, elsewhere, ['staff', 'administrator']);
    expect((await fileOf({ municipality: elsewhere }, body.id, as)).statusCode).toBe(404);
    const unknown = await ask(world, `POST /api/municipalities/${elsewhere.slug}/records`, {
      as,
      body: wish,
    });
    expect(unknown.body.details.fields).toEqual([{ field: 'about', code: 'no-such-contribution' }]);
  });
});

describe('one’s own data', () => {
  it('are all one did here and what was decided about it, without the names of those who decided', async () => {
    const { published, author, comment, reporter } = await aHistory();
    const other = await aComment(world, published);
    await ask(world, `PUT ${at(published)}/comments/${other.id}/vote`, {
      as: author,
      body: { vote: 'agree' },
    });
    const own = `${at(published)}/me/records`;
    const first = await ask(world, `POST ${own}`, { as: author });
    const again = await ask(world, `POST ${own}`, { as: author });
    expect(again.body.id).toBe(first.body.id);
    const entries = await entriesOf(published, first.body.id, author);
    const kinds = entries.map(({ kind }) => kind);
    for (const kind of ['account', 'role', 'vote', 'comment', 'edit', 'decision', 'statement', 'appeal'])
      expect(kinds).toContain(kind);
    expect(kinds).not.toContain('report');
    expect(entries.find(({ kind }) => kind === 'comment')).toMatchObject({ reference: comment.reference });
    expect(JSON.stringify(entries)).not.toMatch(/Mona|Rasmus|Det er grimt/);

    const reported = await ask(world, `POST ${own}`, { as: reporter });
    const theirs = await entriesOf(published, reported.body.id, reporter);
    expect(theirs).toContainEqual(expect.objectContaining({ kind: 'reported', text: 'Det er grimt.' }));
  });

  it('say where they live, and where they lived when they supported something', async () => {
    const published = await aPolicy(world);
    const { municipality } = published;
    const ida = await someone(world, municipality);
    const administrator = await someone(world, municipality, ['administrator']);
    await importOutlines(world, municipality, administrator, 'Nord', 'Syd');
    const [nord, syd] = await districtsAt(world, municipality);
    const initiative = await anInitiative(world, published);
    const livesIn = (districtId: string) =>
      ask(world, `PUT ${at(published)}/standing/district`, { as: ida, body: { districtId } });
    await livesIn(nord!.id);
    await ask(world, `PUT ${at(published)}/initiatives/${initiative.id}/support`, { as: ida });
    await livesIn(syd!.id);
    const { body } = await ask(world, `POST ${at(published)}/me/records`, { as: ida });
    const entries = await entriesOf(published, body.id, ida);
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'lives-in', text: 'Syd' }));
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'support', details: expect.objectContaining({ district: 'Nord' }) }),
    );
  });

  it('are nobody else’s to read, not even an administrator’s', async () => {
    const { published, author, staff } = await aHistory();
    const { body } = await ask(world, `POST ${at(published)}/me/records`, { as: author });
    await workOff(world);
    const administrator = await someone(world, published.municipality, ['administrator', 'staff']);
    for (const as of [staff, administrator])
      expect((await fileOf(published, body.id, as)).statusCode).toBe(404);
    expect((await ask(world, `GET ${at(published)}/me/records`)).status).toBe(401);
    const list = await ask(world, `GET ${at(published)}/records`, { as: staff });
    expect(list.body.items).toEqual([]);
  });
});

describe('the case of an initiative', () => {
  it('is in the municipality’s file of its thread and of its proposer, and not in the proposer’s own', async () => {
    const published = await aPolicy(world);
    const { municipality } = published;
    const ida = await someone(world, municipality);
    const staff = await someone(world, municipality, ['staff']);
    const colleague = await someone(world, municipality, ['staff']);
    const { id, reference } = await anInitiative(world, published, { by: ida });
    const file = `${at(published)}/initiatives/${id}/case`;
    await ask(world, `POST ${file}/notes`, { as: staff, body: { text: 'Kajen er privat.' } });
    const question = 'Må vi?';
    await ask(world, `POST ${file}/opinions`, { as: staff, body: { askedId: colleague.id, question } });
    const said = async (scope: string) => {
      const body = { scope, about: reference };
      const { body: made } = await order(published, staff, body);
      return (await entriesOf(published, made.id, staff))
        .filter(({ kind }) => ['initiative', 'note', 'opinion'].includes(kind))
        .map(({ kind, who }) => ({ kind, who }));
    };
    const all = [
      { kind: 'initiative', who: ida.name },
      { kind: 'note', who: staff.name },
      { kind: 'opinion', who: staff.name },
    ];
    expect(await said('person')).toEqual(all);
    expect(await said('thread')).toEqual(all);
    const own = (await ask(world, `POST ${at(published)}/me/records`, { as: ida })).body;
    expect((await entriesOf(published, own.id, ida)).map(({ kind }) => kind)).not.toContain('note');
  });
});
