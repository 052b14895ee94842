import { describe, expect, it, jest } from '@jest/globals';
import type { Language } from '@medvind/contracts';
import { aComment, anInitiative, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { aMailServer } from '../../test/mail-server.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import { MailingsService } from './mailings.service.js';

// A letter box of a few thousand.
jest.setTimeout(60_000);

describe('mail of what happens', () => {
  const server = aMailServer();
  const world = aWorld({ config: () => ({ smtpUrl: server.url, publicUrl: 'https://medvind.example' }) });

  const emailOf = async ({ id }: Someone): Promise<string> =>
    (await world.source.query('SELECT email FROM person WHERE id = $1', [id]))[0].email;
  const lettersTo = async (person: Someone) => {
    await workOff(world);
    const email = await emailOf(person);
    return server.letters.filter(({ envelope }) => envelope.includes(email));
  };
  const choose = async (published: PublishedPolicy, as: Someone, wishes: object) => {
    const url = `/api/municipalities/${published.municipality.slug}/notification-settings`;
    const { body } = await ask(world, `GET ${url}`, { as });
    return ask(world, `PUT ${url}`, { as, body: { ...body, ...wishes } });
  };
  const follow = ({ municipality }: PublishedPolicy, as: Someone, kind: string, id: string) =>
    ask(world, `PUT /api/municipalities/${municipality.slug}/follows/${kind}/${id}`, { as });
  const digests = async (pace: 'daily' | 'weekly') => {
    // What has just happened belongs to the next round; here it happened a while ago.
    await world.source.query(
      "UPDATE activity SET happened_at = happened_at - interval '5 seconds'; UPDATE activity_subject SET happened_at = happened_at - interval '5 seconds'; UPDATE follow SET created_at = created_at - interval '10 seconds'; UPDATE notification SET created_at = created_at - interval '5 seconds'",
    );
    await world.app.get(MailingsService).beginDigests(pace);
    return workOff(world);
  };
  const aFollower = async (published: PublishedPolicy, language: Language = 'da', wishes: object = {}) => {
    const ida = await someone(world, published.municipality, ['resident'], { name: 'Ida Holm', language });
    await follow(published, ida, 'goal', published.goals[0]!.id);
    await choose(published, ida, wishes);
    return ida;
  };

  it('tells who is answered at once, in their language, with what was said', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality, ['resident'], { language: 'sv' });
    const comment = await aComment(world, published, { by: ida });
    const bo = await someone(world, published.municipality, ['resident'], { name: 'Bo Lind' });
    await aComment(world, published, { by: bo, parentId: comment.id, body: 'Ja, og lygter.' });
    const [letter, ...others] = await lettersTo(ida);
    expect(others).toEqual([]);
    expect(letter!.subject).toBe('Bo Lind har svarat dig i diskussionen om ”Deltag”');
    expect(letter!.text).toContain('> Ja, og lygter.');
    expect(letter!.html).toContain('<html lang="sv">');
    expect(letter!.from?.text).toContain(published.municipality.name);
  });

  it('tells of a decision only once it cannot be taken back any more', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const moderator = await someone(world, published.municipality, ['moderator']);
    const here = `/api/municipalities/${published.municipality.slug}/moderation`;
    const hide = async () => {
      const comment = await aComment(world, published, { by: ida });
      const { body } = await ask(world, `POST ${here}/comments/${comment.id}/decisions`, {
        as: moderator,
        body: { action: 'hide', reasonCode: 'insult', reason: 'Går efter personen.' },
      });
      return body.lastDecision.id as string;
    };
    const slip = await hide();
    const meant = await hide();
    expect(await lettersTo(ida)).toEqual([]);
    await ask(world, `POST ${here}/undo`, { as: moderator, body: { decisionIds: [slip] } });
    await world.source.query(
      `UPDATE notification SET mail_after = now() - interval '1 second' WHERE decision_id = $1`,
      [meant],
    );
    await world.source.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()');
    const letters = await lettersTo(ida);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.text).toContain('Går efter personen.');
  });

  it('does not quote what was hidden meanwhile, and does not mail about it', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const comment = await aComment(world, published, { by: ida });
    const answer = await aComment(world, published, { parentId: comment.id, body: 'Noget grimt' });
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [answer.id]);
    expect(await lettersTo(ida)).toEqual([]);
  });

  it('gathers the week by what is followed, the newest first, and leaves out what cannot be read', async () => {
    const published = await aPolicy(world);
    const ida = await aFollower(published);
    for (const body of ['Første', 'Anden', 'Tredje', 'Fjerde']) await aComment(world, published, { body });
    const hidden = await aComment(world, published, { body: 'Skjult siden' });
    await anInitiative(world, published, { title: 'Flere bænke ved vandet' });
    await workOff(world);
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    expect(await lettersTo(ida)).toEqual([]);
    await digests('weekly');
    const [letter, ...others] = await lettersTo(ida);
    expect(others).toEqual([]);
    expect(letter!.subject).toBe(`Ugens nyt fra ${published.municipality.name}`);
    const { text = '' } = letter!;
    expect(text).not.toContain('Skjult siden');
    expect(text).not.toContain('Første');
    expect(text.indexOf('Flere bænke ved vandet')).toBeLessThan(text.indexOf('Fjerde'));
    expect(text.indexOf('Fjerde')).toBeLessThan(text.indexOf('Tredje'));
    expect(text).toContain('og 2 til');
    expect(text).toContain(`https://medvind.example/${published.municipality.slug}/goals/`);
  });

  it('is never empty: nothing happened, only one’s own, or only what was hidden', async () => {
    const published = await aPolicy(world);
    const ida = await aFollower(published);
    await digests('weekly');
    await aComment(world, published, { by: ida });
    const hidden = await aComment(world, published);
    await world.source.query('UPDATE comment SET hidden_at = now() WHERE id = $1', [hidden.id]);
    await digests('weekly');
    expect(await lettersTo(ida)).toEqual([]);
  });

  it('is sent once: its job run twice at the same time, again, and after the pace was changed', async () => {
    const published = await aPolicy(world);
    const ida = await aFollower(published, 'da', { followed: 'daily' });
    await aComment(world, published);
    await workOff(world);
    await world.source.query("UPDATE activity_subject SET happened_at = now() - interval '1 minute'");
    await world.source.query("UPDATE follow SET created_at = now() - interval '1 hour'");
    const mailings = world.app.get(MailingsService) as unknown as {
      mailDigests(job: object): Promise<void>;
    };
    const round = {
      municipalityId: published.municipality.id,
      pace: 'daily',
      from: new Date(Date.now() - 86_400_000).toISOString(),
      until: new Date().toISOString(),
      after: null,
    };
    await Promise.all([1, 2, 3].map(() => mailings.mailDigests(round)));
    await mailings.mailDigests(round);
    await choose(published, ida, { followed: 'weekly' });
    await digests('weekly');
    expect(await lettersTo(ida)).toHaveLength(1);
  });

  it('comes at once to who asked for that, and never to who wants none', async () => {
    const published = await aPolicy(world);
    const ida = await aFollower(published, 'en', { followed: 'at-once' });
    const bo = await aFollower(published, 'da', { mail: 'never', followed: 'at-once' });
    await aComment(world, published, { body: 'Her og nu' });
    expect((await lettersTo(ida)).map(({ text }) => text)).toEqual([expect.stringContaining('> Her og nu')]);
    await digests('daily');
    await digests('weekly');
    expect(await lettersTo(ida)).toHaveLength(1);
    expect(await lettersTo(bo)).toEqual([]);
  });

  it('does not reach who has left the municipality', async () => {
    const published = await aPolicy(world);
    const ida = await aFollower(published);
    await aComment(world, published);
    await world.source.query('DELETE FROM membership WHERE person_id = $1', [ida.id]);
    await digests('weekly');
    expect(await lettersTo(ida)).toEqual([]);
  });

  it('ends with one click from a mail program, for that person, kind and municipality alone', async () => {
    const published = await aPolicy(world);
    const other = await aMunicipality(world);
    const ida = await aFollower(published);
    await aComment(world, published);
    await digests('weekly');
    const [letter] = await lettersTo(ida);
    const header = letter!.headerLines.find(({ key }) => key === 'list-unsubscribe')!.line;
    const url = new URL(/<(.+)>/.exec(header)![1]!);
    expect(url.pathname).toBe(`/${published.municipality.slug}/unsubscribe`);
    const settings = async () =>
      (
        await ask(world, `GET /api/municipalities/${published.municipality.slug}/notification-settings`, {
          as: ida,
        })
      ).body;
    const looked = await ask(
      world,
      `GET /api/municipalities/${published.municipality.slug}/unsubscribe${url.search}`,
    );
    expect(looked.body).toEqual({ scope: 'weekly' });
    expect(await settings()).toMatchObject({ followed: 'weekly' });
    const elsewhere = await ask(world, `POST /${other.slug}/unsubscribe${url.search}`, { body: {} });
    expect(elsewhere.status).toBe(404);
    const forged = `?token=${encodeURIComponent(url.searchParams.get('token')!.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')))}`;
    expect((await ask(world, `POST ${url.pathname}${forged}`, { body: {} })).status).toBe(404);
    expect(await settings()).toMatchObject({ followed: 'weekly' });

    const clicked = await world.app.inject({
      method: 'POST',
      url: url.pathname + url.search,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect(clicked.statusCode).toBe(200);
    expect(await settings()).toMatchObject({ followed: 'never', answers: 'at-once', outcomes: 'daily' });
    await aComment(world, published);
    await digests('weekly');
    expect(await lettersTo(ida)).toHaveLength(1);
  });

  it('takes the page’s button without a script back to the page', async () => {
    const published = await aPolicy(world);
    const ida = await aFollower(published);
    await aComment(world, published);
    await digests('weekly');
    const [letter] = await lettersTo(ida);
    const [, path] = /https:\/\/medvind\.example(\/\S+unsubscribe\?token=\S+)/.exec(letter!.text!)!;
    const pressed = await world.app.inject({
      method: 'POST',
      url: path!,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: '',
    });
    expect(pressed.statusCode).toBe(303);
    expect(pressed.headers.location).toContain('done=true');
  });

  it('costs jobs and queries by the batch, not by the person', async () => {
    const published = await aPolicy(world);
    const goal = published.goals[0]!;
    const residents = 1200;
    await world.source.query(
      `WITH made AS (
         INSERT INTO person (email, name, language)
         SELECT 'follower-' || n || '@borger.example', 'Følger ' || n, 'da' FROM generate_series(1, $1) AS n RETURNING id
       ), member AS (
         INSERT INTO membership (person_id, municipality_id, role) SELECT id, $2, 'resident' FROM made
       )
       INSERT INTO follow (person_id, municipality_id, kind, subject_id) SELECT id, $2, 'goal', $3 FROM made`,
      [residents, published.municipality.id, goal.id],
    );
    await aComment(world, published, { body: 'Til alle' });
    expect(await workOff(world)).toEqual({ 'tell-followers': 2 });
    const [{ towns }] = await world.source.query('SELECT count(*)::int AS towns FROM municipality');
    const runner = world.source.createQueryRunner();
    const asked = jest.spyOn(Object.getPrototypeOf(runner) as typeof runner, 'query');
    await runner.release();
    const ran = await digests('weekly');
    const queries = asked.mock.calls.length;
    asked.mockRestore();
    // Three batches of at most 500, the first of them every town's; each is made by one job and sent by one.
    expect(ran).toEqual({ 'mail-digests': towns + 2, 'send-mail': 3 });
    // A dozen for a batch and its transaction, two for every fifty letters handed over, a few for each other town.
    expect(queries).toBeLessThan(3 * 20 + 2 * Math.ceil(residents / 50) + 8 * towns + 10);
    const sent = server.letters.filter(({ envelope }) => envelope[0]?.startsWith('follower-'));
    expect(sent).toHaveLength(residents);
    expect(new Set(sent.map(({ envelope }) => envelope[0])).size).toBe(residents);
  });
});
