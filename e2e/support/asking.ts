import type { Schema } from '@medvind/api-client';
import type { Page } from 'playwright-core';
import type { Journey, Town } from './journey.js';

interface Sent {
  data?: unknown;
  multipart?: Record<string, string>;
}

/** Asks the API as the page's person; a refusal ends the journey. */
export async function ask<T = unknown>(
  page: Page,
  method: string,
  path: string,
  sent: Sent = {},
): Promise<T> {
  const answer = await page.request.fetch(`/api${path}`, {
    method,
    ...sent,
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (answer.status() === 204 ? undefined : await answer.json()) as T;
}

/** A policy of the journey's own, so that no other journey is disturbed: published, with these goals. */
export async function aPolicy(
  staff: Page,
  { slug }: Town,
  title: string,
  goals: string[],
): Promise<Schema<'PolicyView'>> {
  const at = `/municipalities/${slug}`;
  const text = `# ${title}\n\n## Mål\n\n${goals.map((goal) => `- ${goal}\n`).join('')}`;
  const draft = await ask<Schema<'PolicyImportView'>>(staff, 'POST', `${at}/policy-imports`, {
    multipart: { text },
  });
  const { items } = await ask<Schema<'PublishedPolicies'>>(
    staff,
    'POST',
    `${at}/policy-imports/${draft.id}/publish`,
    { data: { revision: draft.revision } },
  );
  return ask(staff, 'GET', `${at}/policies/${items[0]!.slug}`);
}

/** What somebody says in a goal's thread, or answers there. */
export async function aComment(
  resident: Page,
  { slug }: Town,
  goalId: string,
  body: string,
  parentId?: string,
): Promise<Schema<'CommentView'>> {
  const at = `/municipalities/${slug}`;
  const thread = await ask<Schema<'ThreadView'>>(resident, 'GET', `${at}/threads?subject=goal:${goalId}`);
  return ask(resident, 'POST', `${at}/threads/${thread.id}/comments`, { data: { body, parentId } });
}

/** Who the page's person is. */
export const nameOf = async (page: Page): Promise<string> =>
  (await ask<Schema<'SessionView'>>(page, 'GET', '/session')).person!.name;

/** Makes an account, joins the town, and accepts the rules of conduct before anything is written. */
export async function join(page: Page, { slug, language }: Town, name: string, email: string) {
  const password = process.env.MEDVIND_JOURNEY_PASSWORD;
  await ask(page, 'POST', '/people', { data: { name, email, password, municipality: slug, language } });
  const town = await ask<Schema<'MunicipalityView'>>(page, 'GET', `/municipalities/${slug}`);
  await ask(page, 'PUT', `/municipalities/${slug}/conduct-acceptance`, {
    data: { version: town.conductVersion },
  });
}

/** A moderator beside the town's one: somebody who joins, and to whom the administrator gives the role. */
export async function anotherModerator(journey: Journey, town: Town, name: string): Promise<Page> {
  const { slug } = town;
  const email = `${name.toLowerCase().replaceAll(/\W/g, '.')}@${slug}.example`;
  const newcomer = await journey.enter();
  await join(newcomer, town, name, email);
  const administrator = await journey.enter(town.administrator);
  const members = `/municipalities/${slug}/members`;
  const { items } = await ask<Schema<'MemberPage'>>(administrator, 'GET', `${members}?search=${email}`);
  await ask(administrator, 'PUT', `${members}/${items[0]!.id}/roles`, { data: { roles: ['moderator'] } });
  return newcomer;
}
