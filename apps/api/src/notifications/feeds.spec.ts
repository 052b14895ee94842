import { describe, expect, it } from '@jest/globals';
import { aComment, anInitiative, aPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';

describe('a feed', () => {
  const world = aWorld({ config: () => ({ publicUrl: 'https://medvind.example' }) });

  const EVIL = '<img src=x onerror=alert(1)>]]>&';
  const titles = (atom: string) =>
    [...atom.matchAll(/<entry>[^]*?<title[^>]*>(?:<!\[CDATA\[)?([^]*?)(?:\]\]>)?<\/title>/g)].map(
      ([, title]) => title,
    );

  it('of a thread, a policy and a municipality holds what is new there, with absolute addresses', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    const comment = await aComment(world, published, { body: 'Flere bænke' });
    await anInitiative(world, published, { title: 'Lys i parken' });
    const thread = await ask(world, `GET /${slug}/threads/${published.threads[0]!.id}/feed.atom`);
    expect(thread).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringContaining('application/atom+xml') },
    });
    expect(thread.body).toContain(
      `https://medvind.example/${slug}/goals/${published.goals[0]!.id}?comment=${comment.id}`,
    );
    expect(thread.body).toContain('Flere bænke');
    expect(thread.body).not.toContain('Lys i parken');
    for (const feed of [`policies/${published.policy.slug}/feed.atom`, 'feed.atom']) {
      const { body } = await ask(world, `GET /${slug}/${feed}`);
      expect(titles(body)).toHaveLength(2);
      expect(body).toContain('Lys i parken');
      expect(body).toContain(`href="https://medvind.example/${slug}/${feed}"`);
    }
  });

  it('shows a name, a title and a text as text', async () => {
    const published = await aPolicy(world);
    const by = await someone(world, published.municipality, ['resident'], { name: EVIL });
    await aComment(world, published, { by, body: `${EVIL}\u0008 slut` });
    await anInitiative(world, published, { by, title: EVIL });
    const { body } = await ask(world, `GET /${published.municipality.slug}/feed.atom`);
    expect(body).not.toContain('<img');
    expect(body).not.toContain('\u0008');
    expect(body).toContain('&lt;img src=x');
    // Well formed: every section of character data ends where it should.
    expect(body.split('<![CDATA[').length).toBe(body.split(']]>').length);
  });

  it('holds only what everybody can read, whoever asks', async () => {
    const published = await aPolicy(world);
    const { slug } = published.municipality;
    const moderator = await someone(world, published.municipality, ['moderator']);
    const hidden = await aComment(world, published, { body: 'Skjult' });
    const held = await aComment(world, published, { body: 'Venter' });
    const removed = await aComment(world, published, { body: 'Taget tilbage' });
    await anInitiative(world, published, { draft: true, title: 'Et udkast' });
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    await world.source.query("UPDATE comment SET held_at = now(), held_reason = 'link' WHERE id = $1", [
      held.id,
    ]);
    await world.source.query('UPDATE comment SET removed_at = now() WHERE id = $1', [removed.id]);
    const { body } = await ask(world, `GET /${slug}/feed.atom`, { as: moderator });
    expect(titles(body)).toEqual([]);
    expect(body).not.toMatch(/Skjult|Venter|Taget tilbage|Et udkast/);
  });

  it('is not sent again unchanged, and is when something was hidden', async () => {
    const published = await aPolicy(world);
    const url = `GET /${published.municipality.slug}/feed.atom`;
    const comment = await aComment(world, published);
    const first = await ask(world, url);
    expect(first.headers['last-modified']).toMatch(/GMT$/);
    const headers = { 'if-none-match': String(first.headers.etag) };
    expect((await ask(world, url, { headers })).status).toBe(304);
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [comment.id]);
    expect((await ask(world, url, { headers })).status).toBe(200);
  });

  it('is not sent again by its date either, and is when something was hidden, even within the second', async () => {
    const published = await aPolicy(world);
    const url = `GET /${published.municipality.slug}/feed.atom`;
    const comment = await aComment(world, published);
    const since = async () => String((await ask(world, url)).headers['last-modified']);
    const first = await since();
    expect(first).toMatch(/GMT$/);
    const headers = { 'if-modified-since': first };
    expect((await ask(world, url, { headers })).status).toBe(304);
    // A tag that is not the feed's any more is believed before the date.
    expect((await ask(world, url, { headers: { ...headers, 'if-none-match': '"old"' } })).status).toBe(200);
    expect((await ask(world, url, { headers: { 'if-modified-since': 'yesterday' } })).status).toBe(200);
    for (const hidden of ['now()', 'NULL']) {
      await world.source.query(`UPDATE comment SET hidden_at = ${hidden} WHERE id = $1`, [comment.id]);
      // As it was the first time again, and yet newer.
      expect((await ask(world, url, { headers })).status).toBe(200);
    }
    await world.source.query("UPDATE feed_edition SET changed_at = changed_at - interval '1 minute'");
    expect((await ask(world, url, { headers: { 'if-modified-since': await since() } })).status).toBe(304);
  });

  it('of one municipality is not found in the other', async () => {
    const published = await aPolicy(world);
    const other = await aMunicipality(world);
    await aComment(world, published, { body: 'Her' });
    for (const feed of [`threads/${published.threads[0]!.id}/feed.atom`, 'policies/nowhere/feed.atom'])
      expect((await ask(world, `GET /${other.slug}/${feed}`)).status).toBe(404);
    expect((await ask(world, `GET /${other.slug}/feed.atom`)).body).not.toContain('Her');
  });
});
