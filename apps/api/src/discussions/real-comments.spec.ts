import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { aPolicy } from '../../test/fixtures.js';
import { aNode } from '../../test/outlines.js';
import { aWorld, contextOf, type World } from '../../test/world.js';
import type { Municipality } from '../municipalities/municipality.entity.js';
import { RequestContext } from '../platform/http/context.js';
import type { CommentView } from './comments.dto.js';
import { CommentsService } from './comments.service.js';
import type { Thread } from './thread.entity.js';

jest.setTimeout(120_000);

const FILE = path.resolve(import.meta.dirname, '../../../../../shared/data/madrid/comments.csv');
const there = fs.existsSync(FILE);
if (!there) console.log('skipped: the real comments are not beside the repository (../shared/data/madrid)');

interface Said {
  id: string;
  /** null: it answers none, or one that is not in the data. */
  parent: Said | null;
  proposal: string;
  person: string;
  text: string;
}

/** In the order they were written. */
function read(): Said[] {
  const [head = [], ...lines] = fs
    .readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
        (quoted ?? bare ?? '').replaceAll('""', '"'),
      ),
    );
  const at = (name: string) => head.indexOf(name);
  const said = new Map<string, Said>();
  for (const line of lines.toSorted((a, b) => Number(a[at('id')]) - Number(b[at('id')]))) {
    const field = (name: string) => line[at(name)] ?? '';
    said.set(field('id'), {
      id: field('id'),
      parent: said.get(field('parentId')) ?? null,
      proposal: field('proposalId'),
      person: field('userId'),
      text: field('text').trim() || '–',
    });
  }
  return [...said.values()];
}

const depthOf = (said: Said): number => (said.parent ? depthOf(said.parent) + 1 : 0);
const beginningOf = (said: Said): Said => (said.parent ? beginningOf(said.parent) : said);

(there ? describe : describe.skip)('five thousand real comments', () => {
  const world = aWorld();

  it('are written through the services and keep their tree, their order and their depth', async () => {
    const all = read();
    expect(all).toHaveLength(5633);
    const proposals = [...Map.groupBy(all, ({ proposal }) => proposal).values()];
    const { municipality, threads } = await aPolicy(world, {
      levels: ['Forslag'],
      nodes: proposals.map((_, index) => aNode(`Forslag ${index + 1}`)),
    });
    const contexts = await residents(
      world,
      municipality,
      all.map(({ person }) => person),
    );

    const comments = world.app.get(CommentsService);
    const made = new Map<Said, string>();
    const rest = proposals.map((said, index) => ({ said, thread: threads[index]! }));
    const writeThreads = async () => {
      for (let next = rest.shift(); next; next = rest.shift())
        for (const said of next.said) {
          const { id } = await comments.post(contexts.get(said.person)!, next.thread.id, {
            body: said.text,
            parentId: said.parent && made.get(said.parent)!,
            language: 'da',
          });
          made.set(said, id);
        }
    };
    await Promise.all(Array.from({ length: 8 }, writeThreads));

    let deepest = 0;
    for (const [index, said] of proposals.entries()) {
      const { branches, counted } = await wholeOf(world, municipality, threads[index]!);
      expect(counted).toBe(said.length);
      const shown = branches.flatMap(({ root, replies }) => [root, ...replies]);
      const expected = said
        .filter(({ parent }) => parent === null)
        .flatMap((root) => said.filter((one) => beginningOf(one) === root));
      expect(shown.map(({ id }) => id)).toEqual(expected.map((one) => made.get(one)));
      for (const [place, one] of expected.entries()) {
        const beginning = beginningOf(one);
        expect(shown[place]).toMatchObject({
          body: one.text,
          parentId: one.parent ? made.get(one.parent) : null,
          rootId: beginning === one ? null : made.get(beginning),
          replyCount: beginning === one ? said.filter((other) => beginningOf(other) === one).length - 1 : 0,
        });
      }
      deepest = Math.max(deepest, ...said.map(depthOf));
    }
    expect(deepest).toBe(24);
  });
});

/** An account for each, made in bulk, and the context each writes in. */
async function residents(world: World, municipality: Municipality, people: string[]) {
  const known = [...new Set(people)];
  const made = await world.source.query<{ id: string; name: string }[]>(
    `WITH made AS (
       INSERT INTO person (email, name, language)
       SELECT 'person-' || number || '@borger.example', 'Person ' || number, 'da' FROM unnest($1::text[]) AS number
       RETURNING id, name
     ), joined AS (
       INSERT INTO membership (person_id, municipality_id, role) SELECT id, $2, 'resident' FROM made
     ), accepted AS (
       INSERT INTO conduct_acceptance (person_id, municipality_id, version) SELECT id, $2, 1 FROM made
     ) SELECT id, name FROM made`,
    [known, municipality.id],
  );
  const { db } = await contextOf(world, municipality);
  return new Map(
    made.map(({ id, name }) => [
      name.slice('Person '.length),
      new RequestContext(db, municipality, { id, name }, new Set(['resident']), 'da'),
    ]),
  );
}

/** All of a thread as a visitor reads it, page after page. */
async function wholeOf(world: World, municipality: Municipality, thread: Thread) {
  const comments = world.app.get(CommentsService);
  const ctx = await contextOf(world, municipality);
  const branches: { root: CommentView; replies: CommentView[] }[] = [];
  let after: string | undefined;
  do {
    const page = await comments.branches(ctx, thread.id, { limit: 100, ...(after && { after }) });
    for (const { replies, nextReplies, ...root } of page.items) {
      const all = [...replies];
      for (let next = nextReplies; next;) {
        const more = await comments.replies(ctx, root.id, { after: next, limit: 100 });
        all.push(...more.items);
        next = more.next;
      }
      branches.push({ root, replies: all });
    }
    after = page.next ?? undefined;
  } while (after);
  const [row] = await world.source.query<{ count: number }[]>(
    'SELECT comment_count AS count FROM thread WHERE id = $1',
    [thread.id],
  );
  return { branches, counted: row!.count };
}
