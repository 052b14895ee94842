import type { Schema } from '@medvind/api-client';
import { describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { aComment, aPolicy, ask } from './support/asking.js';
import { aText, commentWith, composer, open } from './support/goals.js';
import { aJourney, awake } from './support/journey.js';
import { TOWNS } from './support/towns.js';
import { wordsOf } from './support/words.js';

jest.setTimeout(60_000);

const town = TOWNS[0]!;
const FAR = 200;

/** What is wrong with where the focus is, as one sees it; null: it is seen. */
const faultOfFocus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const name = `${element.tagName} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const isMarked = (one: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    // A card shows the focus of the link that spans it.
    const marked = isMarked(element) || [...document.querySelectorAll(':has(:focus-visible)')].some(isMarked);
    if (!marked) return `${name} has the focus and does not show it`;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const within = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    if (!within) return `${name} has the focus out of sight`;
    const x = Math.min(Math.max(left + (right - left) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(top + (bottom - top) / 2, 0), innerHeight - 1);
    const above = document.elementFromPoint(x, y);
    // A wrapped link has a middle that is not its own; a message goes away by itself.
    const hidden =
      above && !element.contains(above) && !above.contains(element) && !above.closest('[role=status]');
    return hidden ? `${name} has the focus behind ${above.className}` : null;
  });

describe('a resident without a mouse', () => {
  const journey = aJourney();
  const t = wordsOf(town.language);
  const button = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true });

  it.each([360, 1280])('signs in, comments, votes and supports in a window of %i px', async (width) => {
    const staff = await journey.enter(town.staff);
    const neighbour = await journey.enter(town.residents[1]);
    const policy = await aPolicy(staff, town, aText('Politik for genveje'), ['Genveje er til at finde']);
    const goalId = policy.goals[0]!.id;
    const theirs = aText('Hullet i hækken bag skolen er byens bedste genvej');
    await aComment(neighbour, town, goalId, theirs);
    const at = `/municipalities/${town.slug}`;
    const draft = await ask<Schema<'InitiativeView'>>(
      neighbour,
      'POST',
      `${at}/goals/${goalId}/initiatives`,
      {
        data: {
          title: aText('Et skilt ved hver genvej'),
          text: 'Så finder også de nye i byen vej til skolen.',
        },
      },
    );
    const proposed = await ask<Schema<'InitiativeView'>>(
      neighbour,
      'POST',
      `${at}/initiatives/${draft.id}/publish`,
    );

    const page = await journey.enter(null, { viewport: { width, height: 800 } });
    const faults = new Set<string>();
    const look = async () => {
      const fault = await faultOfFocus(page);
      if (fault) faults.add(fault);
    };
    const { keyboard } = page;
    /** Goes on with Tab until this has the focus, and looks at every stop. */
    const reach = async (wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
      await wanted.waitFor();
      const focused = wanted.and(page.locator(':focus'));
      for (let steps = 0; steps < FAR; steps++) {
        if ((await focused.count()) > 0) return;
        await keyboard.press(key);
        await look();
      }
      throw new Error(`${FAR} steps with Tab do not lead to ${wanted}`);
    };

    await open(page, `/${town.slug}/goals/${goalId}`);
    await keyboard.press('Tab');
    await page
      .getByRole('link', { name: t('app:nav.skip') })
      .and(page.locator(':focus'))
      .waitFor();
    await look();
    await reach(page.getByRole('banner').getByRole('link', { name: t('app:account.signIn') }));
    await keyboard.press('Enter');
    await page.waitForURL(/sign-in/);
    await reach(page.getByRole('textbox', { name: t('identity:email') }));
    await keyboard.type(town.residents[0]);
    await keyboard.press('Tab');
    await look();
    await keyboard.type('forkert kodeord');
    await keyboard.press('Enter');
    await page.getByRole('alert').and(page.locator(':focus')).waitFor();
    await reach(page.getByLabel(t('identity:password')));
    await keyboard.press('Control+a');
    await keyboard.type(process.env.MEDVIND_JOURNEY_PASSWORD ?? '');
    await keyboard.press('Tab');
    await look();
    await keyboard.press('Space');
    await page.waitForURL(`**/goals/${goalId}`);
    await awake(page);

    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.locator('main:focus').waitFor();
    await reach(composer(page, t));
    const mine = aText('Der mangler et skilt ved hækken');
    await keyboard.type(mine);
    await reach(button(page, t('discussions:composer.send')));
    await keyboard.press('Enter');
    await commentWith(page, mine).and(page.locator(':focus')).waitFor();
    await look();

    await reach(button(commentWith(page, mine), t('discussions:edit.action')));
    await keyboard.press('Enter');
    await page
      .getByRole('textbox', { name: t('discussions:edit.label') })
      .and(page.locator(':focus'))
      .waitFor();
    await keyboard.press('Control+End');
    await keyboard.type('!');
    await reach(button(page, t('discussions:edit.save')));
    await keyboard.press('Enter');
    await commentWith(page, `${mine}!`).and(page.locator(':focus')).waitFor();
    await reach(button(commentWith(page, mine), t('discussions:remove.action')));
    await keyboard.press('Enter');
    await reach(button(page, t('app:form.cancel')));
    await keyboard.press('Enter');
    await commentWith(page, mine).and(page.locator(':focus')).waitFor();

    const agree = (count: number) =>
      button(
        commentWith(page, theirs),
        t('discussions:vote.chosen', { vote: t('discussions:vote.agree'), count }),
      );
    await reach(agree(0), 'Shift+Tab');
    await keyboard.press('Space');
    await agree(1).and(page.locator(':focus')).waitFor();
    expect(await agree(1).getAttribute('aria-pressed')).toBe('true');
    await look();

    await reach(page.getByRole('link', { name: proposed.title! }));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: proposed.title! }).waitFor();
    await page.locator('main:focus').waitFor();
    const panel = page.getByRole('region', { name: t('initiatives:support.title') });
    const given = page.getByText(t('initiatives:support.given'));
    const support = button(
      page,
      `${t('initiatives:support.do')}, ${t('initiatives:support.count', { count: 0 })}`,
    );
    await reach(support);
    await keyboard.press('Space');
    await given.waitFor();
    await panel.and(page.locator(':focus')).waitFor();
    await look();
    await reach(button(page, t('initiatives:support.takeBack')));
    await keyboard.press('Enter');
    await support.waitFor();
    await panel.and(page.locator(':focus')).waitFor();
    await reach(button(page, t('initiatives:participation.do')));
    await keyboard.press('Enter');
    await page.getByText(t('initiatives:participation.given')).waitFor();
    await page
      .getByRole('region', { name: t('initiatives:participation.title'), exact: true })
      .and(page.locator(':focus'))
      .waitFor();
    await look();
    expect([...faults]).toEqual([]);
  });
});
