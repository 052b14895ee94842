import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Schema } from '@medvind/api-client';
import type { Page } from 'playwright-core';
import { aComment, aPolicy, ask, nameOf } from './support/asking.js';
import { aText, commentWith, composer, open } from './support/goals.js';
import { aJourney, awake, faultsOf, settled, type Town } from './support/journey.js';
import { aServer } from './support/own-server.js';
import { onToReview } from './support/proposal.js';
import { onlyIn, TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(120_000);

// A server of its own: these rules would be in every other journey's way.
describe.each(TOWNS)('the rules for contributions in $slug', (town: Town) => {
  const server = aServer();
  const journey = aJourney();
  const t = wordsOf(town.language);
  const enter = (email: string | null) => journey.enter(email, { baseURL: server.url });
  const [quick, writer] = town.residents;
  const at = `/municipalities/${town.slug}`;

  const aGoal = async (title: string): Promise<string> => {
    const { goals } = await aPolicy(await enter(town.staff), town, aText('Havnen'), [title]);
    return goals[0]!.id;
  };
  const isWell = async (page: Page) => {
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
  };
  const trace = (page: Page, heading: string | RegExp) =>
    page.getByRole('article').filter({ has: page.getByRole('heading', { name: heading }) });
  /** What the rule list is by default, whatever a journey made of it. */
  const forget = async () => {
    const administrator = await enter(town.administrator);
    const { can: _, ...rules } = await ask<Schema<'ContributionRulesView'>>(
      administrator,
      'GET',
      `${at}/contribution-rules`,
    );
    await ask(administrator, 'PUT', `${at}/contribution-rules`, { data: { ...rules, words: [] } });
  };
  afterEach(forget);

  /** The administrator puts a word on the list, with the meaning before their eyes. */
  const list = async (word: string) => {
    const page = await enter(town.administrator);
    await open(page, `/${town.slug}/admin`);
    await page.getByRole('link', { name: t('contribution-rules:title') }).click();
    await page.getByLabel(t('contribution-rules:form.holdWords')).fill(word);
    const meaning = page
      .getByText(t('contribution-rules:says.hold-words', { words: word }))
      .filter({ visible: true });
    await meaning.waitFor();
    await page.getByRole('checkbox', { name: t('contribution-rules:form.newAccounts') }).check();
    await page
      .getByText(t('contribution-rules:says.new-accounts', { count: 7 }))
      .filter({ visible: true })
      .waitFor();
    await isWell(page);
    await page.getByRole('checkbox', { name: t('contribution-rules:form.newAccounts') }).uncheck();
    await page.getByRole('button', { name: t('contribution-rules:form.submit') }).click();
    await page.getByText(t('contribution-rules:form.done')).waitFor();
    // Once as it is now, and once in the version that was made.
    const name = await nameOf(page);
    await page.locator('summary').filter({ hasText: name }).first().click();
    expect(await meaning.count()).toBeGreaterThanOrEqual(2);
  };

  onlyIn(town, 'helsingor')('stop a flood, keep what was typed, and tell its author why', async () => {
    const goal = await aGoal('Lys på stien');
    const page = await enter(quick);
    const name = await nameOf(page);
    await open(page, `/${town.slug}/goals/${goal}`);
    for (let n = 0; n < 10; n++) await aComment(page, town, goal, aText('Endnu en bænk'));
    const text = aText('Og en til');
    await composer(page, t).fill(text);
    await page.getByRole('button', { name: t('discussions:composer.send') }).click();
    const [before] = t('app:errors.too-many-contributions', { limit: 10, time: '|' }).split('|');
    await page.getByRole('alert').getByText(before!.trim()).waitFor();
    expect(await composer(page, t).inputValue()).toBe(text);
    await isWell(page);

    const moderator = await enter(town.moderator);
    await open(moderator, `/${town.slug}/moderation/traces?rule=too-many`);
    const noted = trace(moderator, t('contribution-rules:traces.refused')).first();
    await noted.getByText(t('contribution-rules:rule.too-many')).waitFor();
    await noted.getByText(name).waitFor();
    expect(await noted.getByText(text).count()).toBe(0);
    await isWell(moderator);
  });

  it('hold a comment, say which rule and why, and leave the last word to a moderator', async () => {
    await list('kludder*');
    const goal = await aGoal('Trappen ved vandet');
    const page = await enter(writer);
    await open(page, `/${town.slug}/goals/${goal}`);
    const text = aText('Det er noget kludder med trappen');
    await composer(page, t).fill(text);
    await page.getByRole('button', { name: t('discussions:composer.send') }).click();
    const own = commentWith(page, text);
    await own.getByText(t('held:saw.word', { detail: 'kludder' })).waitFor();
    await isWell(page);
    const visitor = await enter(null);
    await open(visitor, `/${town.slug}/goals/${goal}`);
    expect(await commentWith(visitor, text).count()).toBe(0);

    const moderator = await enter(town.moderator);
    await open(moderator, `/${town.slug}/goals/${goal}`);
    await commentWith(moderator, text)
      .getByRole('link', { name: t('held:trace') })
      .click();
    await moderator.getByRole('heading', { level: 1, name: t('contribution-rules:traces.title') }).waitFor();
    const held = trace(moderator, /K-\d+/);
    await held.getByText(t('contribution-rules:why.word', { detail: 'kludder*' })).waitFor();
    expect(await held.count()).toBe(1);
    await isWell(moderator);
    await held.getByRole('link', { name: /K-\d+/ }).click();
    await awake(moderator);
    const shown = commentWith(moderator, text);
    const id = new URL(moderator.url()).searchParams.get('comment')!;
    await shown.waitFor();
    await ask(moderator, 'POST', `${at}/moderation/comments/${id}/decisions`, { data: { action: 'keep' } });
    await open(visitor, `/${town.slug}/goals/${goal}?comment=${id}`);
    await commentWith(visitor, text).waitFor();
  });

  onlyIn(town, 'helsingor')('hold a proposal, whose time begins when a moderator has seen it', async () => {
    await list('kludder*');
    const goal = await aGoal('Pladsen foran stationen');
    const page = await enter(writer);
    await open(page, `/${town.slug}/goals/${goal}/propose`);
    const title = aText('Ryd op i kludderet');
    await page.getByLabel(t('initiatives:propose.titleField')).fill(title);
    await page
      .getByLabel(t('initiatives:propose.textField'))
      .fill('Pladsen er svær at komme over, og en fast vej vil hjælpe alle.');
    await onToReview(page, t);
    await page.getByRole('button', { name: t('initiatives:propose.publish') }).click();
    await page.waitForURL(/initiatives\/[0-9a-f-]+$/);
    await page.getByText(t('held:saw.word', { detail: 'kludder' })).waitFor();
    await page.getByText(t('initiatives:draft.heldText')).waitFor();
    await isWell(page);
    const visitor = await enter(null);
    expect((await visitor.goto(page.url()))!.status()).toBe(404);

    const moderator = await enter(town.moderator);
    await open(moderator, page.url());
    await moderator.getByRole('link', { name: t('held:trace') }).click();
    await trace(moderator, /F-\d+/).waitFor();
    const id = page.url().split('/').at(-1);
    await ask(moderator, 'POST', `${at}/moderation/initiatives/${id}/decisions`, {
      data: { action: 'keep' },
    });
    await open(visitor, page.url());
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
    await visitor.getByText(t('initiatives:state.collecting')).first().waitFor();
  });

  it('are given reasons in the words the municipality chose', async () => {
    const administrator = await enter(town.administrator);
    await open(administrator, `/${town.slug}/admin/reasons`);
    const reason = t('reports:reasons.advertising');
    await administrator.getByText(reason, { exact: true }).click();
    const form = administrator.getByRole('form', { name: reason });
    const text = aText('Reklame');
    await form.getByLabel(t('moderation-admin:reasons.text')).fill(text);
    await isWell(administrator);
    await form.getByRole('button', { name: t('moderation-admin:reasons.save', { reason }) }).click();
    await administrator.getByText(t('moderation-admin:reasons.saved', { reason })).first().waitFor();
    const { items } = await ask<Schema<'ReasonTemplateList'>>(
      administrator,
      'GET',
      `${at}/moderation/templates`,
    );
    expect(items.find(({ code }) => code === 'advertising')).toMatchObject({ text, version: 1 });
  });

  onlyIn(town, 'helsingborg')('let a moderator read one discussion first', async () => {
    const goal = await aGoal('Cykelstien');
    const moderator = await enter(town.moderator);
    await open(moderator, `/${town.slug}/goals/${goal}`);
    await moderator.getByRole('button', { name: t('contribution-rules:thread.do') }).click();
    const dialog = moderator.getByRole('dialog', { name: t('contribution-rules:thread.title') });
    await dialog.getByRole('radio', { name: t('contribution-rules:thread.before') }).check();
    await isWell(moderator);
    await dialog.getByRole('button', { name: t('contribution-rules:thread.submit') }).click();
    await moderator.getByText(t('contribution-rules:thread.done')).waitFor();
    const page = await enter(writer);
    await open(page, `/${town.slug}/goals/${goal}`);
    const text = aText('Den mangler lys');
    await composer(page, t).fill(text);
    await page.getByRole('button', { name: t('discussions:composer.send') }).click();
    await commentWith(page, text).getByText(t('held:why.thread-before-publication')).waitFor();
    expect(await commentWith(page, text).count()).toBe(1);
  });
});
