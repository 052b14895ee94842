import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const url = () => {
  const address = process.env.MEDVIND_JOURNEY_URL;
  if (!address) throw new Error('the server was not started: run with --selectProjects journeys');
  return address;
};

/** What a journey walks with: a browser, people in windows of their own, and the product's address. */
export interface Journey {
  /** A window of its own, signed in as this address when one is given. */
  enter(email?: string | null, options?: BrowserContextOptions): Promise<Page>;
  address(path: string): string;
}

export interface Town {
  slug: 'helsingor' | 'helsingborg';
  language: 'da' | 'sv';
  residents: [string, string];
  moderator: string;
  staff: string;
  administrator: string;
}

/** Registers a browser for a spec file; its windows are closed after every test. */
export function aJourney(): Journey {
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: FLAGS,
    });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser?.close());

  return {
    address: (path) => url() + path,
    async enter(email, options = {}) {
      const context = await browser.newContext({ baseURL: url(), reducedMotion: 'reduce', ...options });
      contexts.push(context);
      context.setDefaultTimeout(30_000);
      if (email) await signIn(context, email);
      return context.newPage();
    },
  };
}

/** Signs in as the pages do, without walking through the form: one journey walks through it. */
async function signIn(context: BrowserContext, email: string) {
  const answer = await context.request.post('/api/session', {
    data: { email, password: process.env.MEDVIND_JOURNEY_PASSWORD },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
}

/** Waits until React has taken the page over, so that a click is heard. */
export const awake = (page: Page) => page.locator('html[data-awake=true]').waitFor({ state: 'attached' });

/** Waits until the page is drawn as it is now and nothing moves on it any more. */
export const settled = (page: Page) =>
  page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await drawn();
    await drawn();
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** What axe finds on the page as it is now, one line each; empty: nothing. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Nothing of ours is in a frame: axe looks at the page where it is, without a second page to gather frames in, and
    // tells what is wrong alone. The rules are the same, in a third of the time.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
