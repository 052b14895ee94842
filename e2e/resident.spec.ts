import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import type { Schema } from '@medvind/api-client';
import type { Translate } from '../apps/web/src/i18n/i18n.js';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { aPolicy, ask, nameOf } from './support/asking.js';
import { eventually, faultAt } from './support/eventually.js';
import { aText, comment, commentWith, composer, goalPath, open, seeArrive } from './support/goals.js';
import { aJourney, awake } from './support/journey.js';
import { onToReview } from './support/proposal.js';
import { onlyIn, TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(60_000);

/** Where they go, and what they say there. */
const PLACES = {
  helsingor: {
    policy: 'Politik for naboskab',
    goal: 'Naboer mødes i hverdagen',
    says: {
      hello: 'Hej, jeg er ny her på vejen',
      once: 'Det virker hos os: vi spiser sammen den første onsdag',
      half: 'Hos os er det trappen, der',
      missing: 'Der mangler et sted at være, når det regner',
      reply: 'Fælleshuset står tomt om onsdagen',
      before: 'Vi mødes torsdag klokken fem',
      after: 'Vi mødes fredag klokken fem',
      answer: 'Der kan jeg godt',
      earlier: 'Bænken er malet',
      meanwhile: 'Malingen er tør nu',
      later: 'Og der er kaffe',
      slow: 'Det tog mig lang tid at skrive det her',
      question: 'Bliver det til noget?',
    },
    propose: { policy: 'arkitekturpolitiske-maal', goal: 'Mere grønt midt i byen' },
    like: { typed: 'Flere træer på Axeltorv', found: 'Vandpost og fire rigtige træer på Axeltorv' },
    idea: 'Et krydderurtebed bag biblioteket',
    why: 'Der er en solrig mur, som ingen bruger. Vi vil gerne plante og passe bedet selv.',
    promised: 'Jeg har siddet i elevråd i fem år',
  },
  helsingborg: {
    policy: 'Policy för grannskap',
    goal: 'Grannar möts i vardagen',
    says: {
      hello: 'Hej, jag är ny på gatan',
      once: 'Det fungerar hos oss: vi äter ihop första onsdagen',
      half: 'Hos oss är det trappan som',
      missing: 'Det saknas ett ställe att vara på när det regnar',
      reply: 'Föreningslokalen står tom på onsdagar',
      before: 'Vi ses på torsdag klockan fem',
      after: 'Vi ses på fredag klockan fem',
      answer: 'Då kan jag',
      earlier: 'Bänken är målad',
      meanwhile: 'Färgen har torkat nu',
      later: 'Och det finns kaffe',
      slow: 'Det tog lång tid att skriva det här',
      question: 'Blir det något av det?',
    },
    propose: { policy: 'program-for-en-delaktig-stad-2025-2032', goal: 'Träd, skugga och svalka' },
    like: { typed: 'Mullbärsträd vid skolorna', found: 'Ett mullbärsträd vid varje skola' },
    idea: 'Hängmattor under bokarna i Pålsjö',
    why: 'Där är svalt även i juli. Vi är några grannar som kan sätta upp och ta ner dem.',
    promised: 'Vi lämnade ett förslag om cykelställ i sjuan',
  },
} as const;

/** A vote's button by what one hears: "Enig, 1 har valgt det". */
const vote = (at: Locator, t: Translate, which: 'agree' | 'disagree' | 'pass', count: number) =>
  at.getByRole('button', {
    name: t('discussions:vote.chosen', { vote: t(`discussions:vote.${which}`), count }),
    exact: true,
  });

const isPressed = (button: Locator) => button.getAttribute('aria-pressed');

/** Counts how often the window is loaded anew. */
function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on('load', () => loads++);
  return () => loads;
}

describe.each(TOWNS)('a resident of $slug', (town) => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const place = PLACES[town.slug];
  const { says } = place;
  const [mine, theirs] = town.residents;
  const button = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true });

  let address: string | undefined;
  /** A goal that only these journeys talk about. */
  async function talk(): Promise<string> {
    if (!address) {
      const staff = await journey.enter(town.staff);
      const { goals } = await aPolicy(staff, town, aText(place.policy), [place.goal]);
      address = `/${town.slug}/goals/${goals[0]!.id}`;
    }
    return address;
  }

  /** Both at the same goal, each in a window of their own. */
  async function two(options?: BrowserContextOptions): Promise<[Page, Page]> {
    const pages = await Promise.all([journey.enter(mine, options), journey.enter(theirs, options)]);
    const path = await talk();
    await Promise.all(pages.map((page) => open(page, path)));
    return pages;
  }

  /** Who writes here for the first time reads the rules; what they wrote is sent then. */
  const acceptConduct = (page: Page) =>
    button(
      page.getByRole('dialog', { name: t('identity:conduct.title') }),
      t('identity:conduct.accept'),
    ).click();

  it('joins, is told at the field what is wrong, loses nothing, and comes back to where they were', async () => {
    const page = await journey.enter();
    const path = await talk();
    await open(page, path);
    const header = page.getByRole('banner');
    await header.getByRole('link', { name: t('app:account.join') }).click();
    await page.getByRole('heading', { level: 1, name: t('identity:join.title') }).waitFor();

    const name = page.getByRole('textbox', { name: t('identity:name') });
    const email = page.getByRole('textbox', { name: t('identity:email') });
    const password = page.getByLabel(t('identity:password'));
    const submit = button(page.getByRole('main'), t('identity:join.submit'));
    await name.fill('Vilma Strand');
    await email.fill('vilma.strand');
    await password.fill('kort');
    await submit.click();
    await page.getByRole('alert').waitFor();
    expect(await faultAt(name)).toBeNull();
    expect(await faultAt(email)).toBe(t('app:faults.not-an-email'));
    expect(await faultAt(password)).toBe(t('app:faults.too-short', { count: 10 }));
    expect(await name.inputValue()).toBe('Vilma Strand');
    expect(await email.inputValue()).toBe('vilma.strand');

    await email.fill(mine);
    await password.fill('en lang sti ved vandet');
    await submit.click();
    await eventually(() => faultAt(email), t('app:faults.taken'));

    await email.fill(`vilma.${randomUUID().slice(0, 8)}@borger.example`);
    await submit.click();
    await page.waitForURL(journey.address(path));
    await header.getByText('Vilma Strand').waitFor();
    await awake(page);
    const text = aText(says.hello);
    await composer(page, t).fill(text);
    await button(page, t('discussions:composer.send')).click();
    await acceptConduct(page);
    await commentWith(page, text).waitFor();
  });

  onlyIn(town, 'helsingor')(
    'says something once however often they click, and is heard by others at once',
    async () => {
      const [writer, reader] = await two();
      const loads = loadsOf(reader);
      const half = says.half;
      await composer(reader, t).fill(half);
      const text = aText(says.once);
      const sent: string[] = [];
      writer.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/comments')) sent.push(request.url());
      });
      await composer(writer, t).fill(text);
      await button(writer, t('discussions:composer.send')).dblclick();
      await commentWith(writer, text).waitFor();
      expect(await composer(writer, t).inputValue()).toBe('');

      await seeArrive(reader, t, text);
      expect(loads()).toBe(0);
      expect(await composer(reader, t).inputValue()).toBe(half);
      const whole = aText(`${half} ${says.reply}`);
      await composer(reader, t).fill(whole);
      await button(reader, t('discussions:composer.send')).click();
      await seeArrive(writer, t, whole);
      await open(reader, await talk());
      expect(await commentWith(reader, text).count()).toBe(1);
      expect(sent).toHaveLength(1);
    },
  );

  onlyIn(town, 'helsingborg')(
    'finds what they typed after a reload, also what was typed before the page had woken, and sends it once',
    async () => {
      const page = await journey.enter(mine);
      const faults: string[] = [];
      page.on('pageerror', (fault) => faults.push(fault.message));
      const staff = await journey.enter(town.staff);
      const { goals } = await aPolicy(staff, town, aText(place.policy), [place.goal]);
      await open(page, `/${town.slug}/goals/${goals[0]!.id}`);
      await composer(page, t).pressSequentially(says.half);
      await page.reload();
      await awake(page);
      await eventually(() => composer(page, t).inputValue(), says.half);

      const script = Promise.withResolvers<void>();
      await page.route('**/*.js', async (route) => {
        await script.promise;
        await route.continue();
      });
      await page.reload({ waitUntil: 'commit' });
      await composer(page, t).press('End');
      await composer(page, t).pressSequentially(` ${says.reply}`);
      script.resolve();
      await awake(page);
      const whole = await composer(page, t).inputValue();
      expect(whole).toContain(says.half);
      expect(whole).toContain(says.reply);
      // The first comment of a thread brings parts the page had no use for so far; the page stays meanwhile.
      await page.evaluate(() => {
        const look = () => document.querySelector('.mv-loading') && Object.assign(window, { wentAway: true });
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      });
      await button(page, t('discussions:composer.send')).click();
      await commentWith(page, whole).waitFor();
      expect(await page.evaluate(() => 'wentAway' in window)).toBe(false);
      expect(await composer(page, t).inputValue()).toBe('');
      await page.reload();
      await awake(page);
      expect(await composer(page, t).inputValue()).toBe('');
      expect(await commentWith(page, whole).count()).toBe(1);
      expect(faults).toEqual([]);
    },
  );

  it('is told that nothing is written before being asked who they are', async () => {
    const page = await journey.enter();
    await open(page, await talk());
    await button(page, t('discussions:composer.send')).click();
    await eventually(() => faultAt(composer(page, t)), t('app:faults.required'));
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('is answered and voted on, and sees both as they happen', async () => {
    const [writer, reader] = await two();
    const text = aText(says.missing);
    const own = await comment(writer, t, text);
    const seen = await seeArrive(reader, t, text);
    const name = await nameOf(writer);

    await button(seen, `${t('discussions:reply.action')} ${name}`).click();
    const reply = aText(says.reply);
    await reader.getByRole('textbox', { name: t('discussions:reply.label', { name }) }).fill(reply);
    await button(reader, t('discussions:reply.send')).click();
    await commentWith(reader, reply).waitFor();
    await seeArrive(writer, t, reply);

    await vote(seen, t, 'agree', 0).click();
    await vote(seen, t, 'agree', 1).waitFor();
    expect(await isPressed(vote(seen, t, 'agree', 1))).toBe('true');
    await vote(own, t, 'agree', 1).waitFor();
    expect(await isPressed(vote(own, t, 'agree', 1))).toBe('false');

    await vote(seen, t, 'disagree', 0).click();
    await vote(own, t, 'disagree', 1).waitFor();
    await vote(own, t, 'agree', 0).waitFor();
    await vote(seen, t, 'disagree', 1).click();
    await vote(own, t, 'disagree', 0).waitFor();
    expect(await isPressed(vote(seen, t, 'disagree', 0))).toBe('false');
  });

  it('corrects what they said for all to see, and takes it back while the answers stay', async () => {
    const [writer, reader] = await two();
    const before = aText(says.before);
    const after = aText(says.after);
    const reply = aText(says.answer);
    const own = await comment(writer, t, before);
    const { id } = await own.evaluate((element) => ({ id: element.id }));
    const here = (page: Page) => page.locator(`[id="${id}"]`);
    await seeArrive(reader, t, before);
    await here(reader)
      .getByRole('button', { name: t('discussions:reply.action') })
      .click();
    await here(reader).getByRole('textbox').fill(reply);
    await button(reader, t('discussions:reply.send')).click();
    await seeArrive(writer, t, reply);

    await button(own, t('discussions:edit.action')).click();
    const field = writer.getByRole('textbox', { name: t('discussions:edit.label') });
    expect(await field.inputValue()).toBe(before);
    await field.fill(after);
    await button(writer, t('discussions:edit.save')).click();
    await here(writer).getByText(after).waitFor();
    await here(reader).getByText(after).waitFor();
    await button(here(reader), t('discussions:history.edited')).click();
    await here(reader)
      .getByRole('region', { name: t('discussions:history.title') })
      .getByText(before)
      .waitFor();

    await button(here(writer), t('discussions:remove.action')).click();
    await button(here(writer), t('discussions:remove.confirm')).click();
    await here(writer).getByText(t('discussions:tombstone.removed')).waitFor();
    await here(reader).getByText(t('discussions:tombstone.removed')).waitFor();
    expect(await here(reader).textContent()).not.toContain(after);
    await open(reader, await talk());
    await here(reader).getByText(t('discussions:tombstone.removed')).waitFor();
    expect(await commentWith(reader, reply).isVisible()).toBe(true);
    expect(await reader.getByText(after).count()).toBe(0);
  });

  onlyIn(town, 'helsingor')('misses nothing of what was said while the connection was away', async () => {
    // Under this name the browser itself tells the live connection that the network is gone.
    const [writer, reader] = await two({ baseURL: journey.address('').replace('localhost', '127.0.0.1') });
    const first = aText(says.earlier);
    await comment(writer, t, first);
    await seeArrive(reader, t, first);

    await reader.context().setOffline(true);
    const [second, third] = [aText(says.meanwhile), aText(says.later)];
    await comment(writer, t, second);
    await comment(writer, t, third);
    await reader.getByText(t('app:offline')).waitFor();
    expect(await commentWith(reader, second).count()).toBe(0);
    const half = says.half;
    await composer(reader, t).fill(half);
    await button(reader, t('discussions:composer.send')).click();
    await reader.getByRole('form').getByRole('alert').getByText(t('discussions:kept')).waitFor();

    await reader.context().setOffline(false);
    await seeArrive(reader, t, second);
    await seeArrive(reader, t, third);
    await reader.getByText(t('app:offline')).waitFor({ state: 'detached' });
    expect(await composer(reader, t).inputValue()).toBe(half);
    const whole = aText(half);
    await composer(reader, t).fill(whole);
    await button(reader, t('discussions:composer.send')).click();
    await seeArrive(writer, t, whole);
  });

  onlyIn(town, 'helsingborg')(
    'whose session has ended signs in where they are, and what they wrote is sent',
    async () => {
      const page = await journey.enter(mine);
      const loads = loadsOf(page);
      await open(page, await talk());
      const text = aText(says.slow);
      await composer(page, t).fill(text.slice(0, 8));
      await page.context().clearCookies({ name: 'medvind_session' });
      await composer(page, t).fill(text);
      await button(page, t('discussions:composer.send')).click();

      const dialog = page.getByRole('dialog', { name: t('identity:dialog.title') });
      const password = dialog.getByLabel(t('identity:password'));
      await dialog.getByRole('textbox', { name: t('identity:email') }).fill(mine);
      await password.fill('ikke den rigtige');
      await button(dialog, t('identity:signIn.submit')).click();
      await dialog.getByRole('alert').getByText(t('app:errors.wrong-credentials')).waitFor();
      await password.fill(process.env.MEDVIND_JOURNEY_PASSWORD ?? '');
      await button(dialog, t('identity:signIn.submit')).click();
      const own = commentWith(page, text);
      await own.waitFor();
      await own.getByText(t('discussions:author.me')).waitFor();
      expect(await dialog.count()).toBe(0);
      expect(await composer(page, t).inputValue()).toBe('');
      expect(loads()).toBe(1);
    },
  );

  onlyIn(town, 'helsingor')(
    'makes an account where they are writing, and what they wrote is sent',
    async () => {
      const page = await journey.enter();
      const loads = loadsOf(page);
      await open(page, await talk());
      const text = aText(says.hello);
      await composer(page, t).fill(text);
      await button(page, t('discussions:composer.send')).click();
      await button(page.getByRole('dialog'), t('identity:signIn.join')).click();
      const dialog = page.getByRole('dialog', { name: t('identity:dialog.joinTitle') });
      await dialog.getByRole('textbox', { name: t('identity:name') }).fill('Ellen Bro');
      await dialog
        .getByRole('textbox', { name: t('identity:email') })
        .fill(`ellen.${randomUUID().slice(0, 8)}@borger.example`);
      await dialog.getByLabel(t('identity:password')).fill('en lang sti ved vandet');
      await button(dialog, t('identity:join.submit')).click();
      await acceptConduct(page);
      await commentWith(page, text).getByText(t('discussions:author.me')).waitFor();
      await page.getByRole('banner').getByText('Ellen Bro').waitFor();
      expect(await dialog.count()).toBe(0);
      expect(page.context().pages()).toHaveLength(1);
      expect(loads()).toBe(1);
    },
  );

  it('proposes what is not there yet, and sees live how others support it', async () => {
    const proposer = await journey.enter(mine);
    const neighbour = await journey.enter(theirs);
    const title = aText(place.idea);
    const goal = await goalPath(proposer, town, place.propose.policy, place.propose.goal);
    await open(proposer, goal);
    await proposer.getByRole('link', { name: t('initiatives:goal.propose') }).click();
    const titleField = proposer.getByRole('textbox', { name: t('initiatives:propose.titleField') });
    await titleField.pressSequentially(place.like.typed);
    const similar = proposer.getByRole('region', { name: t('initiatives:similar.title') });
    await similar.getByRole('link', { name: place.like.found }).waitFor();

    await titleField.fill(title);
    await button(proposer, t('proposal-steps:next')).click();
    const textField = proposer.getByRole('textbox', { name: t('initiatives:propose.textField') });
    await eventually(() => faultAt(textField), t('app:faults.required'));
    expect(await titleField.inputValue()).toBe(title);
    await textField.fill(place.why);
    await onToReview(proposer, t);
    await proposer.getByText(place.why).waitFor();
    await button(proposer, t('initiatives:propose.publish')).click();
    await proposer.getByRole('heading', { level: 1, name: title }).waitFor();
    await proposer.getByText(t('initiatives:support.own')).waitFor();
    const loads = loadsOf(proposer);
    const id = new URL(proposer.url()).pathname.split('/').at(-1)!;
    const at = `/municipalities/${town.slug}/initiatives/${id}`;
    const { threshold } = await ask<Schema<'InitiativeView'>>(proposer, 'GET', at);
    const progress = (page: Page, count: number) =>
      page.getByText(t('initiatives:progress', { count, threshold: threshold ?? '' }));
    await progress(proposer, 0).waitFor();

    await open(neighbour, goal);
    await neighbour.getByRole('link', { name: title }).click();
    const support = (said: string) => button(neighbour, `${t('initiatives:support.do')}, ${said}`);
    await support(t('initiatives:support.count', { count: 0 })).dblclick();
    await neighbour.getByText(t('initiatives:support.given')).waitFor();
    await progress(neighbour, 1).waitFor();
    await progress(proposer, 1).waitFor();

    await button(neighbour, t('initiatives:participation.do')).click();
    await neighbour.getByText(t('initiatives:participation.given')).waitFor();
    await proposer.getByText(t('initiatives:participants', { count: 1 })).waitFor();

    const own = await neighbour.context().newPage();
    await open(own, `/${town.slug}/me`);
    await own
      .getByRole('region', { name: t('insights:mine.backed') })
      .getByRole('link', { name: title })
      .waitFor();
    await own.close();

    await button(neighbour, t('initiatives:support.takeBack')).click();
    await support(t('initiatives:support.count', { count: 0 })).waitFor();
    await progress(proposer, 0).waitFor();
    await proposer.getByText(t('initiatives:participants', { count: 1 })).waitFor();
    expect(loads()).toBe(0);
  });

  it('finds what they said again, each with what became of it', async () => {
    const page = await journey.enter(mine);
    await open(page, await talk());
    const text = aText(says.question);
    await comment(page, t, text);
    await page.getByRole('banner').getByRole('group').first().click();
    await page.getByRole('link', { name: t('app:account.mine') }).click();
    await page.getByRole('heading', { level: 1, name: t('insights:mine.title') }).waitFor();
    const fresh = page.getByRole('article', { name: text });
    await fresh.getByText(t('insights:coming.linked')).waitFor();

    const promised = page.getByRole('article').filter({ hasText: place.promised });
    const more = button(page, t('app:showMore'));
    await promised.or(more).first().waitFor();
    while (!(await promised.isVisible())) await more.click();
    await promised.getByText(t('insights:question')).click();
    const way = promised.getByRole('list', { name: t('insights:label') });
    const stages = await way.getByRole('listitem').allTextContents();
    expect(stages).toEqual([
      expect.stringContaining(t('insights:stage.said')),
      expect.stringContaining(t('insights:stage.planned')),
      expect.stringContaining(t('insights:coming.result')),
    ]);
    await way.getByRole('link').last().click();
    await page.waitForURL(`**/${town.slug}/plans/**`);
  });
});
