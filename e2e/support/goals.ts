import { randomUUID } from 'node:crypto';
import type { Translate } from '../../apps/web/src/i18n/i18n.js';
import type { Schema } from '@medvind/api-client';
import type { Locator, Page } from 'playwright-core';
import { ask } from './asking.js';
import { awake, type Town } from './journey.js';

/** A text nobody else writes. */
export const aText = (words: string): string => `${words} (${randomUUID().slice(0, 8)})`;

/** The address of a goal of the demonstration content. */
export async function goalPath(page: Page, { slug }: Town, policy: string, title: string): Promise<string> {
  const { goals } = await ask<Schema<'PolicyView'>>(
    page,
    'GET',
    `/municipalities/${slug}/policies/${policy}`,
  );
  const goal = goals.find((one) => one.title === title);
  if (!goal) throw new Error(`${policy} has no goal "${title}"`);
  return `/${slug}/goals/${goal.id}`;
}

export const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await awake(page);
};

/** The comment with this text, without the answers to it. */
export const commentWith = (page: Page, text: string): Locator =>
  page.getByRole('article').filter({ hasText: text });

export const composer = (page: Page, t: Translate): Locator =>
  page.getByRole('textbox', { name: t('discussions:composer.label') });

/** Writes a comment as one does, and waits until it stands there. */
export async function comment(page: Page, t: Translate, text: string): Promise<Locator> {
  await composer(page, t).fill(text);
  await page.getByRole('button', { name: t('discussions:composer.send') }).click();
  const written = commentWith(page, text);
  await written.waitFor();
  return written;
}

/** A comment that arrives while one looks on: it stands there, or is announced and waits to be shown. */
export async function seeArrive(page: Page, t: Translate, text: string): Promise<Locator> {
  const arrived = commentWith(page, text);
  const announced = [1, 2].map((count) => t('discussions:news.show', { count }).replace(/^\d+ /, ''));
  const show = page.getByRole('button', { name: new RegExp(announced.join('|')) });
  for (;;) {
    await arrived.or(show).first().waitFor();
    if (await arrived.isVisible()) return arrived;
    await show.click();
    await show.waitFor({ state: 'hidden' });
  }
}
