import type { Schema } from '@medvind/api-client';
import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ask, join, nameOf } from './support/asking.js';
import { aText, open } from './support/goals.js';
import { aJourney, awake, faultsOf, settled } from './support/journey.js';
import { onTo } from './support/proposal.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(60_000);

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const SAID = {
  helsingor: {
    district: 'Helsingør By',
    title: 'Et læskur hvor man venter på færgen',
    text: 'Der er ingen steder at stå i læ ved kajen. Byg et lille skur af det træ, der alligevel fældes.',
    shows: 'En kaj uden læ',
    remark: 'Havnen har sagt god for placeringen.',
    argument: 'Flere lader bilen stå, når det er rart at vente.',
    answer: 'Skuret kommer i foråret. Havnen sætter det op.',
    third: 'Ellen Kaj',
  },
  helsingborg: {
    district: 'Råå',
    title: 'Ett vindskydd där man väntar på färjan',
    text: 'Det finns ingenstans att stå i lä vid kajen. Bygg ett litet skjul av det virke som ändå avverkas.',
    shows: 'En kaj utan lä',
    remark: 'Hamnen har godkänt platsen.',
    argument: 'Fler låter bilen stå när det är skönt att vänta.',
    answer: 'Skyddet kommer i vår. Hamnen sätter upp det.',
    third: 'Ellen Kaj',
  },
} as const;

describe.each(TOWNS)('a proposal in $slug', (town) => {
  const journey = aJourney();
  const { slug, language } = town;
  const t = wordsOf(language);
  const said = SAID[slug];
  const title = aText(said.title);
  const third = aText(said.third);
  const api = `/municipalities/${slug}`;
  // Each goes on where the one before ended.
  let id = '';
  const at = () => `/${slug}/initiatives/${id}`;

  const enter = (email: string | null) => journey.enter(email, { locale: language });
  const resident = async (which: 0 | 1) => {
    const page = await enter(town.residents[which]);
    const { conductVersion: version } = await ask<Schema<'MunicipalityView'>>(page, 'GET', api);
    await ask(page, 'PUT', `${api}/conduct-acceptance`, { data: { version } });
    return page;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const isWell = async (page: Page) => {
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
  };

  it('is written step by step, through a lost session and a reload, to where co-proposers are asked', async () => {
    const page = await resident(0);
    const { items } = await ask<Schema<'InitiativePage'>>(page, 'GET', `${api}/initiatives`);
    await open(page, `/${slug}/goals/${items[0]!.goal.id}/propose`);
    await button(page, t('proposal-steps:next')).click();
    await page.locator('.ds-error-summary:focus').waitFor();
    await page.getByLabel(t('initiatives:propose.titleField')).fill(title);
    await page.getByLabel(t('initiatives:propose.textField')).fill(said.text);
    await isWell(page);

    await page.context().clearCookies();
    await button(page, t('proposal-steps:next')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('identity:email')).fill(town.residents[0]);
    await dialog.getByLabel(t('identity:password')).fill(process.env.MEDVIND_JOURNEY_PASSWORD!);
    await dialog.getByRole('button', { name: t('identity:signIn.submit') }).click();
    await page.locator('h2:focus', { hasText: t('proposal-steps:title.place') }).waitFor();

    await page.getByLabel(t('districts:place.district')).selectOption({ label: said.district });
    await page.getByRole('button', { name: t('districts:place.point') }).click();
    await page.getByRole('button', { name: t('districts:place.north') }).press('Enter');
    await page.getByText(t('districts:place.put', { name: said.district })).waitFor();
    await page.getByRole('button', { name: t('proposing:pictures.add') }).click();
    await page
      .getByLabel(t('proposing:pictures.file'), { exact: true })
      .setInputFiles({ name: 'kaj.png', mimeType: 'image/png', buffer: PICTURE });
    await page.getByLabel(t('proposing:pictures.alt')).fill(said.shows);
    await page.getByRole('button', { name: t('proposing:pictures.submit') }).click();
    await page.getByRole('button', { name: t('proposing:pictures.removeOf', { alt: said.shows }) }).waitFor();
    await isWell(page);

    await onTo(page, t, 'people');
    await page.getByLabel(t('proposal-steps:people.together')).check();
    await isWell(page);
    await page.goBack();
    await page.locator('h2:focus', { hasText: t('proposal-steps:title.place') }).waitFor();
    await page.goForward();
    await onTo(page, t, 'review');
    await page.reload();
    await awake(page);
    await page.getByText(said.text).waitFor();
    await page.getByText(t('proposal-steps:taken.together')).waitFor();
    expect(new URL(page.url()).searchParams.get('step')).toBe('review');
    await isWell(page);
    await open(page, `/${slug}/goals/${items[0]!.goal.id}`);
    await page.getByRole('link', { name: t('initiatives:goal.draft') }).waitFor();
    await page.goBack();
    await awake(page);
    await page.getByRole('button', { name: t('initiatives:propose.askCoProposers') }).click();
    await page.waitForURL(/\/initiatives\/[\da-f-]{36}/);
    id = new URL(page.url()).pathname.split('/').at(-1)!;
    const link = await page.locator('.mv-link-to-share code').innerText();
    await open(page, `/${slug}/initiatives`);
    await page
      .getByRole('region', { name: t('initiatives:mine') })
      .getByText(title)
      .waitFor();

    const [one, other] = [await resident(1), await enter(null)];
    await join(other, town, third, `${crypto.randomUUID()}@borger.example`);
    for (const invited of [one, other]) {
      // The part that asks them is fetched by itself; whoever is quicker is heard all the same.
      await invited.route('**/preparation-*.js', async (route) => {
        await new Promise((done) => setTimeout(done, 500));
        await route.continue();
      });
      await open(invited, link);
      await button(invited, t('initiative-life:prepare.confirm')).click();
      await invited.getByRole('heading', { name: t('initiative-life:prepare.isCoTitle') }).waitFor();
      await invited.getByRole('img', { name: said.shows }).waitFor();
    }
    await isWell(one);
    await open(page, at());
    await button(page, t('initiative-life:prepare.send')).click();
    await page.getByText(t('initiatives:support.own')).waitFor();
    await page.getByText(third).waitFor();
  });

  it('is added to by a co-proposer, argued for, and hung up', async () => {
    const page = await resident(1);
    await open(page, at());
    await page.getByRole('img', { name: said.shows }).waitFor();
    await page.getByRole('img', { name: t('districts:place.mapPoint', { name: said.district }) }).waitFor();
    await page.getByRole('button', { name: t('proposing:remarks.add') }).click();
    await page.getByLabel(t('proposing:remarks.label')).fill(said.remark);
    await page.getByRole('button', { name: t('proposing:remarks.submit') }).click();
    await page.locator('.mv-remarks').getByText(said.remark).waitFor();
    await story(page).getByText(t('initiative-life:acts.remark')).waitFor();
    await page.getByRole('button', { name: t('arguments:for.write') }).click();
    await page.getByLabel(t('arguments:for.label')).fill(said.argument);
    await page.getByRole('button', { name: t('arguments:submit') }).click();
    const argument = page.locator('.mv-argument', { hasText: said.argument });
    await argument.waitFor();
    await isWell(page);

    const other = await resident(0);
    await open(other, at());
    await other
      .locator('.mv-argument', { hasText: said.argument })
      .getByRole('button', { name: t('arguments:supported', { count: 0 }) })
      .click();
    // It is told to the pages that are open.
    await argument.getByRole('button', { name: t('arguments:supported', { count: 1 }) }).waitFor();
    const poster = await other.request.get(
      String(await other.getByRole('link', { name: t('proposing:papers.poster') }).getAttribute('href')),
    );
    expect((await poster.body()).subarray(0, 4).toString()).toBe('%PDF');
  });

  it('is signed on paper by enough, answered, and told to who proposed it', async () => {
    const [page, staff] = [await resident(1), await enter(town.staff)];
    await open(page, at());
    await open(staff, `/${slug}/staff/initiatives/${id}/paper`);
    await staff.getByLabel(t('paper:sheet'), { exact: true }).fill('1');
    for (const line of [0, 1]) {
      await staff.locator(`#field-name-${line}`).fill('Bo Ek');
      await staff.locator(`#field-bornOn-${line}`).fill('1980-01-01');
    }
    await button(staff, t('paper:submit')).click();
    await staff.getByRole('button', { name: t('paper:anotherOf', { name: 'Bo Ek' }) }).click();
    await button(staff, t('paper:anotherSubmit', { name: 'Bo Ek' })).click();
    await staff.getByText(t('paper:isAnother')).waitFor();
    await isWell(staff);
    const { threshold, proposer } = await ask<Schema<'InitiativeView'>>(
      page,
      'GET',
      `${api}/initiatives/${id}`,
    );
    const lines = Array.from({ length: threshold ?? 0 }, (_, n) => ({
      line: (n % 100) + 1,
      name: 'Eva Lind',
      bornOn: new Date(Date.UTC(1970, 0, n + 1)).toISOString().slice(0, 10),
    }));
    for (let sheet = 0; sheet * 100 < lines.length; sheet++)
      await ask(staff, 'POST', `${api}/initiatives/${id}/paper-supporters`, {
        data: { sheet: `2-${sheet}`, lines: lines.slice(sheet * 100, (sheet + 1) * 100) },
      });
    await story(page).getByText(t('initiative-life:acts.reach')).waitFor();

    await open(staff, at());
    await button(staff, t('initiatives:answer.give')).click();
    await staff.getByRole('radio', { name: t('initiatives:answer.outcome.accepted'), exact: true }).check();
    await staff.getByLabel(t('initiatives:answer.text')).fill(said.answer);
    await button(staff, t('initiatives:answer.submit')).click();
    await page
      .getByRole('region', { name: t('initiatives:answer.title') })
      .getByText(said.answer)
      .waitFor();
    const told = await story(page).locator('strong').allInnerTexts();
    expect(told).toEqual(
      (['ask', 'publish', 'remark', 'reach', 'decide'] as const).map((act) =>
        t(`initiative-life:acts.${act}`),
      ),
    );
    await isWell(page);
    const own = await resident(0);
    expect(proposer!.name).toBe(await nameOf(own));
    for (const person of [page, own]) {
      await open(person, `/${slug}/notifications`);
      await person.getByText(t('notifications:kinds.initiative-answered', { title })).waitFor();
    }
  });

  /** What happened to it, as its page tells it. */
  const story = (page: Page) => page.getByRole('region', { name: t('initiative-life:title') });
});
