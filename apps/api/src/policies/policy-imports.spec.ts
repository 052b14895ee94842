import { describe, expect, it } from '@jest/globals';
import { aMunicipality, ask, aWorld, someone, type Someone, type World } from '../../test/world.js';
import type { Municipality } from '../municipalities/municipality.entity.js';

const DOCUMENT = `# Havnepolitik

Havnen er for alle.

## 1. Adgang til vandet

Vi vil:

- bygge flere trapper ned til vandet
- sætte bænke langs kajen

## 1. Liv på kajen

Vi vil:

- holde pladsen åben om aftenen
- give plads til små boder
`;

interface Desk {
  municipality: Municipality;
  staff: Someone;
  at: string;
}

async function aDesk(world: World): Promise<Desk> {
  const municipality = await aMunicipality(world);
  const staff = await someone(world, municipality, ['staff']);
  return { municipality, staff, at: `/api/municipalities/${municipality.slug}/policy-imports` };
}

/** A multipart body as a browser makes it. */
async function multipart(parts: Record<string, string | Blob>, fileName = 'havnepolitik.md') {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts))
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, fileName);
  const encoded = new Response(form);
  return {
    headers: { 'content-type': encoded.headers.get('content-type')! },
    body: Buffer.from(await encoded.arrayBuffer()),
  };
}

const upload = async (world: World, { at, staff }: Desk, parts: Record<string, string | Blob>) =>
  ask(world, `POST ${at}`, { as: staff, ...(await multipart(parts)) });

const aDraft = async (world: World, desk: Desk, text = DOCUMENT) =>
  (await upload(world, desk, { text })).body;

// oxlint-disable-next-line typescript/no-explicit-any
const outlineOf = (draft: any) => ({
  policies: draft.policies.map(
    // oxlint-disable-next-line typescript/no-explicit-any
    ({ key, dropped, title, type, levels, validFrom, validTo, summary, text, nodes }: any) => ({
      key,
      dropped,
      title,
      type,
      levels,
      validFrom,
      validTo,
      summary,
      text,
      nodes,
    }),
  ),
});

describe('a document', () => {
  const world = aWorld();

  it('is shown as an outline before anything is published', async () => {
    const desk = await aDesk(world);
    const answer = await upload(world, desk, { file: new Blob([DOCUMENT]) });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      fileName: 'havnepolitik.md',
      revision: 0,
      publishedAt: null,
      policies: [
        {
          title: 'Havnepolitik',
          nodes: [
            { number: '1.', children: [{ title: 'bygge flere trapper ned til vandet' }, {}] },
            { number: '1.', children: [{}, {}] },
          ],
          warnings: [{ type: 'number-repeated', number: '1.' }],
        },
      ],
    });
    expect((await ask(world, `GET ${desk.at}`, { as: desk.staff })).body).toMatchObject({
      items: [{ title: 'Havnepolitik', policyCount: 1, goalCount: 6, createdBy: desk.staff.name }],
      next: null,
    });
    expect(
      (await ask(world, `GET /api/municipalities/${desk.municipality.slug}/policies`)).body.items,
    ).toEqual([]);
  });

  it('can be pasted, in the encoding older systems write too', async () => {
    const desk = await aDesk(world);
    expect((await upload(world, desk, { text: DOCUMENT })).body).toMatchObject({
      fileName: '',
      title: 'Havnepolitik',
    });
    const latin1 = new Blob([Buffer.from('# Bänkar på kajen\n\n- Fler bänkar\n', 'latin1')]);
    expect((await upload(world, desk, { file: latin1 })).body.title).toBe('Bänkar på kajen');
  });

  it('that is no text, empty, missing or too large is refused at the field', async () => {
    const desk = await aDesk(world);
    const cases: [Record<string, string | Blob>, number, string, string][] = [
      [{ file: new Blob(['%PDF-1.7 …']) }, 422, 'not-text', 'not-text'],
      [{ file: new Blob(['PK\u0003\u0004…']) }, 422, 'not-text', 'not-text'],
      [{ file: new Blob([' \n\n ']) }, 422, 'empty-document', 'empty-document'],
      [{ text: '  ' }, 422, 'invalid-input', 'required'],
      [{ file: new Blob(['x'.repeat(5_000_001)]) }, 413, 'too-large', 'file-too-large'],
      [{ text: 'Mål '.repeat(1_300_000) }, 413, 'too-large', 'file-too-large'],
    ];
    for (const [parts, status, code, fault] of cases) {
      const answer = await upload(world, desk, parts);
      expect(answer).toMatchObject({
        status,
        body: { code, details: { fields: [{ field: 'file', code: fault }] } },
      });
    }
    expect(
      (await ask(world, `POST ${desk.at}`, { as: desk.staff, body: { text: DOCUMENT } })).body.details.fields,
    ).toEqual([{ field: 'file', code: 'required' }]);
    expect((await ask(world, `GET ${desk.at}`, { as: desk.staff })).body.items).toEqual([]);
  });

  it('without goals warns, and can still be published as a titled policy', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(
      world,
      desk,
      '# Sådan styres byen\n\nByrådet mødes hver måned og aftaler retningen for året.\n',
    );
    expect(draft.policies[0].warnings).toEqual([{ type: 'no-goals-found' }]);
    const published = await ask(world, `POST ${desk.at}/${draft.id}/publish`, {
      as: desk.staff,
      body: { revision: 0 },
    });
    expect(published).toMatchObject({
      status: 201,
      body: { items: [{ title: 'Sådan styres byen', goalCount: 0 }] },
    });
  });
});

describe('a draft', () => {
  const world = aWorld();

  it('keeps corrections, and what staff cannot edit with them', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(
      world,
      desk,
      DOCUMENT.replace('Havnen er for alle.', 'Havnen er for alle.\n\nPolitikken gælder 2026–2030.'),
    );
    const outline = outlineOf(draft);
    const [policy] = outline.policies;
    policy.title = 'Politik for havnen';
    policy.levels = ['Tema', 'Ønske'];
    // The second theme goes below the first, the last wish is dropped.
    const [first, second] = policy.nodes;
    second.children.pop();
    policy.nodes = [{ ...first, children: [...first.children, second] }];
    const saved = await ask(world, `PUT ${desk.at}/${draft.id}`, {
      as: desk.staff,
      body: { revision: 0, outline },
    });
    expect(saved).toMatchObject({
      status: 200,
      body: {
        revision: 1,
        policies: [{ title: 'Politik for havnen', levels: ['Tema', 'Ønske'], validTo: '2030' }],
      },
    });
    const [stored] = await world.source.query('SELECT outline FROM policy_import WHERE id = $1', [draft.id]);
    expect(stored.outline.policies[0]).toMatchObject({
      links: [],
      nodes: [{ level: 1, children: [{ level: 2 }, { level: 2 }, { level: 2, children: [{ level: 3 }] }] }],
    });
  });

  it('saved in two tabs tells the second, and loses neither', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(world, desk);
    const save = (title: string) => {
      const outline = outlineOf(draft);
      outline.policies[0].title = title;
      return ask(world, `PUT ${desk.at}/${draft.id}`, { as: desk.staff, body: { revision: 0, outline } });
    };
    const answers = await Promise.all(['Den ene', 'Den anden', 'Den tredje'].map(save));
    const [kept, ...refused] = answers.toSorted((a, b) => a.status - b.status);
    expect([kept!.status, ...refused.map(({ status }) => status)]).toEqual([200, 409, 409]);
    expect(refused[0]!.body.code).toBe('changed-meanwhile');
    expect((await ask(world, `GET ${desk.at}/${draft.id}`, { as: desk.staff })).body).toMatchObject({
      revision: 1,
      policies: [{ title: kept!.body.policies[0].title }],
    });
  });

  it('says which title is missing or too long, wherever it is in the tree', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(world, desk);
    const outline = outlineOf(draft);
    outline.policies[0].nodes[0].children[1].title = '';
    outline.policies[0].nodes[1].title = 'x'.repeat(501);
    outline.policies[0].levels = [''];
    const answer = await ask(world, `PUT ${desk.at}/${draft.id}`, {
      as: desk.staff,
      body: { revision: 0, outline },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.details.fields).toEqual(
      expect.arrayContaining([
        { field: 'outline.policies.0.levels', code: 'required' },
        { field: 'outline.policies.0.nodes.0.children.1.title', code: 'required' },
        { field: 'outline.policies.0.nodes.1.title', code: 'too-long', limits: { max: 500 } },
      ]),
    );
  });

  it('nested beyond all measure is refused, not tried', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(world, desk);
    const nested = `{"revision":0,"outline":${'{"nodes":['.repeat(20_000)}${']}'.repeat(20_000)}}`;
    const answer = await ask(world, `PUT ${desk.at}/${draft.id}`, {
      as: desk.staff,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(nested),
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { details: { fields: [{ field: 'outline', code: 'too-deep' }] } },
    });
  });

  it('becomes policies whose every goal has a thread', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(world, desk);
    const published = await ask(world, `POST ${desk.at}/${draft.id}/publish`, {
      as: desk.staff,
      body: { revision: 0 },
    });
    expect(published.body.items).toMatchObject([{ slug: 'havnepolitik', goalCount: 6 }]);
    const policy = await ask(
      world,
      `GET /api/municipalities/${desk.municipality.slug}/policies/havnepolitik`,
    );
    expect(policy.body.goals.map(({ level }: { level: number }) => level)).toEqual([1, 2, 2, 1, 2, 2]);
    const [threads] = await world.source.query(
      'SELECT count(*)::int AS count FROM thread WHERE municipality_id = $1',
      [desk.municipality.id],
    );
    expect(threads.count).toBe(6);
    expect((await ask(world, `GET ${desk.at}`, { as: desk.staff })).body.items).toEqual([]);
  });

  it('leaves out the policies staff dropped', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(world, desk);
    const outline = outlineOf(draft);
    outline.policies[0].dropped = true;
    await ask(world, `PUT ${desk.at}/${draft.id}`, { as: desk.staff, body: { revision: 0, outline } });
    const refused = await ask(world, `POST ${desk.at}/${draft.id}/publish`, {
      as: desk.staff,
      body: { revision: 1 },
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'nothing-to-publish' } });
  });

  it('is published once, however many click', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(world, desk);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        ask(world, `POST ${desk.at}/${draft.id}/publish`, { as: desk.staff, body: { revision: 0 } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    const [policies] = await world.source.query(
      'SELECT count(*)::int AS count FROM policy WHERE municipality_id = $1',
      [desk.municipality.id],
    );
    expect(policies.count).toBe(1);
    for (const route of [`PUT ${desk.at}/${draft.id}`, `DELETE ${desk.at}/${draft.id}`]) {
      const body = route.startsWith('PUT') ? { body: { revision: 0, outline: outlineOf(draft) } } : {};
      expect(await ask(world, route, { as: desk.staff, ...body })).toMatchObject({
        status: 409,
        body: { code: 'already-published' },
      });
    }
  });

  it('is published as it was last seen, not as it was before', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(world, desk);
    await ask(world, `PUT ${desk.at}/${draft.id}`, {
      as: desk.staff,
      body: { revision: 0, outline: outlineOf(draft) },
    });
    const answer = await ask(world, `POST ${desk.at}/${draft.id}/publish`, {
      as: desk.staff,
      body: { revision: 0 },
    });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile', details: { revision: 1 } },
    });
  });

  it('of the same document as another at the same moment gets an address of its own', async () => {
    const desk = await aDesk(world);
    const drafts = await Promise.all(Array.from({ length: 4 }, () => aDraft(world, desk)));
    const answers = await Promise.all(
      drafts.map(({ id }) =>
        ask(world, `POST ${desk.at}/${id}/publish`, { as: desk.staff, body: { revision: 0 } }),
      ),
    );
    expect(answers.map(({ body }) => body.items?.[0].slug).toSorted()).toEqual([
      'havnepolitik',
      'havnepolitik-2',
      'havnepolitik-3',
      'havnepolitik-4',
    ]);
  });

  it('can be given up', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(world, desk);
    expect((await ask(world, `DELETE ${desk.at}/${draft.id}`, { as: desk.staff })).status).toBe(204);
    expect((await ask(world, `GET ${desk.at}/${draft.id}`, { as: desk.staff })).status).toBe(404);
  });

  it('is for the staff of its own municipality', async () => {
    const desk = await aDesk(world);
    const draft = await aDraft(world, desk);
    const elsewhere = await aDesk(world);
    for (const route of [
      `GET ${elsewhere.at}/${draft.id}`,
      `DELETE ${elsewhere.at}/${draft.id}`,
      `POST ${elsewhere.at}/${draft.id}/publish`,
      `PUT ${elsewhere.at}/${draft.id}`,
    ]) {
      const body = route.startsWith('P')
        ? { body: { revision: 0, ...(route.startsWith('PUT') ? { outline: outlineOf(draft) } : {}) } }
        : {};
      expect(await ask(world, route, { as: elsewhere.staff, ...body })).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    }
    const resident = await someone(world, desk.municipality);
    expect((await ask(world, `GET ${desk.at}/${draft.id}`, { as: resident })).status).toBe(403);
    expect((await ask(world, `GET ${desk.at}/${draft.id}`, { as: elsewhere.staff })).status).toBe(403);
    expect(
      (await ask(world, `POST ${desk.at}`, { as: resident, ...(await multipart({ text: DOCUMENT })) }))
        .status,
    ).toBe(403);
  });
});
