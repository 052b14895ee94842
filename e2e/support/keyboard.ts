import type { Locator, Page } from 'playwright-core';

const FAR = 150;

/** Goes on with Tab until this has the focus, as somebody without a mouse would. */
export async function reach(page: Page, wanted: Locator): Promise<void> {
  const focused = wanted.and(page.locator(':focus'));
  await wanted.waitFor();
  for (let steps = 0; steps < FAR; steps++) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${FAR} steps with Tab do not lead to ${wanted}`);
}
