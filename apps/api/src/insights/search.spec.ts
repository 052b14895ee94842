import { beforeAll, describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy, aProcess, type PublishedPolicy } from '../../test/fixtures.js';
import { aPlan } from '../../test/plans.js';
import { aMunicipality, ask, aWorld } from '../../test/world.js';
import type { Found, SearchPage } from './search.dto.js';

describe('the search', () => {
  const world = aWorld();
  let place: PublishedPolicy;
  beforeAll(async () => {
    place = await aPolicy(world);
  });

  const search = async (asked: Record<string, string>, headers: Record<string, string> = {}) => {
    const at = `/api/municipalities/${place.municipality.slug}/search?${new URLSearchParams(asked)}`;
    return (await ask(world, `GET ${at}`, { headers })) as { status: number; body: SearchPage };
  };
  const find = async (q: string, kind?: string): Promise<Found[]> =>
    (await search({ q, ...(kind ? { kind } : {}) })).body.items;
  const shown = ({ excerpt }: Found) => excerpt.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

  it('finds what is said, proposed, aimed for, asked and planned', async () => {
    await world.source.query("UPDATE goal SET text = 'Her gror surkløver.' WHERE id = $1", [
      place.goals[1]!.id,
    ]);
    await world.source.query("UPDATE policy SET summary = 'Om surkløver.' WHERE id = $1", [place.policy.id]);
    const comment = await aComment(world, place, { body: 'Surkløveren breder sig i parken.' });
    const initiative = await anInitiative(world, place, { title: 'Lad surkløver gro på skolen' });
    const process = await aProcess(world, place, { question: 'Hvor må surkløver gro?' });
    const { plan, actions } = await aPlan(world, place, {
      published: true,
      title: 'Plan for surkløver',
      actions: [{ title: 'Bede', description: 'Vi sår surkløver.' }],
    });
    const found = await find('surkløver');
    expect(new Map(found.map(({ kind, path }) => [kind, path]))).toEqual(
      new Map([
        ['policy', `policies/${place.policy.slug}`],
        ['goal', `goals/${place.goals[1]!.id}`],
        ['comment', `goals/${place.goals[0]!.id}?comment=${comment.id}`],
        ['initiative', `initiatives/${initiative.id}`],
        ['process', `processes/${process.id}`],
        ['plan', `plans/${plan.id}`],
        ['action', `plans/${plan.id}#${actions[0]!.id}`],
      ]),
    );
    expect(shown(found.find(({ kind }) => kind === 'comment')!)).toBe('[Surkløveren] breder sig i parken.');
    // What has it in its title comes first.
    expect(
      found
        .slice(0, 2)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['initiative', 'plan']);
    expect((await find('surkløver', 'action')).map(({ kind }) => kind)).toEqual(['action']);
  });

  it('knows inflections in the language of the text, whatever the page is read in', async () => {
    await aComment(world, place, { body: 'Lygtepælene blinker ved søen.' });
    const asked = { q: 'lygtepæl' };
    const danish = await search(asked, { 'accept-language': 'da', cookie: 'language=da' });
    const english = await search(asked, { 'accept-language': 'en', cookie: 'language=en' });
    expect(danish.body.items).toHaveLength(1);
    expect(english.body).toEqual(danish.body);
  });

  it('finds a part of a word, large or small letters, and a misspelt title', async () => {
    await aComment(world, place, { body: 'Min DAMECYKEL blev stjålet ved Åen.' });
    await anInitiative(world, place, { title: 'Hængekøjer under bøgene' });
    expect((await find('cykel')).map(shown)).toEqual(['Min DAME[CYKEL] blev stjålet ved Åen.']);
    expect(await find('åen damecykel')).toHaveLength(1);
    expect((await find('hængekøyer')).map(({ title }) => title)).toEqual(['Hængekøjer under bøgene']);
  });

  it('finds by the reference that documents cite', async () => {
    const comment = await aComment(world, place);
    expect((await find(comment.reference)).map(({ id }) => id)).toEqual([comment.id]);
    expect((await find(comment.reference.toLowerCase())).map(({ id }) => id)).toEqual([comment.id]);
  });

  it('finds nothing that not everyone can read', async () => {
    const word = 'vinterbadehotel';
    const hidden = await aComment(world, place, { body: `Hidden ${word}` });
    const held = await aComment(world, place, { body: `Held ${word}` });
    const removed = await aComment(world, place, { body: `Removed ${word}` });
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    await world.source.query("UPDATE comment SET held_at = now(), held_reason = 'links' WHERE id = $1", [
      held.id,
    ]);
    await world.source.query('UPDATE comment SET removed_at = now() WHERE id = $1', [removed.id]);
    const proposal = await anInitiative(world, place, { title: `Et ${word}` });
    await world.source.query('UPDATE initiative SET hidden_at = now() WHERE id = $1', [proposal.id]);
    await anInitiative(world, place, { title: `Endnu et ${word}`, draft: true });
    await aPlan(world, place, {
      year: 2028,
      title: `Plan for ${word}`,
      actions: [{ title: `Byg et ${word}` }],
    });
    const process = await aProcess(world, place);
    await world.source.query(
      `INSERT INTO theme (process_id, title, response_outcome, response_text)
       VALUES ($1, 'Bad', 'declined', 'Ikke noget ' || $2)`,
      [process.id, word],
    );
    expect(await find(word)).toEqual([]);
    expect(await find(hidden.reference)).toEqual([]);
  });

  it('does not tell the title of a hidden initiative through what was said below it', async () => {
    const proposal = await anInitiative(world, place, { title: 'Skjult titel' });
    const [thread] = await world.source.query('SELECT * FROM thread WHERE subject_id = $1', [proposal.id]);
    await aComment(world, place, { thread, body: 'Et svar om ørkenræve.' });
    expect((await find('ørkenræve')).map(({ context }) => context)).toEqual(['Skjult titel']);
    await world.source.query('UPDATE initiative SET hidden_at = now() WHERE id = $1', [proposal.id]);
    expect(await find('ørkenræve')).toEqual([]);
  });

  it('stays within the municipality', async () => {
    const other = await aPolicy(world, { municipality: await aMunicipality(world) });
    await aComment(world, other, { body: 'Kun her: flodhest.' });
    await anInitiative(world, other, { title: 'En flodhest i havnen' });
    expect(await find('flodhest')).toEqual([]);
    const nowhere = await ask(world, 'GET /api/municipalities/ingensteds/search?q=flodhest');
    expect(nowhere.status).toBe(404);
  });

  it('gives a long list in parts, each once', async () => {
    for (const number of Array(5).keys())
      await aComment(world, place, { body: `Pindsvin nummer ${number} i haven.` });
    const all = (await find('pindsvin')).map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body }: { body: SearchPage } = await search({
        q: 'pindsvin',
        limit: '2',
        ...(after && { after }),
      });
      seen.push(...body.items.map(({ id }) => id));
      after = body.next;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(all);
  });

  it('takes anything that can be typed', async () => {
    for (const q of ["o'", '100%', '%%', '!!', '""', 'a & | ! (', '-ikke', ':*', '\\\\'])
      expect((await search({ q })).status).toBe(200);
    expect((await search({ q: 'x' })).status).toBe(422);
    expect((await search({ q: 'bænke', after: 'x' })).status).toBe(422);
    expect((await search({ q: 'bænke', kind: 'person' })).status).toBe(422);
  });
});
