import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aJourney, awake, faultsOf, settled, type Town } from './journey.js';

type Who = 'visitor' | 'resident' | 'moderator' | 'staff' | 'administrator';

interface Listed {
  items: { id: string; slug?: string; title?: string; goalCount?: number }[];
}

const addressOf = (town: Town, who: Who): string | null =>
  who === 'visitor' ? null : who === 'resident' ? town.residents[0] : town[who];

/** Asks the API as the page's reader. */
const get = async <T>(page: Page, path: string): Promise<T> =>
  (await (await page.request.get(path)).json()) as T;

/** Where what is said of a part of a page stands open. */
async function discussedIn(page: Page, api: string, processId: string, planId: string): Promise<string[]> {
  const { themes } = await get<{ themes: { id: string }[] }>(page, `${api}/processes/${processId}`);
  const { areas } = await get<{ areas: { actions: { id: string }[] }[] }>(page, `${api}/plans/${planId}`);
  const [action] = areas.flatMap(({ actions }) => actions);
  return [
    `/processes/${processId}?discuss=theme:${themes[0]!.id}`,
    `/plans/${planId}?discuss=action:${action!.id}`,
  ];
}

/** What somebody said about a goal. */
async function saidIn(page: Page, api: string, goalId: string): Promise<string> {
  const { id } = await get<{ id: string }>(page, `${api}/threads?subject=goal:${goalId}`);
  const { items } = await get<Listed>(page, `${api}/threads/${id}/comments`);
  return items[0]!.id;
}

/** Every page a role has, with addresses of things that are there. */
async function pagesOf(page: Page, town: Town, who: Who): Promise<string[]> {
  const at = `/${town.slug}`;
  const api = `/api/municipalities/${town.slug}`;
  const overview = await get<{ active: { path: string; subjectKind: string }[] }>(page, `${api}/overview`);
  const { items: initiatives } = await get<Listed>(page, `${api}/initiatives`);
  const { items: processes } = await get<Listed>(page, `${api}/processes`);
  const { items: votes } = await get<Listed>(page, `${api}/votes`);
  const { items: districts } = await get<Listed>(page, `${api}/districts`);
  const { items: policies } = await get<Listed>(page, `${api}/policies`);
  const goal = overview.active.find(({ subjectKind }) => subjectKind === 'goal')!.path.split('/')[1];
  if (who === 'visitor' || who === 'resident') {
    const plans = (
      await Promise.all(policies.map(({ id }) => get<Listed>(page, `${api}/policies/${id}/plans`)))
    ).flatMap(({ items }) => items);
    const open = [
      ...[
        '',
        '/policies',
        '/initiatives',
        '/initiatives/rejected',
        '/processes',
        '/votes',
        '/check',
        '/districts',
        '/about',
        '/accessibility',
        '/search',
        '/search?q=hav',
        '/notices/new',
        '/transparency',
      ].map((path) => at + path),
      ...policies.slice(0, 2).map(({ slug }) => `${at}/policies/${slug}`),
      `${at}/policies/${policies.find(({ goalCount = 0 }) => goalCount > 10)!.slug}`,
      `${at}/goals/${goal}`,
      ...initiatives.slice(0, 2).map(({ id }) => `${at}/initiatives/${id}`),
      ...votes.slice(-1).flatMap(({ id }) => [`${at}/votes/${id}`, `${at}/votes/${id}/check`]),
      ...districts.slice(0, 1).map(({ id }) => `${at}/districts/${id}`),
      ...processes.map(({ id }) => `${at}/processes/${id}`),
      ...(await discussedIn(page, api, processes[0]!.id, plans[0]!.id)).map((path) => at + path),
      `${at}/goals/${goal}?order=bridging`,
      `${at}/goals/${goal}?filter=council`,
      ...plans.slice(0, 1).map(({ id }) => `${at}/plans/${id}`),
    ];
    return who === 'visitor'
      ? [
          '/',
          `${at}/sign-in`,
          `${at}/join`,
          `${at}/forgotten-password`,
          `${at}/new-password?token=x`,
          `${at}/confirm-email?token=x`,
          `${at}/ingen-side`,
          ...open,
        ]
      : [
          `${at}/me`,
          `${at}/me/decisions`,
          `${at}/notifications`,
          `${at}/notifications/following`,
          `${at}/goals/${goal}/propose`,
          `${at}/goals/${goal}`,
          ...initiatives.slice(0, 1).map(({ id }) => `${at}/initiatives/${id}`),
          ...votes.slice(-1).map(({ id }) => `${at}/votes/${id}`),
        ];
  }
  if (who === 'moderator')
    return [
      '/moderation',
      '/moderation/log',
      '/moderation/contributions',
      '/moderation/contributions?state=hidden',
      '/moderation/traces',
      '/admin/contribution-rules',
      '/moderation/restrictions',
      '/moderation/decided',
      '/moderation/orders/new',
      `/moderation/restrictions/new?comment=${await saidIn(page, api, goal!)}`,
      `/goals/${goal}`,
    ].map((path) => at + path);
  if (who === 'administrator')
    return [
      '',
      '/people',
      '/units',
      '/districts',
      '/settings',
      '/rule',
      '/contribution-rules',
      '/outbox',
      '/deadlines',
      '/reasons',
      '/quarantine',
    ].map((path) => `${at}/admin${path}`);
  const plans = (
    await Promise.all(policies.map(({ id }) => get<Listed>(page, `${api}/policies/${id}/plans`)))
  ).flatMap(({ items }) => items);
  return [
    `${at}/goals/${goal}/new-vote`,
    ...[
      'policies',
      'inbox',
      'initiatives?filter=all',
      'initiatives?filter=answered',
      'answer-templates',
      'initiative-report',
      'processes',
      'processes/new',
      'votes',
      'plans',
      'records',
    ].map((path) => `${at}/staff/${path}`),
    ...initiatives.slice(0, 1).map(({ id }) => `${at}/staff/initiatives/${id}`),
    ...initiatives.slice(0, 1).map(({ id }) => `${at}/staff/initiatives/${id}/paper`),
    ...processes.map(({ id }) => `${at}/staff/processes/${id}`),
    ...plans.map(({ id }) => `${at}/staff/plans/${id}`),
    `${at}/goals/${goal}`,
  ];
}

/** The reader has asked the browser for twice the size of text. */
async function withLargeText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await page.setViewportSize({ width: 320, height: 640 });
}

/** What of the header lies outside the window or over something else of it. */
const crowdedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('.mv-brand, .mv-tools > :is(a, details), .mv-nav a')].filter(
      (element) => element.checkVisibility(),
    );
    const boxes = shown.map((element) => ({
      what: element.textContent?.trim() || element.className,
      box: element.getBoundingClientRect(),
    }));
    return boxes.flatMap(({ what, box }, index) => [
      ...(box.left < 0 || box.right > innerWidth ? [`${what} is outside`] : []),
      ...boxes
        .slice(index + 1)
        .filter(
          ({ box: other }) =>
            box.left < other.right - 1 &&
            other.left < box.right - 1 &&
            box.top < other.bottom - 1 &&
            other.top < box.bottom - 1,
        )
        .map((other) => `${what} lies over ${other.what}`),
    ]);
  });

/** Light as wide as a desk, and dark as narrow as WCAG asks for. */
const WAYS = {
  wide: { colorScheme: 'light', width: 1280 },
  narrow: { colorScheme: 'dark', width: 320 },
} as const;

/**
 * Walks through every page of a town as every role, wide and narrow in turn. The pages of the towns are the same in
 * other words and colours: what one begins with wide the other begins with narrow, so that each is seen both ways.
 */
export function seeEveryPage(town: Town, first: keyof typeof WAYS) {
  describe(`every page of ${town.slug}`, () => {
    const journey = aJourney();

    it.each<Who>(['visitor', 'resident', 'moderator', 'staff', 'administrator'])(
      'gives a %s nothing that axe finds, no scrolling sideways and no foreign request',
      async (who) => {
        const page = await journey.enter(addressOf(town, who));
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
        page.on('request', (request) => {
          if (!request.url().startsWith(journey.address('/')) && !request.url().startsWith('data:'))
            faults.push(`asks ${request.url()}`);
        });
        const paths = await pagesOf(page, town, who);
        expect(paths.length).toBeGreaterThan(2);
        for (const [index, path] of paths.entries()) {
          const { colorScheme, width } = (index % 2 === 0) === (first === 'wide') ? WAYS.wide : WAYS.narrow;
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.setViewportSize({ width, height: 900 });
          const answer = await page.goto(path);
          await awake(page);
          const expected = path.endsWith('/ingen-side') ? 404 : 200;
          if (answer?.status() !== expected) faults.push(`${path} answers ${answer?.status()}`);
          await settled(page);
          const sideways = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (sideways > 0) faults.push(`${path} scrolls ${sideways} px sideways at ${width} px`);
          faults.push(...(await faultsOf(page)).map((fault) => `${path} (${colorScheme}): ${fault}`));
        }
        expect(faults).toEqual([]);
      },
    );

    it.each<Who>(['visitor', 'resident'])(
      'gives a %s with twice the size of text on a small phone a header in order, and no scrolling sideways',
      async (who) => {
        const page = await journey.enter(addressOf(town, who));
        const faults: string[] = [];
        // The other half is seen in the other town.
        const paths = (await pagesOf(page, town, who)).filter(
          (_, index) => (index % 2 === 0) === (first === 'wide'),
        );
        await withLargeText(page);
        for (const path of paths) {
          await page.goto(path);
          await awake(page);
          await settled(page);
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (sideways > 0) faults.push(`${path} scrolls ${sideways} px sideways`);
          faults.push(...(await crowdedIn(page)).map((fault) => `${path}: ${fault}`));
        }
        expect(faults).toEqual([]);
      },
    );
  });
}
