import { describe, expect, it, jest } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import type { Page } from 'playwright-core';
import { aComment, aPolicy, nameOf } from './support/asking.js';
import { eventually } from './support/eventually.js';
import { aText, comment, composer, open } from './support/goals.js';
import { aJourney, awake, faultsOf, settled, type Town } from './support/journey.js';
import { aPostOffice } from './support/post-office.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(120_000);

describe.each(TOWNS)('mail from $slug', (town: Town) => {
  const office = aPostOffice();
  const journey = aJourney();
  const t = wordsOf(town.language);
  const enter = (email: string | null) => journey.enter(email, { baseURL: office.server.url });
  const [follower, writer] = town.residents;

  const aGoal = async (title: string): Promise<string> => {
    const { goals } = await aPolicy(await enter(town.staff), town, aText('Havnen'), [title]);
    return goals[0]!.id;
  };
  const follow = async (page: Page, goalId: string) => {
    await open(page, `/${town.slug}/goals/${goalId}`);
    const button = page.getByRole('button', { name: t('following:button.goal') });
    await button.click();
    await eventually(() => button.getAttribute('aria-pressed'), 'true');
  };
  /** Makes the week's letters until there are so many for this address. */
  const weekly = (address: string, count: number) =>
    eventually(async () => {
      await office.makeWeekly();
      return weekLetters(address).length;
    }, count);
  /** The address one click ends this letter's kind at; null for letters nobody subscribed to. */
  const unsubscribeUrl = ({ headerLines }: ParsedMail): URL | null => {
    const line = headerLines.find(({ key }) => key === 'list-unsubscribe')?.line.replaceAll(/\s/g, '');
    const [, address] = /<(.+)>/.exec(line ?? '') ?? [];
    return address ? new URL(address) : null;
  };
  const weekLetters = (address: string) =>
    office.lettersTo(address).filter((letter) => {
      const token = unsubscribeUrl(letter)?.searchParams.get('token') ?? '';
      return Buffer.from(token.split('.')[0]!, 'base64url').toString().includes('"weekly"');
    });

  it('brings what was said at a goal one follows, leads there, and ends with one click', async () => {
    const goalId = await aGoal('Flere bænke ved vandet');
    await follow(await enter(follower), goalId);
    await follow(await enter(town.moderator), goalId);
    const speaker = await enter(writer);
    await open(speaker, `/${town.slug}/goals/${goalId}`);
    const said = aText('Bænkene skal vende mod solen');
    await comment(speaker, t, said);
    await weekly(follower, 1);

    const [letter] = weekLetters(follower);
    expect(letter!.text).toContain(said);
    expect(letter!.text).toContain(await nameOf(speaker));
    expect(letter!.html).toContain(`<html lang="${town.language}">`);
    const [link] = /http\S+\/goals\/\S+comment=\S+/.exec(letter!.text!)!;
    const reader = await enter(null);
    await reader.goto(link);
    await reader.getByRole('article').filter({ hasText: said }).waitFor();

    // Mail programs look at links; only the press ends anything.
    const url = unsubscribeUrl(letter!)!;
    await reader.goto(url.href);
    await awake(reader);
    await reader.getByRole('heading', { name: t('unsubscribe:title') }).waitFor();
    await settled(reader);
    expect(await faultsOf(reader)).toEqual([]);
    if (town.language === 'da') {
      const clicked = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(clicked.status).toBe(200);
    } else {
      await reader.getByRole('button', { name: t('unsubscribe:submit') }).click();
      await reader.getByRole('heading', { name: t('unsubscribe:doneTitle') }).waitFor();
    }

    await aComment(speaker, town, goalId, aText('Og en skraldespand'));
    await weekly(town.moderator, 2);
    expect(weekLetters(follower)).toHaveLength(1);
  });

  it('reaches at once who is mentioned, by a name chosen with the keyboard', async () => {
    const goalId = await aGoal('Lys langs stien');
    const first = await enter(follower);
    await aComment(first, town, goalId, aText('Her er mørkt'));
    const name = await nameOf(first);
    const speaker = await enter(writer);
    await open(speaker, `/${town.slug}/goals/${goalId}`);
    const field = composer(speaker, t);
    await field.click();
    await speaker.keyboard.type(`Enig, @${name.slice(0, 3)}`, { delay: 20 });
    await speaker.getByRole('option', { name }).waitFor();
    await settled(speaker);
    expect(await faultsOf(speaker)).toEqual([]);
    await speaker.keyboard.press('Enter');
    await eventually(() => field.inputValue(), `Enig, @${name} `);
    await speaker.getByRole('button', { name: t('discussions:composer.send') }).click();
    const mentions = () =>
      office.lettersTo(follower).filter(({ text = '' }) => text.includes(`> Enig, @${name}`)).length;
    await eventually(() => Promise.resolve(mentions()), 1);
  });

  it('lets a forgotten password be chosen anew', async () => {
    const page = await enter(null);
    await open(page, `/${town.slug}/sign-in`);
    await page.getByRole('link', { name: t('identity:signIn.forgotten') }).click();
    await page.getByRole('heading', { name: t('password:forgotten.title') }).waitFor();
    await page.getByRole('textbox', { name: t('password:email') }).fill(writer);
    await page.getByRole('button', { name: t('password:forgotten.submit') }).click();
    await page.getByText(t('password:forgotten.sent')).waitFor();
    const links = () =>
      office.lettersTo(writer).flatMap(({ text = '' }) => /http\S+new-password\?token=\S+/.exec(text) ?? []);
    await eventually(() => Promise.resolve(links().length), 1);
    await page.goto(links()[0]!);
    await awake(page);
    await page.getByLabel(t('password:choose.password')).fill('en helt ny hemmelighed');
    await page.getByRole('button', { name: t('password:choose.submit') }).click();
    await page.getByRole('heading', { name: t('password:choose.done') }).waitFor();
    await page
      .getByRole('main')
      .getByRole('link', { name: t('password:signIn') })
      .click();
    await page.getByRole('textbox', { name: t('identity:email') }).fill(writer);
    await page.getByLabel(t('identity:password'), { exact: true }).fill('en helt ny hemmelighed');
    await page
      .getByRole('main')
      .getByRole('button', { name: t('identity:signIn.submit') })
      .click();
    await page.waitForURL(`**/${town.slug}`);
    expect(await nameOf(page)).not.toBe('');
  });
});
