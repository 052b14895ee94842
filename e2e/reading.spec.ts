import type { Schema } from '@medvind/api-client';
import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aComment, aPolicy, ask } from './support/asking.js';
import { aText, commentWith, composer } from './support/goals.js';
import { aJourney } from './support/journey.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(60_000);

/** One more than a page of comments holds. */
const MANY = 31;

const SAID = {
  da: { policy: 'Politik for byens bænke', goal: 'Ingen har langt til en bænk', comment: 'Ved nummer' },
  sv: { policy: 'Policy för stadens bänkar', goal: 'Ingen har långt till en bänk', comment: 'Vid nummer' },
};

/** What the page says of itself to search engines and link previews. */
const headOf = async (page: Page) => ({
  title: await page.title(),
  description: await page.locator('meta[name=description]').getAttribute('content'),
  canonical: await page.locator('link[rel=canonical]').getAttribute('href'),
});

const mainText = (page: Page) => page.getByRole('main').innerText();

describe.each(TOWNS)('without a script a reader of $slug', (town) => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const said = SAID[town.language];
  const at = `/${town.slug}`;
  const api = `/municipalities/${town.slug}`;
  const enter = () => journey.enter(null, { javaScriptEnabled: false });
  const list = async <T>(page: Page, path: string) =>
    (await ask<{ items: T[] }>(page, 'GET', `${api}${path}`)).items;

  it('reads a goal with its comments, loses nothing typed, and goes on to the comments that follow', async () => {
    const staff = await journey.enter(town.staff);
    const resident = await journey.enter(town.residents[0]);
    const policy = await aPolicy(staff, town, aText(said.policy), [said.goal]);
    const { id } = policy.goals[0]!;
    const bodies = Array.from({ length: MANY }, (_, index) => `${said.comment} ${index + 1}.`);
    for (const body of bodies) await aComment(resident, town, id, body);

    const page = await enter();
    const path = `${at}/goals/${id}`;
    expect((await page.goto(path))?.status()).toBe(200);
    await page.getByRole('heading', { level: 1, name: said.goal }).waitFor();
    const municipality = await ask<Schema<'MunicipalityView'>>(page, 'GET', api);
    expect(await headOf(page)).toEqual({
      title: `${said.goal} – ${municipality.name} – Medvind`,
      description: expect.stringContaining(said.goal),
      canonical: journey.address(path),
    });
    await composer(page, t).fill(said.comment);
    await page.getByRole('button', { name: t('discussions:composer.send') }).click();
    expect(await composer(page, t).inputValue()).toBe(said.comment);
    await commentWith(page, bodies[0]!).waitFor();
    await commentWith(page, bodies[29]!).waitFor();
    expect(await commentWith(page, bodies[30]!).count()).toBe(0);
    await page.getByRole('link', { name: t('app:nextPage') }).click();
    await commentWith(page, bodies[30]!).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    await page.getByRole('link', { name: t('discussions:earlier.start') }).click();
    await commentWith(page, bodies[0]!).waitFor();
    await page.getByRole('link', { name: t('discussions:order.newest') }).click();
    await commentWith(page, bodies[30]!).waitFor();
    expect(await commentWith(page, bodies[0]!).count()).toBe(0);
  });

  it('reads the front page, and goes from it to a policy and to a goal', async () => {
    const page = await enter();
    expect((await page.goto(at))?.status()).toBe(200);
    const municipality = await ask<Schema<'MunicipalityView'>>(page, 'GET', api);
    expect(await page.title()).toContain(municipality.name);
    await page
      .getByRole('navigation', { name: t('app:nav.main') })
      .getByRole('link', { name: t('app:nav.policies') })
      .click();
    const policies = await list<Schema<'PolicySummary'>>(page, '/policies');
    const policy = policies.find(({ goalCount }) => goalCount > 10)!;
    await page.getByRole('main').getByRole('link', { name: policy.title }).first().click();
    await page.getByRole('heading', { level: 1, name: policy.title }).waitFor();
    const { goals } = await ask<Schema<'PolicyView'>>(page, 'GET', `${api}/policies/${policy.slug}`);
    const text = await mainText(page);
    for (const { title } of goals.slice(0, 3)) expect(text).toContain(title);
    await page.getByRole('main').getByRole('link', { name: goals[0]!.title }).first().click();
    await page.getByRole('heading', { level: 1, name: goals[0]!.title }).waitFor();
  });

  it('finds by a word from it what is public, and what is found leads there', async () => {
    const page = await enter();
    const [initiative] = await list<Schema<'InitiativeSummary'>>(page, '/initiatives?state=decided');
    await page.goto(at);
    await page
      .getByRole('banner')
      .getByRole('link', { name: t('app:nav.search') })
      .click();
    const field = page.getByRole('searchbox', { name: t('search:words') });
    await field.fill(initiative!.title!);
    await field.press('Enter');
    const found = page.getByRole('article').filter({ hasText: initiative!.reference });
    await found.getByRole('link', { name: initiative!.title! }).waitFor();
    await page.getByRole('combobox', { name: t('search:among') }).selectOption('initiative');
    await page.getByRole('button', { name: t('search:submit'), exact: true }).click();
    await page.waitForURL(/kind=initiative/);
    expect(
      await page
        .getByRole('article')
        .filter({ hasText: t('search:kind.comment') })
        .count(),
    ).toBe(0);
    await found.getByRole('link', { name: initiative!.title! }).click();
    await page.getByRole('heading', { level: 1, name: initiative!.title! }).waitFor();
  });

  it('reads an initiative, how far it is, and what the municipality answered', async () => {
    const page = await enter();
    const initiatives = await list<Schema<'InitiativeSummary'>>(page, '/initiatives?state=decided');
    const { id, title } = initiatives.at(-1)!;
    const whole = await ask<Schema<'InitiativeView'>>(page, 'GET', `${api}/initiatives/${id}`);
    await page.goto(`${at}/initiatives/${id}`);
    await page.getByRole('heading', { level: 1, name: title! }).waitFor();
    const text = await mainText(page);
    expect(text).toContain(whole.text!.split('\n')[0]);
    expect(text).toContain(t('initiatives:progressAnswered', { count: whole.supportCount }));
    expect(text).toContain(whole.answer!.text.split('\n')[0]);
    expect((await headOf(page)).canonical).toBe(journey.address(`${at}/initiatives/${id}`));
  });

  it('reads a process to its answers, and the plan they led to', async () => {
    const page = await enter();
    const processes = await list<Schema<'ProcessSummary'>>(page, '/processes');
    const closed = processes.filter(({ state }) => state === 'closed').at(-1)!;
    const process = await ask<Schema<'ProcessView'>>(page, 'GET', `${api}/processes/${closed.id}`);
    await page.goto(`${at}/processes/${closed.id}`);
    await page.getByRole('heading', { level: 1, name: closed.title }).waitFor();
    const text = await mainText(page);
    expect(process.themes.length).toBeGreaterThan(0);
    for (const { title, response } of process.themes) {
      expect(text).toContain(title);
      expect(text).toContain(response!.text.split('\n')[0]);
    }

    const policies = await list<Schema<'PolicySummary'>>(page, '/policies');
    const plans = await Promise.all(
      policies.map(({ id }) => list<Schema<'PlanSummary'>>(page, `/policies/${id}/plans`)),
    );
    const { id } = plans.flat()[0]!;
    const plan = await ask<Schema<'PlanView'>>(page, 'GET', `${api}/plans/${id}`);
    await page.goto(`${at}/plans/${id}`);
    await page.getByRole('heading', { level: 1, name: plan.title }).waitFor();
    const planned = await mainText(page);
    for (const { title } of plan.areas.flatMap(({ actions }) => actions)) expect(planned).toContain(title);
  });

  it('chooses another language, and reads on where they were', async () => {
    const page = await enter();
    await page.goto(`${at}/initiatives?state=collecting`);
    await page.getByRole('heading', { level: 1, name: t('initiatives:title') }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(town.language);
    await page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: wordsOf('en')('initiatives:title') }).waitFor();
    expect(page.url()).toBe(journey.address(`${at}/initiatives?state=collecting`));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(at);
    await page.getByRole('link', { name: wordsOf('en')('app:account.signIn') }).waitFor();
  });

  it('does not find a goal, an initiative or a process of the other municipality', async () => {
    const other = TOWNS.find(({ slug }) => slug !== town.slug)!;
    const page = await enter();
    const there = `/municipalities/${other.slug}`;
    const { active } = await ask<Schema<'OverviewView'>>(page, 'GET', `${there}/overview`);
    const first = async (kind: string) =>
      (await ask<{ items: { id: string }[] }>(page, 'GET', `${there}/${kind}`)).items[0]!.id;
    const paths = [
      active.find(({ subjectKind }) => subjectKind === 'goal')!.path,
      `initiatives/${await first('initiatives')}`,
      `processes/${await first('processes')}`,
    ];
    for (const path of paths) {
      expect((await page.goto(`/${other.slug}/${path}`))?.status()).toBe(200);
      expect((await page.goto(`${at}/${path}`))?.status()).toBe(404);
      await page.getByRole('heading', { level: 1, name: t('app:problem.notFoundTitle') }).waitFor();
      await page.getByRole('link', { name: t('app:problem.home') }).click();
      await page.waitForURL(journey.address(at));
    }
  });
});
