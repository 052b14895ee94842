import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aComment, aPolicy, ask } from './support/asking.js';
import { aJourney, awake } from './support/journey.js';
import { reach } from './support/keyboard.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(60_000);

const town = TOWNS[0]!;
const SAID = ['Hold nu op med at lyve, Karin.', 'Køb min gamle cykel, den kører godt.', 'Bænken er grim.'];

describe('a moderator without a mouse', () => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const api = `/municipalities/${town.slug}`;

  /** The contribution that has the focus. */
  const current = (page: Page) => page.locator('article:focus');

  it('goes through the queue: on, back, hides with a reason, lets stand, opens on its page', async () => {
    const staff = await journey.enter(town.staff);
    const author = await journey.enter(town.residents[0]);
    const reporter = await journey.enter(town.residents[1]);
    const moderator = await journey.enter(town.moderator);
    const policy = await aPolicy(staff, town, 'Bænkepolitik', ['Der er bænke at hvile sig på']);
    const references: string[] = [];
    /** The case that has the focus, by what it is about: the conversation in it has the others' words. */
    const at = (n: number) =>
      current(moderator).and(moderator.getByRole('article', { name: new RegExp(`${references[n]}$`) }));
    for (const body of SAID) {
      const { id, reference } = await aComment(author, town, policy.goals[0]!.id, body);
      await ask(reporter, 'POST', `${api}/comments/${id}/reports`, {
        data: { reasonCode: 'insult', text: 'bænkesagen' },
      });
      references.push(reference);
    }
    await moderator.goto(`/${town.slug}/moderation`);
    await awake(moderator);
    const { keyboard } = moderator;
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => keyboard.press(key)), Promise.resolve());

    await reach(moderator, moderator.getByRole('searchbox', { name: t('moderation:queue.search') }));
    await keyboard.type('bænkesagen');
    await press('Enter');
    await moderator.waitForURL(/search=/);
    await moderator.getByRole('article').nth(3).waitFor({ state: 'detached' });
    await moderator.getByRole('article').filter({ hasText: SAID[0] }).waitFor();
    // In a field the letters are letters: nothing was opened by the "b" and "g" and "n".
    expect(await moderator.getByRole('form').count()).toBe(0);

    await reach(moderator, moderator.getByRole('button', { name: t('moderation:queue.apply') }));
    await press('j');
    await at(0).waitFor();
    await press('j');
    await at(1).waitFor();
    await press('k');
    await at(0).waitFor();

    await press('h');
    const form = moderator.getByRole('form');
    await form
      .getByRole('radio', { name: t('reports:reasons.insult') })
      .and(moderator.locator(':focus'))
      .waitFor();
    await press('ArrowDown', 'ArrowUp');
    await reach(moderator, form.getByRole('textbox', { name: t('moderation:form.reason') }));
    await press('Control+a');
    await keyboard.type('Hjælp os med at holde en god tone: kald ingen løgner.');
    await reach(moderator, form.getByRole('button', { name: t('moderation:form.submit.hide') }));
    await press('Enter');
    await at(1).waitFor();
    expect(await moderator.getByRole('article', { name: new RegExp(`${references[0]}$`) }).count()).toBe(0);

    await press('b');
    await at(2).waitFor();

    // A slip of the finger: what was let stand waits again, and is decided anew.
    await press('u');
    await at(1).waitFor();
    await press('x');
    const bar = moderator.getByRole('region', { name: t('moderation:many.label') });
    await bar.getByText(t('moderation:many.chosen', { count: 1 })).waitFor();
    await press('x');
    await bar.waitFor({ state: 'detached' });
    // With several chosen a key means all of them, and so does what takes it back.
    await press('x', 'j');
    await at(2).waitFor();
    await press('x');
    await bar.getByText(t('moderation:many.chosen', { count: 2 })).waitFor();
    await press('b');
    await bar.waitFor({ state: 'detached' });
    await moderator.getByText(t('moderation:many.done.keep', { count: 2 })).waitFor();
    await press('u');
    await at(1).waitFor();
    await press('h');
    const claimed = moderator.getByText(t('moderation:entry.claimedByYou'));
    await claimed.waitFor();
    await press('Escape');
    await form.waitFor({ state: 'detached' });
    await at(1).waitFor();
    await claimed.waitFor({ state: 'detached' });
    await press('c');
    await current(moderator).getByText(t('moderation:entry.claimedByYou')).waitFor();
    await press('?');
    const help = moderator.getByRole('checkbox', { name: t('moderation:keys.use') });
    await reach(moderator, help);
    await press('Space');
    await press('j', 'h');
    // Switched off, letters do nothing.
    expect(await moderator.getByRole('form').count()).toBe(0);
    await press('Space', 'j', 'k');
    await at(1).waitFor();
    await press('b');
    await at(2).waitFor();
    await press('h');
    await reach(moderator, form.getByRole('button', { name: t('moderation:actions.cancel') }));
    await press('Enter');
    await at(2).waitFor();
    await press('o');
    await moderator.waitForURL(/\/goals\//);
    await moderator.locator(':focus').filter({ hasText: SAID[2] }).waitFor();
    const tombstone = moderator.getByRole('article', { name: t('discussions:tombstone.hidden') });
    await tombstone.getByText('kald ingen løgner').waitFor();
    await moderator.getByText(SAID[1]!).waitFor();
  });
});
