import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ROLES } from '@medvind/contracts';
import { Addresses, choicesOf, describedBy, exampleOf } from '../test/addresses.js';
import { aPicture, upload } from '../test/files.js';
import { aComment, aPolicy, aProcess, anInitiative, type PublishedPolicy } from '../test/fixtures.js';
import { workOff } from '../test/jobs.js';
import { aPlan } from '../test/plans.js';
import { routesOf } from '../test/routes.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../test/world.js';

// Every address as several people: some thousand requests.
jest.setTimeout(300_000);

/** Texts that not everyone may read: one word to search for, and one that must not come back. */
const SECRETS = [
  'hidden',
  'held',
  'withdrawn',
  'edited',
  'quarantined',
  'redacted',
  'answer',
  'proposal',
  'banned',
  'reached',
  'draft',
  'waiting',
  'plan',
  'response',
  'warning',
  'order',
] as const;
type Secret = (typeof SECRETS)[number];
const searched = (secret: Secret) => `skovsnegl${secret}`;
const kept = (secret: Secret) => `gulspurv${secret}`;
const textOf = (secret: Secret) => `Der er en ${searched(secret)} og en ${kept(secret)} i haven.`;
/** What others may change of one's own: how many they are, and when. */
const COUNTS = [
  ...['agree_count', 'disagree_count', 'pass_count', 'support', 'bridging', 'reply_count', 'said_count'],
  ...['support_count', 'participant_count', 'comment_count', 'report_count', 'revision'],
];
/** Parameters in which one searches. */
const SEARCHES = ['search', 'q', 'title', 'text', 'beginning'];
const PUBLIC = 'Her sidder en stillits i hegnet.';

describe('the API', () => {
  const world = aWorld();
  let place: PublishedPolicy;
  let at: string;
  let addresses: Addresses;
  let hiddenPicture: string;
  const people = {} as Record<
    | 'author'
    | 'reporter'
    | 'supporter'
    | 'neighbour'
    | 'council'
    | 'staff'
    | 'administrator'
    | 'moderator'
    | 'authorWhoModerates'
    | 'stranger',
    Someone
  >;
  const notifier = { name: 'Kirsten Anmelder', email: 'kirsten@anmelder.example' };
  /** Who notified what a moderator had written. */
  const braveNotifier = { name: 'Niels Modig', email: 'niels@anmelder.example' };

  const must = async (route: string, as: Someone | null, body?: object) => {
    const answer = await ask(world, route, { as, ...(body ? { body } : {}) });
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  beforeAll(async () => {
    place = await aPolicy(world);
    const { municipality, threads } = place;
    at = `/api/municipalities/${municipality.slug}`;
    const elsewhere = await aMunicipality(world);
    people.author = await someone(world, municipality, ['resident'], { name: 'Asta Forfatter' });
    people.reporter = await someone(world, municipality, ['resident'], { name: 'Rune Melder' });
    people.supporter = await someone(world, municipality, ['resident'], { name: 'Solveig Tilhænger' });
    people.neighbour = await someone(world, municipality);
    people.council = await someone(world, municipality, ['council']);
    people.staff = await someone(world, municipality, ['staff']);
    people.administrator = await someone(world, municipality, ['administrator']);
    people.moderator = await someone(world, municipality, ['moderator']);
    people.authorWhoModerates = await someone(world, municipality, ['moderator']);
    people.stranger = await someone(world, elsewhere, [...ROLES]);
    const { author, reporter, supporter, neighbour, staff, moderator, authorWhoModerates } = people;

    const said = (secret: Secret) => aComment(world, place, { by: author, body: textOf(secret) });
    await aComment(world, place, { by: neighbour, body: PUBLIC });
    const picture = (await upload(world, municipality, author, await aPicture('png'))).body.id;
    const hidden = await must(`POST ${at}/threads/${threads[0]!.id}/comments`, author, {
      body: textOf('hidden'),
      attachment: { id: picture, alt: `Billede: ${kept('hidden')}` },
    });
    hiddenPicture = hidden.attachment.href;
    const edited = await said('edited');
    const [withdrawn, quarantined, redacted] = [
      await said('withdrawn'),
      await said('quarantined'),
      await said('redacted'),
    ];
    const reported = await aComment(world, place, { by: authorWhoModerates, body: 'Det er noget vrøvl.' });
    const proposal = await anInitiative(world, place, {
      by: author,
      title: textOf('proposal'),
      text: textOf('proposal'),
    });
    const banned = await anInitiative(world, place, {
      by: author,
      title: textOf('banned'),
      text: textOf('banned'),
    });
    const reached = await anInitiative(world, place, {
      by: author,
      title: textOf('reached'),
      text: textOf('reached'),
      threshold: 1,
    });
    await anInitiative(world, place, {
      by: author,
      title: textOf('draft'),
      text: textOf('draft'),
      draft: true,
    });

    const waits = await anInitiative(world, place, {
      by: author,
      title: textOf('waiting'),
      text: textOf('waiting'),
      draft: true,
    });
    await world.source.query(
      "UPDATE initiative SET status = 'review', held_at = now(), held_reason = 'links' WHERE id = $1",
      [waits.id],
    );

    // Everything that remembers what was said: followers, supporters, answers, links, plans, reports, notices.
    for (const subject of [
      `thread/${threads[0]!.id}`,
      `policy/${place.policy.id}`,
      `goal/${place.goals[0]!.id}`,
    ])
      await must(`PUT ${at}/follows/${subject}`, neighbour);
    for (const { id } of [proposal, banned, reached]) {
      await must(`PUT ${at}/follows/initiative/${id}`, neighbour);
      await must(`PUT ${at}/initiatives/${id}/support`, supporter);
      await must(`PUT ${at}/initiatives/${id}/participation`, supporter);
      const below = await must(`GET ${at}/threads?subject=initiative:${id}`, null);
      await must(`POST ${at}/threads/${below.id}/comments`, neighbour, { body: 'Godt forslag!' });
    }
    await must(`POST ${at}/threads/${threads[0]!.id}/comments`, neighbour, {
      body: 'Det var da et svar værd.',
      parentId: hidden.id,
    });
    await must(`POST ${at}/threads/${threads[0]!.id}/comments`, author, {
      body: textOf('held'),
      parentId: (await aComment(world, place, { by: neighbour })).id,
    });
    const neighbours = await aComment(world, place, { by: neighbour });
    const answer = await must(`POST ${at}/threads/${threads[0]!.id}/comments`, author, {
      body: `@${neighbour.name} ${textOf('answer')}`,
      parentId: neighbours.id,
    });
    const comments = [hidden, edited, withdrawn, quarantined, redacted, answer];
    const commentIds = comments.map(({ id }) => id);
    const initiativeIds = [proposal.id, banned.id, reached.id];
    const work = await aProcess(world, place, { by: staff });
    const theme = await must(`POST ${at}/processes/${work.id}/themes`, staff, { title: 'Fugle' });
    await must(`POST ${at}/processes/${work.id}/links`, staff, {
      commentIds,
      initiativeIds,
      themeId: (theme.themes ?? [theme]).at(-1).id,
    });
    await must(`PUT ${at}/themes/${(theme.themes ?? [theme]).at(-1).id}/response`, staff, {
      outcome: 'declined',
      text: textOf('response'),
    });
    await aPlan(world, place, {
      year: 2029,
      published: true,
      actions: [{ comments, initiatives: [proposal, banned, reached] }],
    });
    await aPlan(world, place, {
      year: 2030,
      title: textOf('plan'),
      actions: [{ title: textOf('plan'), description: textOf('plan') }],
    });
    for (const subject of [
      `comments/${hidden.id}`,
      `comments/${reported.id}`,
      `initiatives/${proposal.id}`,
      `initiatives/${reached.id}`,
    ])
      await must(`POST ${at}/${subject}/reports`, reporter, { reasonCode: 'insult', text: 'Se selv.' });
    const notices = [];
    for (const { reference } of [quarantined, reported, hidden, banned, proposal])
      notices.push(
        await must(`POST ${at}/notices`, null, {
          location: reference,
          reasonCode: 'unlawful-threat',
          text: 'Det er da en trussel mod os alle.',
          ...(reference === reported.reference ? braveNotifier : notifier),
          goodFaith: true,
        }),
      );

    await must(`POST ${at}/moderation/initiatives/${reached.id}/decisions`, moderator, { action: 'keep' });
    await workOff(world);
    await world.source.query("UPDATE mail SET created_at = created_at - interval '1 day'");

    // And then it goes out of sight.
    await must(`PUT ${at}/comments/${edited.id}`, author, { body: 'Nu står her noget andet.' });
    await must(`DELETE ${at}/comments/${withdrawn.id}`, author);
    const decide = (subject: string, body: object) =>
      must(`POST ${at}/moderation/${subject}/decisions`, moderator, body);
    const why = { reasonCode: 'insult', reason: 'Går efter personen.', lastDecisionId: null };
    await decide(`comments/${hidden.id}`, { action: 'hide', ...why });
    await decide(`comments/${edited.id}`, { action: 'hide', ...why });
    await decide(`comments/${quarantined.id}`, { action: 'remove', ...why });
    await decide(`comments/${redacted.id}`, {
      action: 'edit',
      ...why,
      passages: [{ from: redacted.body!.indexOf(kept('redacted')), text: kept('redacted') }],
    });
    await decide(`comments/${answer.id}`, { action: 'hide', ...why });
    await decide(`initiatives/${proposal.id}`, { action: 'hide', ...why });
    await decide(`initiatives/${reached.id}`, { ...why, action: 'hide', lastDecisionId: undefined });
    await decide(`initiatives/${banned.id}`, { action: 'remove', ...why });
    const { lastDecision } = await decide(`comments/${reported.id}`, { action: 'keep' });
    await must(`POST ${at}/decisions/${lastDecision.id}/appeal`, reporter, { text: 'Det er ikke i orden.' });
    await world.source.query(`UPDATE comment SET held_at = now(), held_reason = 'links' WHERE body = $1`, [
      textOf('held'),
    ]);
    const waiting: { id: string }[] = await world.source.query(
      'SELECT id FROM notice WHERE municipality_id = $1',
      [municipality.id],
    );
    for (const { id } of waiting)
      await must(`POST ${at}/moderation/notices/${id}/decision`, moderator, {
        outcome: 'turned-down',
        text: 'Det er ikke en trussel.',
      });
    await must(`POST ${at}/moderation/people/${author.id}/restrictions`, moderator, {
      kind: 'warning',
      reasonCode: 'insult',
      facts: textOf('warning'),
      commentIds: [hidden.id],
    });
    await must(`POST ${at}/moderation/orders`, people.administrator, {
      authority: 'Rigspolitiet',
      reference: '2026-117',
      location: neighbours.reference,
      receivedAt: new Date().toISOString(),
      text: textOf('order'),
    });
    for (const { reference } of [hidden, reported])
      for (const scope of ['thread', 'person'])
        await must(`POST ${at}/records`, staff, { scope, about: reference });
    for (const as of [author, authorWhoModerates, neighbour, supporter])
      await must(`POST ${at}/me/records`, as);
    await workOff(world);
    addresses = await Addresses.of(world, municipality.id, {
      slug: [place.policy.slug],
      number: ['1', '2'],
      policySlug: [place.policy.slug],
      token: notices.map(({ token }) => token),
    });
  });

  /** What the contract lets one ask for on a route: what must be said, what searches, and every choice there is. */
  const queriesOf = (path: string): string[] => {
    const parameters = (describedBy(world.openapi, { method: 'GET', path })?.parameters ?? []).filter(
      (parameter) => parameter.in === 'query',
    );
    const valuesOf = ({ name, schema }: (typeof parameters)[number]): string[] => {
      if (name === 'subject')
        return ['goal', 'initiative', 'process'].flatMap((kind) =>
          addresses.valuesOf(`${kind}Id`).map((id) => `${kind}:${id}`),
        );
      if (name === 'since') return ['0'];
      // Where a link leads.
      if (name === 'from') return [...addresses.valuesOf('commentId')];
      if (name.endsWith('Id')) return [...addresses.valuesOf(name)];
      if (SEARCHES.includes(name)) return SECRETS.map(searched);
      return choicesOf(world.openapi, schema);
    };
    const required = parameters.filter((parameter) => parameter.required);
    const first = required.map((parameter) => `${parameter.name}=${valuesOf(parameter)[0] ?? 'skovsnegl'}`);
    const asked = new Set([first.join('&')]);
    for (const parameter of parameters)
      for (const value of valuesOf(parameter)) {
        const others = first.filter((said) => !said.startsWith(`${parameter.name}=`));
        asked.add([...others, `${parameter.name}=${value}`].join('&'));
      }
    return [...asked];
  };

  type Answer = { route: string; status: number; text: string };
  const read = new Map<string, Answer[]>();

  /** Every answer the API gives that person to a question; asked once, as reading changes nothing. */
  const answersTo = async (as: Someone | null, base = at): Promise<Answer[]> => {
    const key = `${as?.id} ${base}`;
    const known = read.get(key);
    if (known) return known;
    const answers: Answer[] = [];
    for (const { method, path } of routesOf(world)) {
      if (method !== 'GET') continue;
      for (const address of addresses.all(path.replace('/api/municipalities/:municipality', base)))
        for (const query of queriesOf(path)) {
          const url = query ? `${address}?${query}` : address;
          const { status, body } = await ask(world, `GET ${encodeURI(url)}`, { as });
          answers.push({ route: url, status, text: typeof body === 'string' ? body : JSON.stringify(body) });
          // Whom an address is closed to, it is whatever they search for.
          if ([401, 403, 404].includes(status)) break;
        }
    }
    read.set(key, answers);
    return answers;
  };
  const holding = (answers: { route: string; text: string }[], texts: readonly string[]) =>
    answers.flatMap(({ route, text }) =>
      texts.filter((one) => text.includes(one)).map((one) => `${route} tells "${one}"`),
    );

  /** Every row of the municipality, or of no single one, without what counts and orders what others do. */
  const rows = async (): Promise<string[]> => {
    const tables: { name: string; own: boolean }[] = await world.source.query(
      `SELECT table_name AS name, bool_or(column_name = 'municipality_id') AS own
       FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name ORDER BY table_name`,
    );
    const all: string[] = [];
    for (const { name, own } of tables) {
      const found: { row: object }[] = await world.source.query(
        `SELECT to_jsonb(row) - $1::text[] AS row FROM "${name}" AS row
         ${own ? `WHERE municipality_id = '${place.municipality.id}'` : ''} ORDER BY 1`,
        [COUNTS],
      );
      all.push(...found.map(({ row }) => `${name} ${JSON.stringify(row)}`));
    }
    return all;
  };

  /** Sends something that looks right to every address that changes something; gives what was neither refused nor nothing. */
  const writesOf = async (as: Someone, base: string) => {
    const done: string[] = [];
    let tried = 0;
    for (const route of routesOf(world)) {
      if (route.method === 'GET' || !/:municipality\/.*:/.test(route.path)) continue;
      const schema = describedBy(world.openapi, route)?.requestBody?.content['application/json']?.schema;
      const idOf = (name: string) => addresses.valuesOf(name)[0] ?? addresses.valuesOf('commentId')[0]!;
      for (const url of addresses.all(route.path.replace('/api/municipalities/:municipality', base))) {
        const { status, body } = await ask(world, `${route.method} ${url}`, {
          as,
          ...(schema ? { body: exampleOf(world.openapi, schema, idOf) as object } : {}),
        });
        tried++;
        // To let go of what one does not hold is no fault.
        const nothing = route.method === 'DELETE' && (status === 204 || body.following === false);
        if (!nothing && ![403, 404, 409, 422].includes(status))
          done.push(`${route.method} ${route.path} ${status}${status >= 500 ? JSON.stringify(body) : ''}`);
      }
    }
    return { tried, done: [...new Set(done)] };
  };

  it('tells nobody what was hidden, held, taken back, removed or never published, by any of its addresses', async () => {
    const found: string[] = [];
    for (const [who, as] of [
      ['a visitor', null],
      ['a neighbour', people.neighbour],
      ['a council', people.council],
      ['one who supported it', people.supporter],
      ['one who reported it', people.reporter],
      ['everyone elsewhere', people.stranger],
    ] as const) {
      const answers = await answersTo(as);
      for (const fault of [
        ...holding(answers, SECRETS.map(kept)),
        ...answers.filter(({ status }) => status >= 500).map(({ route, status }) => `${route} ${status}`),
      ])
        found.push(`${who}: ${fault}`);
      // The sweep does read: what everyone may read is there.
      expect(holding(answers, [PUBLIC]).length).toBeGreaterThan(2);
    }
    expect(found).toEqual([]);
  });

  it('tells a moderator what was hidden, and not what was removed', async () => {
    const answers = await answersTo(people.moderator);
    const seen = (secret: Secret) => holding(answers, [kept(secret)]).length;
    expect(seen('hidden')).toBeGreaterThan(0);
    expect(seen('held')).toBeGreaterThan(0);
    expect([seen('quarantined'), seen('banned'), seen('redacted')]).toEqual([0, 0, 0]);
    const removed = ['quarantined', 'banned', 'redacted'].map((secret) => kept(secret as Secret));
    expect(holding(await answersTo(people.administrator), removed)).toEqual([]);
    // Staff read what is hidden where they answer a request for access, and nowhere else.
    const staff = await answersTo(people.staff);
    const elsewhere = staff.filter(({ route }) => !route.includes('/records/'));
    expect(holding(elsewhere, [kept('hidden'), kept('proposal')])).toEqual([]);
    expect(holding(staff, [...removed, kept('draft')])).toEqual([]);
  });

  it('tells nobody by letter either, nor by a picture', async () => {
    const letters: { text: string }[] = await world.source.query(
      `SELECT mail.subject || mail.text || mail.html AS text FROM mail
       LEFT JOIN person ON person.email = mail.recipient WHERE mail.created_at > now() - interval '1 hour' AND person.id IS DISTINCT FROM $1`,
      [people.author.id],
    );
    const told = letters.map(({ text }, number) => ({ route: `letter ${number}`, text }));
    expect(told.length).toBeGreaterThan(0);
    expect(holding(told, SECRETS.map(kept))).toEqual([]);
    for (const as of [null, people.neighbour, people.stranger])
      expect((await ask(world, `GET ${hiddenPicture}`, { as })).status).toBe(404);
  });

  // CVE-2024-27090: e-mail addresses and other private data came with the author of what was embedded.
  it('tells nobody anyone’s e-mail address', async () => {
    const addressesOfPeople: { email: string }[] = await world.source.query(
      'SELECT email::text AS email FROM person',
    );
    const all = [...addressesOfPeople.map(({ email }) => email), notifier.email, braveNotifier.email];
    const emailOf = async ({ id }: Someone) =>
      (
        (await world.source.query('SELECT email::text AS email FROM person WHERE id = $1', [id])) as {
          email: string;
        }[]
      )[0]!.email;
    for (const as of [null, people.neighbour, people.council, people.staff]) {
      const own = as ? await emailOf(as) : '';
      expect(
        holding(
          await answersTo(as),
          all.filter((email) => email !== own),
        ),
      ).toEqual([]);
    }
  });

  it('tells nobody who reported or notified, least of all whom it is about, be it a moderator', async () => {
    const who = [people.reporter.name, people.reporter.id, ...Object.values(braveNotifier)];
    expect(holding(await answersTo(people.authorWhoModerates), who)).toEqual([]);
    for (const as of [people.author, people.neighbour, people.council, people.staff, null])
      expect(holding(await answersTo(as), [...who, ...Object.values(notifier)])).toEqual([]);
    // Another moderator may know, to write back.
    expect(holding(await answersTo(people.moderator), Object.values(braveNotifier)).length).toBeGreaterThan(
      0,
    );
  });

  it('tells nobody who supports an initiative', async () => {
    const who = [people.supporter.name, people.supporter.id];
    for (const as of [null, people.author, people.neighbour, people.moderator])
      expect(holding(await answersTo(as), who)).toEqual([]);
  });

  // CVE-2026-45330, CVE-2026-45414: an administrator of one tenant reached the rows of another.
  it('neither tells anything of another municipality nor lets it be changed, whatever roles one holds in one’s own', async () => {
    const [{ slug }] = (await world.source.query(
      `SELECT slug FROM municipality JOIN membership ON membership.municipality_id = municipality.id
       WHERE membership.person_id = $1 LIMIT 1`,
      [people.stranger.id],
    )) as [{ slug: string }];
    const there = `/api/municipalities/${slug}`;
    const answers = await answersTo(people.stranger, there);
    const texts = [PUBLIC, ...SECRETS.map(kept), people.author.name, place.policy.title];
    expect(holding(answers, texts)).toEqual([]);

    const before = await rows();
    const { tried, done } = await writesOf(people.stranger, there);
    expect(tried).toBeGreaterThan(100);
    expect(done).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  // CVE-2026-40869 (Decidim): anyone could accept an amendment to anyone's proposal. CVE-2023-36465: or edit templates.
  it('lets a resident change nothing that is another’s', async () => {
    const before = await rows();
    const { tried, done } = await writesOf(people.council, at);
    expect(tried).toBeGreaterThan(100);
    expect(done.filter((one) => / 5\d\d/.test(one))).toEqual([]);
    const missing = async () => {
      const after = new Set(await rows());
      return before.filter((row) => !after.has(row));
    };
    expect(await missing()).toEqual([]);
    // The same, sent by whoever may: then something is another.
    await writesOf(people.moderator, at);
    expect((await missing()).length).toBeGreaterThan(0);
  });
});
