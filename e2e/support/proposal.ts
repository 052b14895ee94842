import type { Page } from 'playwright-core';
import type { Translate } from '../../apps/web/src/i18n/i18n.js';

/** Goes on from a step of a proposal to the one of that name, where keyboard and screen reader are then too. */
export async function onTo(page: Page, t: Translate, step: 'place' | 'people' | 'review'): Promise<void> {
  await page.getByRole('button', { name: t('proposal-steps:next'), exact: true }).click();
  await page.locator('h2:focus', { hasText: t(`proposal-steps:title.${step}`) }).waitFor();
}

/** Past what can be left out, to where it is read through. */
export async function onToReview(page: Page, t: Translate): Promise<void> {
  for (const step of ['place', 'people', 'review'] as const) await onTo(page, t, step);
}
