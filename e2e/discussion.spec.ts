import { describe, expect, it, jest } from '@jest/globals';
import type { Schema } from '@medvind/api-client';
import type { Locator, Page } from 'playwright-core';
import { aComment, aPolicy, ask, nameOf } from './support/asking.js';
import { eventually } from './support/eventually.js';
import { aText, comment, commentWith, composer, open, seeArrive } from './support/goals.js';
import { aJourney, faultsOf, settled } from './support/journey.js';
import { reach } from './support/keyboard.js';
import { onlyIn, TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(90_000);

const PLACES = {
  helsingor: {
    policy: 'Politik for torve',
    goal: 'Torvet er til at være på',
    hello: 'Her kunne vi godt bruge skygge',
    answer: 'Ja, og et sted at sidde',
    deep: 'Helst med ryglæn',
    official: 'Vi sætter fire bænke op i maj.',
    spoken: 'Der er for få steder at sidde, når man er gammel.',
    speaker: 'En deltager på mødet',
    foreign: 'Det behövs mer skugga på torget när solen ligger på om sommaren.',
  },
  helsingborg: {
    policy: 'Policy för torg',
    goal: 'Torget går att vara på',
    hello: 'Här skulle vi behöva skugga',
    answer: 'Ja, och någonstans att sitta',
    deep: 'Helst med ryggstöd',
    official: 'Vi ställer ut fyra bänkar i maj.',
    spoken: 'Det finns för få ställen att sitta på när man är gammal.',
    speaker: 'En deltagare på mötet',
    foreign: 'Der mangler skygge på torvet, når solen står højt om sommeren.',
  },
} as const;

/** Whether it gets the focus, and is where one looks. */
async function isReached(element: Locator): Promise<boolean> {
  await eventually(() => element.evaluate((one) => one === document.activeElement), true);
  return element.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });
}

describe.each(TOWNS)('a discussion in $slug', (town) => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const place = PLACES[town.slug];
  const at = `/municipalities/${town.slug}`;
  const button = (where: Page | Locator, name: string) => where.getByRole('button', { name, exact: true });

  /** A goal that only this journey talks about. */
  async function aGoal(): Promise<string> {
    const staff = await journey.enter(town.staff);
    const { goals } = await aPolicy(staff, town, aText(place.policy), [place.goal]);
    return goals[0]!.id;
  }

  it.each(['initiatives', 'processes'] as const)('of one of the %s is live in two windows', async (kind) => {
    const [writer, reader] = await Promise.all(town.residents.map((email) => journey.enter(email)));
    const query = kind === 'initiatives' ? '?state=collecting' : '?state=open';
    const { items } = await ask<{ items: { id: string }[] }>(writer!, 'GET', `${at}/${kind}${query}`);
    const path = `/${town.slug}/${kind}/${items[0]!.id}`;
    await Promise.all([open(writer!, path), open(reader!, path)]);
    const text = aText(place.hello);
    await comment(writer!, t, text);
    const seen = await seeArrive(reader!, t, text);
    const name = await nameOf(writer!);
    await button(seen, `${t('discussions:reply.action')} ${name}`).click();
    const reply = aText(place.answer);
    await reader!.getByRole('textbox', { name: t('discussions:reply.label', { name }) }).fill(reply);
    await button(reader!, t('discussions:reply.send')).click();
    await seeArrive(writer!, t, reply);
    await settled(writer!);
    expect(await faultsOf(writer!)).toEqual([]);
  });

  it('of a theme opens where it stands, and a link to a comment in it opens it too, without a script as well', async () => {
    const resident = await journey.enter(town.residents[0]);
    const { items } = await ask<{ items: { id: string }[] }>(resident, 'GET', `${at}/processes?state=open`);
    const path = `/${town.slug}/processes/${items[0]!.id}`;
    const { themes } = await ask<Schema<'ProcessView'>>(resident, 'GET', `${at}/processes/${items[0]!.id}`);
    const theme = themes[0]!;
    await open(resident, path);
    await resident
      .getByRole('article')
      .filter({ hasText: theme.title })
      .getByRole('link', { name: `: ${theme.title}` })
      .click();
    const discussion = resident.getByRole('region', {
      name: t('discussions:ofPart', { title: theme.title }),
    });
    const text = aText(place.hello);
    await discussion.getByRole('textbox', { name: t('discussions:composer.label') }).fill(text);
    await button(discussion, t('discussions:composer.send')).click();
    const written = discussion.getByRole('article').filter({ hasText: text });
    await written.waitFor();
    const id = (await written.getAttribute('id'))!;
    for (const javaScriptEnabled of [true, false]) {
      const page = await journey.enter(null, { javaScriptEnabled });
      await page.goto(`${path}?comment=${id.replace('comment-', '')}`);
      const linked = page.locator(`[id="${id}"]`);
      await linked.getByText(t('discussions:linked')).waitFor();
      expect(await isReached(linked)).toBe(true);
    }
  });

  onlyIn(town, 'helsingborg')(
    'is put in another order by keyboard, and through a filter; the address says so',
    async () => {
      const goalId = await aGoal();
      const resident = await journey.enter(town.residents[0]);
      const texts = [aText(place.hello), aText(place.answer), aText(place.foreign)];
      const said = [];
      for (const text of texts) said.push(await aComment(resident, town, goalId, text));
      const voter = await journey.enter(town.residents[1]);
      await ask(voter, 'PUT', `${at}/comments/${said[1]!.id}/vote`, { data: { vote: 'agree' } });

      const page = await journey.enter();
      await open(page, `/${town.slug}/goals/${goalId}`);
      const orders = page.getByRole('navigation', { name: t('discussions:order.label') });
      const first = () => page.getByRole('article').first().textContent();
      await reach(page, orders.getByRole('link', { name: t('discussions:order.supported') }));
      await page.keyboard.press('Enter');
      await page.waitForURL('**/*order=supported*');
      await eventually(async () => (await first())?.includes(texts[1]!), true);
      await reach(page, orders.getByRole('link', { name: t('discussions:order.bridging') }));
      await page.keyboard.press('Enter');
      await page.getByText(t('discussions:bridging.too-few-voters', { voters: 1, needed: 15 })).waitFor();
      const other = town.language === 'da' ? 'sv' : 'da';
      await open(page, `/${town.slug}/goals/${goalId}?filter=${other}`);
      await commentWith(page, texts[2]!).waitFor();
      expect(await page.getByRole('article').count()).toBe(1);
      expect(
        await page.getByText(texts[2]!).evaluate((text) => text.closest('[lang]')?.getAttribute('lang')),
      ).toBe(other);
      const filters = page.getByRole('navigation', { name: t('discussions:filter.label') });
      await reach(page, filters.getByRole('link', { name: t('discussions:filter.all') }));
      await page.keyboard.press('Enter');
      await commentWith(page, texts[0]!).waitFor();
      await settled(page);
      expect(await faultsOf(page)).toEqual([]);
    },
  );

  onlyIn(town, 'helsingor')('opens at a late and deep answer a link leads to, in any order', async () => {
    const goalId = await aGoal();
    const resident = await journey.enter(town.residents[0]);
    const root = await aComment(resident, town, goalId, aText(place.hello));
    let last = root;
    for (let n = 0; n < 14; n++) last = await aComment(resident, town, goalId, aText(place.deep), last.id);
    await aComment(resident, town, goalId, aText(place.answer));
    for (const order of ['', 'order=newest&', 'order=supported&', 'order=discussed&']) {
      const page = await journey.enter();
      await open(page, `/${town.slug}/goals/${goalId}?${order}comment=${last.id}`);
      const linked = page.locator(`[id="comment-${last.id}"]`);
      await linked.getByText(t('discussions:linked')).waitFor();
      expect(await isReached(linked)).toBe(true);
      await linked.getByText(t('discussions:reply.to', { name: await nameOf(resident) })).waitFor();
    }
  });

  it('is formatted by a few tools, and says in which words it was written', async () => {
    const page = await journey.enter(town.residents[0]);
    await open(page, `/${town.slug}/goals/${await aGoal()}`);
    const text = aText(place.hello);
    await composer(page, t).fill(text);
    const tools = page.getByRole('group', { name: t('discussions-writing:tools.label') });
    await reach(page, button(tools, t('discussions-writing:tools.list')));
    await page.keyboard.press('Enter');
    await eventually(() => composer(page, t).inputValue(), `- ${text}`);
    await page.getByRole('combobox', { name: t('discussions-writing:type') }).selectOption('idea');
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
    await button(page, t('discussions:composer.send')).click();
    // The first word there: from now on one hears of what follows, and is told so where it began.
    await page.getByText(t('discussions:composer.following')).waitFor();
    const written = commentWith(page, text);
    await written.getByRole('listitem').getByText(text).waitFor();
    await written.getByText(t('discussions:type.idea'), { exact: true }).waitFor();
  });

  it('has what was said at a meeting, keyed in by staff, and the answer staff pin, live', async () => {
    const goalId = await aGoal();
    const [staff, reader] = [await journey.enter(town.staff), await journey.enter(town.residents[0])];
    const path = `/${town.slug}/goals/${goalId}`;
    await Promise.all([open(staff, path), open(reader, path)]);
    const spoken = aText(place.spoken);
    await composer(staff, t).fill(spoken);
    await staff.getByRole('combobox', { name: t('discussions-writing:channel') }).selectOption('meeting');
    await staff.getByRole('textbox', { name: t('discussions-writing:speaker') }).fill(place.speaker);
    await button(staff, t('discussions:composer.send')).click();
    const seen = await seeArrive(reader, t, spoken);
    expect(await seen.textContent()).toContain(place.speaker);
    expect(await seen.textContent()).toContain(t('discussions:channel.meeting'));
    expect(await seen.textContent()).not.toContain(await nameOf(staff));

    await button(commentWith(staff, spoken), `${t('discussions:reply.action')} ${place.speaker}`).click();
    const official = aText(place.official);
    await staff
      .getByRole('textbox', { name: t('discussions:reply.label', { name: place.speaker }) })
      .fill(official);
    await button(staff, t('discussions:reply.send')).click();
    const answer = await seeArrive(reader, t, official);
    await button(
      commentWith(staff, official),
      t('discussions-staff:pin.toComment', { name: place.speaker }),
    ).click();
    await answer.getByText(t('discussions:official.title'), { exact: true }).waitFor();
    await button(commentWith(staff, official), t('discussions-staff:pin.undo')).click();
    await answer.getByText(t('discussions:official.title'), { exact: true }).waitFor({ state: 'detached' });
    await button(commentWith(staff, official), t('discussions-staff:pin.toThread')).click();
    await reader
      .getByRole('complementary', { name: t('discussions:official.toThread') })
      .getByText(official)
      .waitFor();
    await settled(reader);
    expect(await faultsOf(reader)).toEqual([]);
    expect(await faultsOf(staff)).toEqual([]);
  });
});
